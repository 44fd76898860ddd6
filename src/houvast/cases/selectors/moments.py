"""Crucial moments of a case, with what is done around them; and those that wait for somebody."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases import scopes
from houvast.cases.models import CrucialMoment, MomentContact, MomentItem, MomentReport, MomentTurn
from houvast.cases.rules.moments import Days, due_on
from houvast.cases.services.steps.moment_rows import ABOUT_PLACE, ENDED, REPORT_PLACE, TEXT_PLACE, TURN_PLACE, WHO_PLACE
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

MOST = 200
"""More open items than this is not a work list any more."""
SEALED_ITEM = ("text_sealed", "who_sealed")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """Something to do around a moment. `said` is what was reported last, `by` who reported it."""

    id: UUID
    text: str
    who: str
    member: str
    member_id: UUID | None
    before: bool
    due: date
    state: MomentReport.State
    said: str
    by: str
    reported_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Say whether somebody must still do or report it."""
        return self.state is MomentReport.State.OPEN


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A row of how a moment went."""

    state: MomentTurn.State
    days: Days
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Whom to call at one side."""

    side: MomentContact.Side
    name: str
    organisation: str
    phone: str


@dataclass(frozen=True, slots=True)
class MomentLine:
    """A moment as it stands, with its items in the order in which they must be done."""

    id: UUID
    case_id: UUID
    kind: CrucialMoment.Kind
    about: str
    state: MomentTurn.State
    days: Days
    items: tuple[ItemLine, ...]

    @property
    def is_expected(self) -> bool:
        """Say whether it has still to come."""
        return self.state not in ENDED

    @property
    def is_prepared(self) -> bool:
        """Say whether there is something to do before it, and all of it was done or answered."""
        before = [item for item in self.items if item.before]
        return bool(before) and not any(item.is_open for item in before)

    @property
    def is_running(self) -> bool:
        """Say whether it is to come, or has happened and leaves something to do."""
        after = any(item.is_open and not item.before for item in self.items)
        return self.is_expected or (self.state is MomentTurn.State.HAPPENED and after)


@dataclass(frozen=True, slots=True)
class MomentPage:
    """One moment with everything around it."""

    moment: MomentLine
    turns: tuple[TurnLine, ...]
    contacts: tuple[ContactLine, ...]


@dataclass(frozen=True, slots=True)
class WaitingMoment:
    """An expected moment; `open_before` of its `before` items are open."""

    id: UUID
    case_id: UUID
    kind: CrucialMoment.Kind
    days: Days
    before: int
    open_before: int

    @property
    def is_prepared(self) -> bool:
        """Say whether there was something to do before it, and nothing of that is open."""
        return self.before > 0 and self.open_before == 0


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """An open item: one that its holder must report, or one after a moment that has happened."""

    id: UUID
    moment_id: UUID
    case_id: UUID
    kind: CrucialMoment.Kind
    member_id: UUID | None
    due: date
    happened: bool
    before: bool


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[MomentLine, ...]:
    """Give the moments of a case that the viewer may see, the nearest first and then those that are over; 2 queries."""
    found = scopes.moments(viewer, now=now).filter(case_id=case_id).select_related("turn", "case__key")
    rows = list(found.order_by("turn__on_date", "id"))
    items = _items(scopes.moment_items(viewer, now=now).filter(moment__in=[row.pk for row in rows]))
    lines = [_line(row, items.get(row.pk, ())) for row in rows]
    over = [line for line in lines if not line.is_running]
    return (*(line for line in lines if line.is_running), *reversed(over))


def by_id(viewer: Viewer, moment_id: UUID, *, now: datetime) -> MomentPage:
    """Give one moment whole. Raises `NotVisible`."""
    row = scopes.moments(viewer, now=now).filter(pk=moment_id).select_related("turn", "case__key").first()
    if row is None:
        raise NotVisible
    items = _items(scopes.moment_items(viewer, now=now).filter(moment=row))
    turns = scopes.moment_turns(viewer, now=now).filter(moment=row).select_related("recorded_by").order_by("-number")
    contacts = scopes.moment_contacts(viewer, now=now).filter(moment=row).order_by("number")
    newest = {contact.side: contact for contact in contacts}
    return MomentPage(
        moment=_line(row, items.get(row.pk, ())),
        turns=tuple(_turn(turn, row.case.key) for turn in turns),
        contacts=tuple(_contact(newest[side]) for side in MomentContact.Side.values if side in newest),
    )


def item_by_id(viewer: Viewer, item_id: UUID, *, now: datetime) -> tuple[MomentLine, ItemLine]:
    """Give one item with its moment, without the other items. Raises `NotVisible`."""
    rows = scopes.moment_items(viewer, now=now).filter(pk=item_id)
    row = rows.select_related(*_ITEM_JOINS, "moment__turn").first()
    if row is None:
        raise NotVisible
    item = _item(row)
    return _line(row.moment, (item,)), item


_ITEM_JOINS = ("member", "report__recorded_by", "moment__turn", "moment__case__key")


