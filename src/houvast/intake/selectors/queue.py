"""The queue of triage: what waits for a decision, ordered by its clock."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, DateTimeField, F, Q, When

from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Concern, RepairRow
from houvast.intake.rules.triage import Step
from houvast.intake.selectors.earlier import EarlierConcern, earlier_concerns
from houvast.intake.selectors.lines import CameBack, Clock, came_back, clock_of, name_of
from houvast.intake.services.steps.load_concern import JOINS
from houvast.intake.services.take_concern import Busy, busy_with
from houvast.kernel.paging import PAGE_SIZE, Page
from houvast.kernel.working_time import day_begins, in_amsterdam

# Of what nobody accepted in time the clock is the term that passed.
_PASSED_ON = When(state=Concern.State.PASSED_ON, then=F("decision__accept_before"))


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A concern as the queue shows it. `own_ground` is False for what a duo partner's ground is."""

    id: UUID
    name: str
    point: str
    source: str
    town: str
    step: Step
    own_ground: bool
    urgency: str
    clock: Clock
    came_back: CameBack | None
    busy: Busy | None
    earlier: tuple[EarlierConcern, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue, and what the head of the board counts."""

    page: Page[QueueLine]
    decided_today: int
    to_go: int
    to_repair: int


def queue(viewer: Viewer, *, now: datetime, after: str = "", size: int = PAGE_SIZE) -> Queue:
    """Give a page of the queue, soonest clock first: the same number of queries whatever the number of rows."""
    waiting = scopes.in_triage(viewer, now=now).filter(scopes.waits(now))
    clocked = waiting.annotate(clock=Case(_PASSED_ON, default=F("decide_before"), output_field=DateTimeField()))
    rows = clocked.filter(_after(after)).select_related(*JOINS).order_by("clock", "id")
    found = list(rows[: size + 1])
    earlier = earlier_concerns(viewer, found[:size], now=now)
    lines = tuple(_line(viewer, concern, earlier.get(concern.id, ()), now) for concern in found[:size])
    midnight = day_begins(in_amsterdam(now).date())
    return Queue(
        page=Page(lines, _key(lines[-1]) if len(found) > size else ""),
        decided_today=scopes.decided(viewer, now=now).filter(decided_at__gte=midnight).count(),
        to_go=waiting.count(),
        to_repair=scopes.repair_rows(viewer).filter(state=RepairRow.State.WAITING).count(),
    )


def _line(viewer: Viewer, concern: Concern, earlier: tuple[EarlierConcern, ...], now: datetime) -> QueueLine:
    return QueueLine(
        id=concern.id,
        name=name_of(concern),
        point=concern.point.name,
        source=concern.point.source,
        town=concern.town,
        step=Step(concern.step),
        own_ground=concern.step in viewer.domains,
        urgency=concern.urgency,
        clock=clock_of(concern, now=now),
        came_back=came_back(concern, now=now),
        busy=busy_with(concern, now=now),
        earlier=earlier,
    )


def _key(line: QueueLine) -> str:
    return f"{line.clock.until.isoformat()}_{line.id}"


def _after(after: str) -> Q:
    """Begin after a key; a key that is not one begins at the start."""
    at_text, _, id_text = after.partition("_")
    try:
        at, last = datetime.fromisoformat(at_text), UUID(id_text)
    except ValueError:
        return Q()
    if at.tzinfo is None:
        return Q()
    return Q(clock__gt=at) | Q(clock=at, id__gt=last)
