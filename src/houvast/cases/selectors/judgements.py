"""Judgements on proposals: who was asked, who answered what, who waits for an answer, and who did not agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from houvast.ave.model import Boundary
from houvast.cases import scopes
from houvast.cases.models import JudgementRequest, PartnerJudgement, ScalingDecision
from houvast.cases.rules.judging import AskedFacts, Missing, missing, named
from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase, by_ids
from houvast.cases.selectors.scalings import ProposalLine, Scaling, proposal_line
from houvast.cases.services.give_judgement import MUST_STAY_PLACE, RISK_PLACE, SPOKEN_PLACE, WHY_PLACE
from houvast.directory.selectors import functions_of, partner_members, possible_holders
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.vault.sealing import unseal

_SEALED = ("risk_sealed", "must_stay_sealed", "why_sealed", "spoken_with_sealed")
_JOINS = ("organisation", "member", "asked_by", "judgement__recorded_by", "case__key")


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """What somebody said. `by` is who gave it, also when a director recorded it; `channel` is "" inside Houvast."""

    agrees: bool
    risk: str
    must_stay: str
    why: str
    by: str
    channel: str
    given_on: date
    recorded_by: str


@dataclass(frozen=True, slots=True)
class AskedLine:
    """Somebody who was asked; `judgement` is None as long as they did not answer. `member` is "" outside Houvast."""

    id: UUID
    function: str
    organisation: str
    member_id: UUID | None
    member: str
    asked_by_id: UUID
    asked_by: str
    answer_before: datetime
    judgement: JudgementLine | None


@dataclass(frozen=True, slots=True)
class AskedJudgement:
    """A question with the case and the proposal that it is about, for who answers it."""

    found: FoundCase
    boundary: Boundary
    proposal: ProposalLine
    asked: AskedLine
    decided: bool


@dataclass(frozen=True, slots=True)
class WaitingJudgement:
    """A question that nobody has answered, about a proposal that waits."""

    id: UUID
    case_id: UUID
    to_phase: int
    from_phase: int
    member_id: UUID | None
    organisation: str
    asked_by_id: UUID
    asked_by: str
    answer_before: datetime


@dataclass(frozen=True, slots=True)
class JudgementNote:
    """That somebody judged, without what they wrote: for the timeline and the case page."""

    proposal_id: UUID
    organisation: str
    by: str
    agrees: bool
    up: bool
    to_phase: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PossibleJudge:
    """Somebody who can be asked: a member, or an organisation where nobody signs in. `detail` says what they are."""

    member_id: UUID | None
    organisation_id: UUID
    name: str
    detail: str


def possible_judges(viewer: Viewer, scaling: Scaling, *, now: datetime) -> tuple[PossibleJudge, ...]:
    """Give who can still be asked: whom the model names, and the partners around the people of the case."""
    band, proposal = scaling.found.band, scaling.proposal
    own = functions_of(proposal.proposed_by_id, municipality_id=band.municipality_id, now=now)
    functions = named(scaling.found.model, scaling.boundary, own)
    around = contents.organisations_around(viewer, band.case_id, now=now)
    partners = partner_members([each.organisation_id for each in around], now=now)
    people = {line.id: line for line in (*possible_holders(band.municipality_id, functions, now=now), *partners)}
    asked = asked_about(viewer, proposal.id, now=now)
    without = {proposal.proposed_by_id, *(each.member_id for each in asked)}
    members = [
        PossibleJudge(line.id, line.organisation_id, line.name, f"{line.title}, {line.organisation_name}")
        for line in people.values()
        if line.id not in without
    ]
    sign_in = {line.organisation_id for line in people.values()}
    outside_asked = {each.organisation for each in asked if each.member_id is None}
    outside = {
        each.organisation_id: PossibleJudge(None, each.organisation_id, each.name, "u legt het oordeel zelf vast")
        for each in around
        if each.organisation_id not in sign_in and each.name not in outside_asked
    }
    return (*members, *outside.values())


def asked_about(viewer: Viewer, proposal_id: UUID, *, now: datetime) -> tuple[AskedLine, ...]:
    """Give everybody who was asked about a proposal, in order, with what they said."""
    rows = scopes.judgement_requests(viewer, now=now).filter(proposal_id=proposal_id)
    return tuple(_asked(row) for row in rows.select_related(*_JOINS).order_by("asked_at", "id"))


def still_missing(scaling: Scaling, asked: Sequence[AskedLine], *, now: datetime) -> Missing:
    """Say what is still missing before everybody has been heard about a proposal."""
    municipality_id = scaling.found.band.municipality_id
    own = functions_of(scaling.proposal.proposed_by_id, municipality_id=municipality_id, now=now)
    facts = [AskedFacts(each.function, each.judgement is not None) for each in asked]
    return missing(named(scaling.found.model, scaling.boundary, own), facts)


def asked_judgement(viewer: Viewer, request_id: UUID, *, now: datetime) -> AskedJudgement:
    """Give a question that the viewer may answer or read. Raises `NotVisible`."""
    rows = scopes.judgement_requests(viewer, now=now).filter(pk=request_id)
    row = rows.select_related(*_JOINS, "proposal__proposed_by", "proposal__case__key").first()
    found = None if row is None else by_ids(viewer, [row.case_id], now=now).get(row.case_id)
    if row is None or found is None:
        raise NotVisible
    boundary = found.model.boundary(row.proposal.from_phase, row.proposal.to_phase)
    if boundary is None:
        raise NotVisible
    decided = ScalingDecision.objects.filter(proposal_id=row.proposal_id).exists()
    return AskedJudgement(found, boundary, proposal_line(row.proposal), _asked(row), decided)


def waiting_judgements(viewer: Viewer, *, now: datetime, most: int) -> tuple[WaitingJudgement, ...]:
    """Give the questions that wait for an answer and that the viewer may see, oldest term first."""
    decided = ScalingDecision.objects.filter(proposal_id=OuterRef("proposal_id"))
    rows = scopes.judgement_requests(viewer, now=now).filter(~Exists(decided), judgement__isnull=True)
    rows = rows.filter(proposal__from_period=F("case__phase_period"))
    fields = ("proposal__to_phase", "proposal__from_phase", "member_id", "organisation__name")
    found = rows.order_by("answer_before", "id").values_list(
        "id", "case_id", *fields, "asked_by_id", "asked_by__name", "answer_before"
    )
    return tuple(WaitingJudgement(*row) for row in found[:most])


def notes_of_judgements(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[JudgementNote, ...]:
    """Give who judged in a case and whether they agreed, oldest first; never what they wrote."""
    rows = scopes.judgement_requests(viewer, now=now).filter(case_id=case_id, judgement__isnull=False)
    return tuple(
        JudgementNote(
            proposal_id=row.proposal_id,
            organisation=row.organisation.name,
            by=row.member.name if row.member else "",
            agrees=row.judgement.stance == PartnerJudgement.Stance.AGREES,
            up=row.proposal.to_phase > row.proposal.from_phase,
            to_phase=row.proposal.to_phase,
            at=row.judgement.recorded_at,
        )
        for row in _closed(rows).order_by("judgement__recorded_at", "id")
    )


def _closed(rows: QuerySet[JudgementRequest]) -> QuerySet[JudgementRequest]:
    """Leave what people wrote sealed and unread."""
    joined = rows.select_related("organisation", "member", "judgement", "proposal")
    proposal = ("reason_sealed", "children_sealed", "local_attempts_sealed")
    return joined.defer(*(f"judgement__{name}" for name in _SEALED), *(f"proposal__{name}" for name in proposal))


def _asked(row: JudgementRequest) -> AskedLine:
    return AskedLine(
        id=row.id,
        function=row.function,
        organisation=row.organisation.name,
        member_id=row.member_id,
        member=row.member.name if row.member else "",
        asked_by_id=row.asked_by_id,
        asked_by=row.asked_by.name,
        answer_before=row.answer_before,
        judgement=_judgement(row, getattr(row, "judgement", None)),
    )


def _judgement(asked: JudgementRequest, row: PartnerJudgement | None) -> JudgementLine | None:
    if row is None:
        return None

    def text(sealed: bytes | memoryview, place: str) -> str:
        return unseal(asked.case.key, sealed, place=f"{place}:{row.id}")

    return JudgementLine(
        agrees=row.stance == PartnerJudgement.Stance.AGREES,
        risk=text(row.risk_sealed, RISK_PLACE),
        must_stay=text(row.must_stay_sealed, MUST_STAY_PLACE),
        why=text(row.why_sealed, WHY_PLACE),
        by=asked.member.name if asked.member else text(row.spoken_with_sealed, SPOKEN_PLACE),
        channel=row.channel,
        given_on=row.given_on,
        recorded_by=row.recorded_by.name,
    )