def _items(rows: QuerySet[MomentItem]) -> dict[UUID, tuple[ItemLine, ...]]:
    """Give items by moment, in the order in which they must be done."""
    grouped: dict[UUID, list[ItemLine]] = {}
    for row in rows.select_related(*_ITEM_JOINS).order_by("number"):
        grouped.setdefault(row.moment_id, []).append(_item(row))
    return {key: tuple(sorted(lines, key=lambda item: (not item.before, item.due))) for key, lines in grouped.items()}


def _item(row: MomentItem) -> ItemLine:
    report, key = row.report, row.moment.case.key
    return ItemLine(
        id=row.id,
        text=unseal(key, row.text_sealed, place=f"{TEXT_PLACE}:{row.id}"),
        who=unseal(key, row.who_sealed, place=f"{WHO_PLACE}:{row.id}"),
        member=row.member.name if row.member else "",
        member_id=row.member_id,
        before=row.timing == MomentItem.Timing.BEFORE,
        due=due_on(_days(row.moment.turn), row.timing, row.days),
        state=MomentReport.State.OPEN if report is None else MomentReport.State(report.state),
        said="" if report is None else unseal(key, report.text_sealed, place=f"{REPORT_PLACE}:{report.id}"),
        by="" if report is None else report.recorded_by.name,
        reported_at=None if report is None else report.recorded_at,
    )


def _days(turn: MomentTurn) -> Days:
    return Days.of(turn.on_date, turn.until)


def _line(row: CrucialMoment, items: Iterable[ItemLine]) -> MomentLine:
    return MomentLine(
        id=row.id,
        case_id=row.case_id,
        kind=CrucialMoment.Kind(row.kind),
        about=unseal(row.case.key, row.about_sealed, place=f"{ABOUT_PLACE}:{row.id}"),
        state=MomentTurn.State(row.turn.state),
        days=_days(row.turn),
        items=tuple(items),
    )


def _turn(row: MomentTurn, key: Key) -> TurnLine:
    reason = unseal(key, row.reason_sealed, place=f"{TURN_PLACE}:{row.id}")
    return TurnLine(MomentTurn.State(row.state), _days(row), reason, row.recorded_by.name, row.recorded_at)


def _contact(row: MomentContact) -> ContactLine:
    return ContactLine(MomentContact.Side(row.side), row.name, row.organisation_name, row.phone)


def waiting(viewer: Viewer, until: date, case_ids: Collection[UUID], *, now: datetime) -> tuple[WaitingMoment, ...]:
    """Give the expected moments of these cases that come on `until` or sooner, in two queries; no text is opened."""
    near = Q(turn__on_date__lte=until) & ~Q(turn__state__in=ENDED)
    rows = scopes.moments(viewer, now=now).filter(near, case_id__in=case_ids).select_related("turn")
    found = list(rows.order_by("turn__on_date", "id")[:MOST])
    before = MomentItem.Timing.BEFORE
    items = scopes.moment_items(viewer, now=now).filter(moment__in=[row.pk for row in found], timing=before)
    counted: dict[UUID, list[bool]] = {}
    for moment_id, state in items.values_list("moment_id", "report__state"):
        counted.setdefault(moment_id, []).append(state in (None, MomentReport.State.OPEN))
    return tuple(
        WaitingMoment(
            id=row.id,
            case_id=row.case_id,
            kind=CrucialMoment.Kind(row.kind),
            days=_days(row.turn),
            before=len(counted.get(row.id, ())),
            open_before=sum(counted.get(row.id, ())),
        )
        for row in found
    )


def waiting_items(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[WaitingItem, ...]:
    """Give the open items that the viewer holds, and those after moments of these cases that have happened; 1 query.

    No text is opened: a work list says what moment it is about, and the page of the item says the rest.
    """
    is_open = Q(report__isnull=True) | Q(report__state=MomentReport.State.OPEN)
    after = Q(case_id__in=case_ids, timing=MomentItem.Timing.AFTER, moment__turn__state=MomentTurn.State.HAPPENED)
    cancelled = Q(moment__turn__state=MomentTurn.State.CANCELLED)
    mine = Q(member_id__in=viewer.member_ids) & ~cancelled
    rows = scopes.moment_items(viewer, now=now).filter(is_open, after | mine)
    joined = rows.select_related("moment__turn").defer(*SEALED_ITEM, "moment__about_sealed").order_by("added_at", "id")
    return tuple(_waiting_item(row) for row in joined[:MOST])


def _waiting_item(row: MomentItem) -> WaitingItem:
    return WaitingItem(
        id=row.id,
        moment_id=row.moment_id,
        case_id=row.case_id,
        kind=CrucialMoment.Kind(row.moment.kind),
        member_id=row.member_id,
        due=due_on(_days(row.moment.turn), row.timing, row.days),
        happened=row.moment.turn.state == MomentTurn.State.HAPPENED,
        before=row.timing == MomentItem.Timing.BEFORE,
    )
