"""Rows of crucial moments that several verbs write: the next turn, an item; and the municipality's list."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases.models import Checklist, CrucialMoment, MomentItem, MomentTurn
from houvast.cases.rules.checklists import SHIPPED, ListItem, whole_list
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.moments import Days
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.kernel.errors import Conflict
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

ABOUT_PLACE = "cases_crucialmoment.about"
TURN_PLACE = "cases_momentturn.reason"
TEXT_PLACE = "cases_momentitem.text"
WHO_PLACE = "cases_momentitem.who"
REPORT_PLACE = "cases_momentreport.text"
ENDED = (MomentTurn.State.HAPPENED, MomentTurn.State.CANCELLED)


@dataclass(frozen=True, slots=True)
class NewTurn:
    """What becomes of a moment, and why."""

    state: MomentTurn.State
    on_date: date
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NewItem:
    """Something to do; `days` counts from the moment. `member_id` is who holds it, if anybody but the directors.

    `id` is made before the act, so that pressing twice adds one item.
    """

    text: str
    who: str
    timing: MomentItem.Timing
    days: int
    member_id: UUID | None = None
    id: UUID = field(default_factory=new_id)


def checklist(municipality_id: UUID, kind: str) -> tuple[ListItem, ...]:
    """Give the list of a municipality for a kind of moment: its own, or else the shipped one."""
    own = Checklist.objects.filter(municipality_id=municipality_id, kind=kind).order_by("-number").first()
    items = SHIPPED[kind] if own is None else tuple(ListItem(**item) for item in own.items)
    return whole_list(kind, items)


def days_of(turn: MomentTurn) -> Days:
    """Give the day or days of a turn."""
    return Days.of(turn.on_date, turn.until)


def newest_turn(moment: CrucialMoment, *, now: datetime) -> MomentTurn:
    """Give how a moment of a locked case stands. Raises `Conflict` when it was recorded later than this act began."""
    turn = MomentTurn.objects.filter(moment=moment).order_by("-number")[0]
    if now < turn.recorded_at:
        raise Conflict("Iemand anders was net iets eerder met dit moment. Kijk opnieuw.")
    return turn


def still_to_come(moment: CrucialMoment, *, now: datetime) -> MomentTurn:
    """Give how a moment stands. Raises `Conflict` when it has happened or was cancelled."""
    turn = newest_turn(moment, now=now)
    if turn.state in ENDED:
        raise Conflict("Dit moment is al doorgegaan of afgezegd. Zet een nieuw moment klaar als er nog een komt.")
    return turn


def write_turn(
    loaded: LoadedCase, moment_id: UUID, new: NewTurn, *, number: int, now: datetime, turn_id: UUID | None = None
) -> MomentTurn:
    """Write the next row of a moment's history. The caller has locked the case."""
    turn_id = turn_id or new_id()
    turn = MomentTurn(
        id=turn_id,
        moment_id=moment_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=number,
        state=new.state,
        on_date=new.on_date,
        until=new.until,
        reason_sealed=seal(loaded.case.key, new.reason.strip(), place=f"{TURN_PLACE}:{turn_id}"),
        recorded_by_id=loaded.viewer.member_id,
        recorded_at=now,
    )
    turn.save(force_insert=True)
    return turn


def write_item(loaded: LoadedCase, moment_id: UUID, new: NewItem, *, number: int, now: datetime) -> MomentItem:
    """Write an item, and let who holds it see the band of the case."""
    item_id = new.id
    item = MomentItem(
        id=item_id,
        moment_id=moment_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=number,
        timing=new.timing,
        days=new.days,
        text_sealed=seal(loaded.case.key, new.text.strip(), place=f"{TEXT_PLACE}:{item_id}"),
        who_sealed=seal(loaded.case.key, new.who.strip(), place=f"{WHO_PLACE}:{item_id}"),
        member_id=new.member_id,
        added_by_id=loaded.viewer.member_id,
        added_at=now,
    )
    item.save(force_insert=True)
    let_hold(loaded, item, now=now)
    return item


def let_hold(loaded: LoadedCase, item: MomentItem, *, now: datetime) -> None:
    """Let who holds an item see the band, for as long as the item is open; the item itself follows from that."""
    if item.member_id is not None:
        cause = Cause("moment_item", item.id, "holds_item")
        give_access(loaded.case, Relation.ITEM_HOLDER, cause, now=now, phase=loaded.phase, member_ids=[item.member_id])
