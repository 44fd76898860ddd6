"""Give the part of a house: what of its own file goes to who asks, or what it did with what was asked."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.requests import RequestKind, RequestStep, missing_of_house
from houvast.accountability.services.steps.requesting import load_for_house, write_turn
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

_WORDS = "Schrijf wat uw huis deed met wat is gevraagd."


def give_for_house(*, actor: Actor, now: datetime, request_id: UUID, words: str) -> None:
    """Give it, once; an inspection needs a choice for each item, anything else words.

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with act(events.HOUSE_GAVE, actor=actor, now=now) as acting:
        viewer, row, view = load_for_house(acting, actor, now, request_id)
        kind, house = view.line.kind, viewer.organisation_id
        gathered = view.took(RequestStep.HOUSE_GATHERED, house) is not None
        first = missing_of_house(kind, gathered=gathered, waiting=view.standing.waiting)
        if first:
            raise Conflict(first)
        if kind is not RequestKind.INSPECTION and not words.strip():
            raise Invalid({"reason": _WORDS})
        write_turn(row, viewer, now, RequestStep.HOUSE_GAVE, house=house, reason=words)
