"""The page of one concern: what was told, what to ask, what was decided, and what came before."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef

from houvast.directory.selectors_municipalities import names_on_domain
from houvast.directory.viewer import Viewer
from houvast.intake import policy, scopes
from houvast.intake.models import Concern, TriageDecision
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.short_lists import ListKind
from houvast.intake.rules.triage import Step, decided_label
from houvast.intake.selectors.earlier import EarlierConcern, earlier_concerns
from houvast.intake.selectors.lines import CameBack, Clock, address_of, came_back, clock_of, name_of
from houvast.intake.selectors.settings import settings_with_themes
from houvast.intake.services.answer_pass_on import ANSWER_PLACE
from houvast.intake.services.steps.file_concern import BSN_PLACE, REPORTER_PLACE, TEXT_PLACE, birth_date
from houvast.intake.services.steps.load_concern import JOINS, facts_of_concern
from houvast.intake.services.steps.write_decision import REASON_PLACE
from houvast.intake.services.take_concern import Busy, busy_with
from houvast.kernel.errors import NotVisible
from houvast.kernel.partial_date import PartialDate
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

_SHOWN_OF_BSN = 3


@dataclass(frozen=True, slots=True)
class Told:
    """The free text of a concern, for who may read it on their own ground. The BSN is masked but for its end."""

    text: str
    reporter: str
    bsn_masked: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What the receiver of a passed-on concern said; `reason` is None for who may not read it."""

    accepted: bool
    by: str
    at: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in the history, in words. `text` is None for who may not read it."""

    number: int
    step: Step
    outcome: str
    label: str
    reason: str
    text: str | None
    by: str
    at: datetime
    to_team: str
    accept_before: datetime | None
    receiver: str
    answer: AnswerLine | None


@dataclass(frozen=True, slots=True)
class ConcernPage:
    """A concern as its page shows it. `told` is None outside one's own ground; `gone` says that it went straight out.

    `version` goes with a decision; `facts` and `duo_domains` are for showing only the acts that are allowed.
    `partners` are the names of those in the viewer's duo who work on the ground of its step, when the viewer does not.
    """

    id: UUID
    version: int
    municipality_id: UUID
    state: str
    gone: bool
    name: str
    surname: str
    first_names: str
    sex: str
    born: PartialDate | None
    address: str
    told: Told | None
    wants_answer: bool
    incident: str
    reported_on: date
    reported_time: time | None
    received_at: datetime
    point: str
    source: str
    instruction: tuple[str, ...]
    themes: tuple[str, ...]
    step: Step
    urgency: str
    clock: Clock
    came_back: CameBack | None
    busy: Busy | None
    resident_id: UUID | None
    case_id: UUID | None
    history: tuple[DecisionLine, ...]
    earlier: tuple[EarlierConcern, ...]
    facts: policy.ConcernFacts
    duo_domains: frozenset[str]
    partners: tuple[str, ...]
    settings: IntakeSettings


def concern_page(viewer: Viewer, concern_id: UUID, *, now: datetime) -> ConcernPage:
    """Give the page of a visible concern, in a fixed number of queries. Raises `NotVisible`."""
    readable = Exists(scopes.texts(viewer, now=now).filter(pk=OuterRef("pk")))
    rows = scopes.concerns(viewer, now=now).filter(pk=concern_id).annotate(readable=readable)
    concern = rows.select_related(*JOINS).first()
    if concern is None:
        raise NotVisible
    key = concern.key if concern.readable else None
    settings = settings_with_themes(concern.municipality_id)
    return ConcernPage(
        id=concern.id,
        version=concern.version,
        municipality_id=concern.municipality_id,
        state=concern.state,
        gone=concern.key is None,
        name=name_of(concern),
        surname=" ".join(part for part in (concern.surname_prefix, concern.surname) if part),
        first_names=concern.first_names,
        sex=concern.sex,
        born=birth_date(concern.birth_year, concern.birth_month, concern.birth_day),
        address=address_of(concern),
        told=None if key is None else _told(concern, key),
        wants_answer=concern.wants_answer,
        incident=concern.incident_number,
        reported_on=concern.reported_on,
        reported_time=concern.reported_time,
        received_at=concern.received_at,
        point=concern.point.name,
        source=concern.point.source,
        instruction=tuple(concern.point.instruction),
        themes=tuple(concern.themes),
        step=Step(concern.step),
        urgency=concern.urgency,
        clock=clock_of(concern, now=now),
        came_back=came_back(concern, now=now),
        busy=busy_with(concern, now=now),
        resident_id=concern.resident_id,
        case_id=concern.case_id,
        history=_history(viewer, concern, key, settings, now),
        earlier=earlier_concerns(viewer, [concern], now=now).get(concern.id, ()),
        facts=facts_of_concern(concern, now=now),
        duo_domains=scopes.duo_domains(viewer, now=now),
        partners=_partners(viewer, concern, now),
        settings=settings,
    )


def _partners(viewer: Viewer, concern: Concern, now: datetime) -> tuple[str, ...]:
    if concern.step in viewer.domains or not viewer.duo_member_ids:
        return ()
    where = concern.municipality_id
    return names_on_domain(concern.step, viewer.duo_member_ids, municipality_id=where, now=now)


def _told(concern: Concern, key: Key) -> Told:
    bsn = unseal(key, concern.bsn_sealed, place=f"{BSN_PLACE}:{concern.id}")
    return Told(
        text=unseal(key, concern.text_sealed, place=f"{TEXT_PLACE}:{concern.id}"),
        reporter=unseal(key, concern.reporter_sealed, place=f"{REPORTER_PLACE}:{concern.id}"),
        bsn_masked=bsn and "•" * (len(bsn) - _SHOWN_OF_BSN) + bsn[-_SHOWN_OF_BSN:],
    )


def _history(
    viewer: Viewer, concern: Concern, key: Key | None, settings: IntakeSettings, now: datetime
) -> tuple[DecisionLine, ...]:
    rows = scopes.decisions(viewer, now=now).filter(concern_id=concern.id)
    joined = rows.select_related("decided_by", "to_team", "answer__answered_by").order_by("number")
    return tuple(_decision_line(row, key, settings) for row in joined)


def _decision_line(row: TriageDecision, key: Key | None, settings: IntakeSettings) -> DecisionLine:
    return DecisionLine(
        number=row.number,
        step=Step(row.step),
        outcome=row.outcome,
        label=decided_label(row.outcome),
        reason=settings.words(ListKind.REASON, row.reason, row.decided_at),
        text=None if key is None else unseal(key, row.reason_sealed, place=f"{REASON_PLACE}:{row.id}"),
        by=row.decided_by.name,
        at=row.decided_at,
        to_team=row.to_team.name if row.to_team else "",
        accept_before=row.accept_before,
        receiver=settings.words(ListKind.RECEIVER, row.receiver, row.decided_at),
        answer=_answer_line(row, key),
    )


def _answer_line(row: TriageDecision, key: Key | None) -> AnswerLine | None:
    answer = getattr(row, "answer", None)
    if answer is None:
        return None
    reason = None if key is None else unseal(key, answer.reason_sealed, place=f"{ANSWER_PLACE}:{answer.id}")
    return AnswerLine(answer.accepted, answer.answered_by.name, answer.answered_at, reason)
