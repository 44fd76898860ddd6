"""Add something to do to the list of a crucial moment, for the directors or for a colleague who holds it."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import MomentItem, MomentTurn
from houvast.cases.rules.checklists import fits
from houvast.cases.rules.moments import Days, offset_of
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.moment_rows import NewItem, days_of, newest_turn, write_item
from houvast.directory.selectors import possible_holders
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id


def add_moment_item(
    *,
    actor: Actor,
    now: datetime,
    moment_id: UUID,
    text: str,
    who: str,
    timing: MomentItem.Timing,
    due: date | None,
    member_id: UUID | None = None,
    item_id: UUID | None = None,
) -> UUID:
    """Add an item; gives its id. `due` is kept as days from the moment, so that it moves along.

    `item_id` is the id that the page gave the item, so that pressing twice adds it once.
    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with acting_on_row(events.MOMENT_ITEM_ADDED, scopes.moments, moment_id, actor=actor, now=now) as found:
        loaded, moment = found
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        turn = newest_turn(moment, now=now)
        if turn.state == MomentTurn.State.CANCELLED:
            raise Conflict("Dit moment is afgezegd. Er is niets meer voor te bereiden.")
        problems = _problems(text, who, timing, due, days_of(turn), member_id)
        if member_id is not None and not _works_here(loaded, member_id, now):
            problems["member"] = "Kies iemand die in uw gemeente of bij een partner in uw regio werkt."
        if problems or due is None:
            raise Invalid(problems)
        item_id = item_id or new_id()
        if MomentItem.objects.filter(pk=item_id).exists():
            raise Conflict("Dit punt staat al op de lijst.")
        number = 1 + MomentItem.objects.filter(moment=moment).count()
        new = NewItem(text, who, timing, offset_of(days_of(turn), timing, due), member_id, item_id)
        item = write_item(loaded, moment.id, new, number=number, now=now)
        loaded.about("moment_item", item.id, timing=timing.value, held=member_id is not None)
        return item.id


def _problems(
    text: str, who: str, timing: MomentItem.Timing, due: date | None, days: Days, member_id: UUID | None
) -> dict[str, str]:
    problems = {}
    if not text.strip():
        problems["text"] = "Schrijf op wat er moet gebeuren."
    if not who.strip() and member_id is None:
        problems["who"] = "Schrijf op wie dit doet, bijvoorbeeld 'kliniek', of kies een collega."
    if due is None:
        problems["due"] = "Kies de dag waarop dit klaar moet zijn."
    elif not fits(timing, offset_of(days, timing, due)):
        problems["due"] = "Wat vooraf moet, is klaar op of vóór de dag zelf. Wat achteraf moet, op die dag of later."
    return problems


def _works_here(loaded: LoadedCase, member_id: UUID, now: datetime) -> bool:
    functions = loaded.model.functions.keys()
    lines = possible_holders(loaded.case.municipality_id, functions, now=now)
    return any(line.id == member_id for line in lines)
