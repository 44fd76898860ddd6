"""The agenda of a meeting: its items in their order, and what it proposes to put on."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors import bands, moments, questions
from houvast.cases.selectors.bands import Band, FoundCase
from houvast.consultation import policy, scopes
from houvast.consultation.models import AgendaItem, Meeting
from houvast.consultation.policy import MeetingFacts
from houvast.consultation.rules.agenda import (
    AgendaCause,
    CaseFact,
    CauseFact,
    Proposed,
    agenda_closes,
    item_times,
    propose,
)
from houvast.consultation.services.put_on_agenda import QUESTION_PLACE, TITLE_PLACE
from houvast.consultation.services.steps.loading import key_of
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import relative, short
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import unseal

MOST_CASES = 60
_NEAR = timedelta(days=14)
_LEADING = ("case_direction", "process_direction")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of an agenda, opened. `band` is None for an item that is nobody's case."""

    id: UUID
    kind: str
    cause: AgendaCause
    title: str
    question: str
    minutes: int
    at: datetime
    case_id: UUID | None
    municipality_id: UUID
    band: Band | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting with the items that the viewer may see, in their order."""

    meeting: Meeting
    items: tuple[ItemLine, ...]
    facts: MeetingFacts
    hidden: int

    @property
    def case_ids(self) -> frozenset[UUID]:
        """Give the cases on the agenda, as far as the viewer sees them."""
        return frozenset(each.case_id for each in self.items if each.case_id is not None)


def agenda(viewer: Viewer, meeting_id: UUID, *, now: datetime) -> Agenda:
    """Give an agenda, in five queries whatever its length. Raises `NotVisible`."""
    rows = scopes.meetings(viewer, now=now).filter(pk=meeting_id).select_related("table", "chair")
    meeting = rows.first()
    if meeting is None:
        raise NotVisible
    every = AgendaItem.objects.filter(meeting=meeting, taken_off_at__isnull=True).order_by("position", "added_at")
    order = list(every.values_list("pk", "minutes"))
    times = dict(zip((pk for pk, _ in order), item_times(meeting.starts_at, [each for _, each in order]), strict=True))
    seen = scopes.items(viewer, now=now).filter(meeting=meeting, taken_off_at__isnull=True)
    items = list(seen.select_related("key", "case__key").order_by("position", "added_at"))
    known = bands.by_ids(viewer, [each.case_id for each in items if each.case_id is not None], now=now)
    facts = MeetingFacts(
        municipality_id=meeting.table.municipality_id,
        chair_id=meeting.chair_id,
        state=meeting.state,
        agenda_closes=agenda_closes(meeting.starts_at, meeting.table.cutoff_days),
        sits=scopes.tables(viewer, now=now).filter(pk=meeting.table_id).exists(),
    )
    lines = tuple(_line(each, times[each.id], known.get(each.case_id) if each.case_id else None) for each in items)
    return Agenda(meeting, lines, facts, len(order) - len(lines))


def _line(item: AgendaItem, at: datetime, found: FoundCase | None) -> ItemLine:
    key = key_of(item)
    return ItemLine(
        id=item.id,
        kind=item.kind,
        cause=AgendaCause(item.cause),
        title=unseal(key, item.title_sealed, place=f"{TITLE_PLACE}:{item.id}"),
        question=unseal(key, item.question_sealed, place=f"{QUESTION_PLACE}:{item.id}"),
        minutes=item.minutes,
        at=at,
        case_id=item.case_id,
        municipality_id=item.municipality_id,
        band=found.band if found else None,
    )


def proposals(viewer: Viewer, shown: Agenda, *, now: datetime) -> tuple[tuple[Proposed, Band], ...]:
    """Give the cases that this agenda proposes to who may add to it, in a fixed number of queries.

    Each by what the viewer sees of it: a crucial moment calls for a meeting with who leads the case, who knows of it.
    """
    today = in_amsterdam(now).date()
    if not policy.may_add_item(viewer, shown.facts, today).allowed:
        return ()
    vacant = bands.vacant(viewer, now=now, size=MOST_CASES)
    review = bands.to_review(viewer, in_amsterdam(shown.meeting.starts_at).date() + _NEAR, now=now, size=MOST_CASES)
    waiting = questions.proposals(viewer, now=now)
    held = bands.held(viewer, now=now)
    known = bands.by_ids(viewer, {*vacant, *review, *held, *(each.case_id for each in waiting)}, now=now)
    here = {case_id: found for case_id, found in known.items() if _belongs(found, shown.meeting)}
    causes = [cause for found in here.values() for cause in _causes(found.band, shown.meeting, now)]
    causes += [
        CauseFact(
            each.case_id,
            AgendaCause.SCALING_PROPOSED,
            in_amsterdam(each.decide_before).date(),
            _step(each.from_phase, each.to_phase),
        )
        for each in waiting
    ]
    causes += _moments(viewer, shown.meeting, [case_id for case_id in held if case_id in here], now)
    cases = [CaseFact(case_id, found.band.code, found.band.phase.number) for case_id, found in here.items()]
    found = propose(causes, cases, phases=shown.meeting.table.phases, on_agenda=shown.case_ids)
    return tuple((each, here[each.case.case_id].band) for each in found)


def _step(from_phase: int, to_phase: int) -> str:
    return f"{'op' if to_phase > from_phase else 'af'}schalen? AVE {from_phase} naar AVE {to_phase}"


def _belongs(found: FoundCase, meeting: Meeting) -> bool:
    return bool(meeting.table.region) or found.band.municipality_id == meeting.table.municipality_id


def _causes(band: Band, meeting: Meeting, now: datetime) -> list[CauseFact]:
    today = in_amsterdam(now).date()
    causes = []
    for seat in band.seats:
        if seat.state is SeatState.VACANT and seat.responsibility.value in _LEADING:
            since = in_amsterdam(seat.since).date()
            why = f"niemand heeft de {seat.name.lower()}, sinds {short(since, today)}"
            causes.append(CauseFact(band.case_id, AgendaCause.SEAT_VACANT, since, why))
    if band.review_on is not None and band.review_on <= in_amsterdam(meeting.starts_at).date() + _NEAR:
        why = f"opnieuw kijken naar de fase: {relative(band.review_on, today)}"
        causes.append(CauseFact(band.case_id, AgendaCause.REVIEW_DUE, band.review_on, why))
    return causes


def _moments(viewer: Viewer, meeting: Meeting, case_ids: Collection[UUID], now: datetime) -> Iterator[CauseFact]:
    """Give the crucial moments until two weeks after the meeting that are not prepared, or of which the day passed."""
    today = in_amsterdam(now).date()
    until = in_amsterdam(meeting.starts_at).date() + _NEAR
    for each in moments.waiting(viewer, until, case_ids, now=now):
        passed = each.days.last < today
        if each.is_prepared and not passed:
            continue
        day = each.days.last if passed else max(each.days.first, today)
        rest = "de dag is voorbij" if passed else "nog niet alles is klaar"
        why = f"{word_for(each.kind)}, {relative(day, today)}: {rest}"
        yield CauseFact(each.case_id, AgendaCause.MOMENT_NEAR, day, why)


def meeting_of(viewer: Viewer, item_id: UUID, *, now: datetime) -> UUID:
    """Give the meeting of a visible item that stands on its agenda. Raises `NotVisible`."""
    rows = scopes.items(viewer, now=now).filter(pk=item_id, taken_off_at__isnull=True)
    meeting_id = rows.values_list("meeting_id", flat=True).first()
    if meeting_id is None:
        raise NotVisible
    return meeting_id


def meeting_before(viewer: Viewer, shown: Agenda, *, now: datetime) -> UUID | None:
    """Give the closed meeting of the same table just before this one, as far as the viewer may see it."""
    rows = scopes.meetings(viewer, now=now).filter(table_id=shown.meeting.table_id, state=Meeting.State.CLOSED)
    before = rows.filter(starts_at__lt=shown.meeting.starts_at).order_by("-starts_at")
    return before.values_list("pk", flat=True).first()
