"""Choose what happens to items of a request: give, shorten, or leave out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.models import ItemChoice, RequestItem, RightsRequest
from houvast.accountability.rules.requests import ItemAnswer, LeftOutReason
from houvast.accountability.selectors.requests import WORDS_PLACE
from houvast.accountability.services.steps.requesting import load_for_house, load_request
from houvast.audit.services.act import act
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal_under_both

_NOTHING = "Kies bij minstens één onderdeel."
_WORDS = "Schrijf wat de inwoner wel krijgt, of laat het hele onderdeel weg."
_REASON = "Kies waarom."


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for one item."""

    answer: ItemAnswer
    reason: LeftOutReason | None = None
    words: str = ""


def choose_items(
    *, actor: Actor, now: datetime, request_id: UUID, choices: Mapping[UUID, Choice], for_house: bool = False
) -> None:
    """Choose; a later choice replaces an earlier one, the same choice is none.

    `for_house` is about the part of the own house. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with act(events.REQUEST_CHOSEN, actor=actor, now=now) as acting:
        load = load_for_house if for_house else load_request
        viewer, row, view = load(acting, actor, now, request_id)
        if choices.keys() - {item.id for item in view.items}:
            raise NotVisible
        if not choices:
            raise Invalid({"": _NOTHING})
        for choice in choices.values():
            _check(choice)
        held = {item.id: (item.answer, item.reason, item.words) for item in view.items}
        choices = {each: choice for each, choice in choices.items() if held[each] != _kept(choice)}
        items = RequestItem.objects.filter(request=row, pk__in=list(choices)).select_related("key")
        for item in items.order_by("number"):
            _write(row, viewer, now, item, choices[item.id])
        acting.details["items"] = [f"{item_id}:{choice.answer.value}" for item_id, choice in choices.items()]


def _check(choice: Choice) -> None:
    if choice.answer is ItemAnswer.SHORTENED and not choice.words.strip():
        raise Invalid({"words": _WORDS})
    if choice.answer is not ItemAnswer.WHOLE and choice.reason is None:
        raise Invalid({"reason": _REASON})


def _kept(choice: Choice) -> tuple[ItemAnswer, LeftOutReason | None, str]:
    """Give what is kept of a choice: words only of what is shortened, a reason of all that is not whole."""
    words = choice.words.strip() if choice.answer is ItemAnswer.SHORTENED else ""
    return choice.answer, None if choice.answer is ItemAnswer.WHOLE else choice.reason, words


def _write(row: RightsRequest, viewer: Viewer, now: datetime, item: RequestItem, choice: Choice) -> None:
    choice_id = new_id()
    answer, reason, words = _kept(choice)
    ItemChoice.objects.create(
        id=choice_id,
        item=item,
        request=row,
        municipality_id=row.municipality_id,
        number=ItemChoice.objects.filter(item=item).count() + 1,
        answer=answer.value,
        reason=reason.value if reason else "",
        words_sealed=seal_under_both(row.key, item.key, words, place=f"{WORDS_PLACE}:{choice_id}") if words else b"",
        by_id=viewer.member_id,
        at=now,
    )
