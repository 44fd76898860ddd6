"""Handing on as it is read: who was asked to take over and what they said, the aftercare, and how it went since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery, UUIDField

from houvast.cases import scopes
from houvast.cases.models import AftercarePlan, PulseCheck, ReceiverAnswer, ReceiverRequest
from houvast.cases.rules.receiving import receiving_functions
from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase, by_ids
from houvast.cases.services.check_pulse import TEXT_PLACE
from houvast.cases.services.steps.receiving import CONTACT_PLACE, REASON_PLACE, SIGNS_PLACE, WHAT_PLACE
from houvast.directory.selectors import partner_members, possible_holders
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.vault.sealing import unseal

_PROPOSAL = "decided_on_proposal_id"
_JOINS = ("organisation", "member", "asked_by", "answer__answered_by", "case__key")


@dataclass(frozen=True, slots=True)
class ReceiverLine:
    """Somebody who was asked to take over. `outcome` is None as long as they did not answer; `name` is theirs.

    `function` is a code of the model, "" for who works around the case; `member_id` is None outside Houvast.
    `proposal_id` is that of the scaling that began the period; None after closing.
    """

    id: UUID
    case_id: UUID
    period_id: UUID
    proposal_id: UUID | None
    member_id: UUID | None
    name: str
    organisation: str
    function: str
    phone: str
    asked_by: str
    asked_at: datetime
    accept_before: datetime
    outcome: ReceiverAnswer.Outcome | None
    reason: str
    channel: str
    given_on: date | None
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """How it went once; `check_on` is the next day when it stayed as it was."""

    id: UUID
    outcome: PulseCheck.Outcome
    text: str
    check_on: date | None
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class AftercareLine:
    """The aftercare of a period with how it went since, oldest first; `proposal_id` as with who was asked."""

    id: UUID
    period_id: UUID
    proposal_id: UUID | None
    what: str
    signs: str
    check_on: date
    made_by: str
    made_at: datetime
    checks: tuple[CheckLine, ...]

    @property
    def day(self) -> date | None:
        """Give when somebody is asked how it goes; None when it goes well, or when the case must go up again."""
        if not self.checks:
            return self.check_on
        return self.checks[-1].check_on

    @property
    def wants_up(self) -> bool:
        """Say whether somebody found that the case must go up again."""
        return bool(self.checks) and self.checks[-1].outcome == PulseCheck.Outcome.SCALE_UP

    @property
    def is_over(self) -> bool:
        """Say whether it goes well and nobody asks any more."""
        return bool(self.checks) and self.checks[-1].outcome == PulseCheck.Outcome.GOES_WELL


@dataclass(frozen=True, slots=True)
class Receiving:
    """Everything about handing on in a case that the viewer may see, oldest first."""

    receivers: tuple[ReceiverLine, ...]
    aftercare: tuple[AftercareLine, ...]

    def receiver(self, period_id: UUID) -> ReceiverLine | None:
        """Give who was asked last in a period; None when nobody was."""
        return next((each for each in reversed(self.receivers) if each.period_id == period_id), None)

    def plan(self, period_id: UUID) -> AftercareLine | None:
        """Give the aftercare of a period; None when there is none."""
        return next((each for each in self.aftercare if each.period_id == period_id), None)

    def after(self, proposal_id: UUID) -> tuple[ReceiverLine | None, AftercareLine | None]:
        """Give who was asked last, and the aftercare, in the period that began with a decision on a proposal."""
        receiver = next((each for each in reversed(self.receivers) if each.proposal_id == proposal_id), None)
        return receiver, next((each for each in self.aftercare if each.proposal_id == proposal_id), None)


NOTHING = Receiving((), ())


@dataclass(frozen=True, slots=True)
class AskedReceiver:
    """A question to take over with the aftercare, for who answers it."""

    found: FoundCase
    line: ReceiverLine
    plan: AftercareLine | None

    @property
    def is_present(self) -> bool:
        """Say whether the case is still in the phase in which it was asked."""
        return self.found.band.period_id == self.line.period_id


@dataclass(frozen=True, slots=True)
class PossibleReceiver:
    """Somebody who can be asked: a member, or an organisation around the case where nobody signs in."""

    member_id: UUID | None
    organisation_id: UUID
    name: str
    detail: str


def receiving(viewer: Viewer, case_id: UUID, *, now: datetime) -> Receiving:
    """Give handing on in a case, in three queries."""
    moved = scopes.decisions(viewer, now=now).filter(case_id=case_id, follow_up_before__isnull=False)
    proposal = moved.filter(recorded_at=OuterRef("period__since")).values("proposal_id")[:1]
    began = {_PROPOSAL: Subquery(proposal, output_field=UUIDField())}
    asked = scopes.receiver_requests(viewer, now=now).filter(case_id=case_id).annotate(**began)
    rows = asked.select_related(*_JOINS).order_by("asked_at", "number", "id")
    checks = scopes.pulse_checks(viewer, now=now).filter(case_id=case_id).order_by("number")
    looked = list(checks.select_related("recorded_by", "case__key"))
    plans = scopes.aftercare_plans(viewer, now=now).filter(case_id=case_id).annotate(**began).order_by("made_at", "id")
    lines = tuple(_plan(row, looked) for row in plans.select_related("made_by", "case__key"))
    return Receiving(tuple(_receiver(row) for row in rows), lines)


def asked_receiver(viewer: Viewer, request_id: UUID, *, now: datetime) -> AskedReceiver:
    """Give a question to take over that the viewer may read. Raises `NotVisible`."""
    row = scopes.receiver_requests(viewer, now=now).filter(pk=request_id).select_related(*_JOINS).first()
    found = None if row is None else by_ids(viewer, [row.case_id], now=now).get(row.case_id)
    if row is None or found is None:
        raise NotVisible
    plans = scopes.aftercare_plans(viewer, now=now).filter(period_id=row.period_id)
    plan = plans.select_related("made_by", "case__key").first()
    return AskedReceiver(found, _receiver(row), None if plan is None else _plan(plan, ()))


def possible_receivers(viewer: Viewer, found: FoundCase, phase: int, *, now: datetime) -> tuple[PossibleReceiver, ...]:
    """Give who can be asked to take over in a phase: who may lead there, and who works around the case."""
    around = contents.organisations_around(viewer, found.band.case_id, now=now)
    functions = sorted(receiving_functions(found.model, phase))
    holders = possible_holders(found.band.municipality_id, functions, now=now)
    partners = partner_members([each.organisation_id for each in around], now=now)
    people = {line.id: line for line in (*holders, *partners)}
    members = [
        PossibleReceiver(line.id, line.organisation_id, line.name, f"{line.title}, {line.organisation_name}")
        for line in people.values()
    ]
    sign_in = {line.organisation_id for line in people.values()}
    outside = {
        each.organisation_id: PossibleReceiver(None, each.organisation_id, each.name, "werkt niet met Houvast")
        for each in around
        if each.organisation_id not in sign_in
    }
    return (*members, *outside.values())


def _receiver(row: ReceiverRequest) -> ReceiverLine:
    answer: ReceiverAnswer | None = getattr(row, "answer", None)
    key = row.case.key
    contact = unseal(key, row.contact_sealed, place=f"{CONTACT_PLACE}:{row.id}")
    reason = "" if answer is None else unseal(key, answer.reason_sealed, place=f"{REASON_PLACE}:{answer.id}")
    return ReceiverLine(
        id=row.id,
        case_id=row.case_id,
        period_id=row.period_id,
        proposal_id=getattr(row, _PROPOSAL, None),
        member_id=row.member_id,
        name=row.member.name if row.member else contact,
        organisation=row.organisation.name,
        function=row.function,
        phone=row.member.phone if row.member else "",
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        accept_before=row.accept_before,
        outcome=None if answer is None else ReceiverAnswer.Outcome(answer.outcome),
        reason=reason,
        channel="" if answer is None else answer.channel,
        given_on=None if answer is None else answer.given_on,
        answered_by="" if answer is None else answer.answered_by.name,
        answered_at=None if answer is None else answer.answered_at,
    )


def _plan(row: AftercarePlan, checks: Sequence[PulseCheck]) -> AftercareLine:
    key = row.case.key
    return AftercareLine(
        id=row.id,
        period_id=row.period_id,
        proposal_id=getattr(row, _PROPOSAL, None),
        what=unseal(key, row.what_sealed, place=f"{WHAT_PLACE}:{row.id}"),
        signs=unseal(key, row.signs_sealed, place=f"{SIGNS_PLACE}:{row.id}"),
        check_on=row.check_on,
        made_by=row.made_by.name,
        made_at=row.made_at,
        checks=tuple(_check(each) for each in checks if each.aftercare_id == row.id),
    )


def _check(row: PulseCheck) -> CheckLine:
    return CheckLine(
        id=row.id,
        outcome=PulseCheck.Outcome(row.outcome),
        text=_check_text(row),
        check_on=row.check_on,
        recorded_by=row.recorded_by.name,
        recorded_at=row.recorded_at,
    )


def check_text(viewer: Viewer, check_id: UUID, case_id: UUID, *, now: datetime) -> str:
    """Give what somebody wrote when they looked how it goes; "" for who may not read it, or of another case."""
    rows = scopes.pulse_checks(viewer, now=now).filter(pk=check_id, case_id=case_id).select_related("case__key")
    row = rows.first()
    return "" if row is None else _check_text(row)


def _check_text(row: PulseCheck) -> str:
    return unseal(row.case.key, row.text_sealed, place=f"{TEXT_PLACE}:{row.id}")
