"""Choose who handles a request from now on: another than who recorded it, than who handles it, and than oneself."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events, policy
from houvast.accountability.models import RequestHandler
from houvast.accountability.selectors.handling import possible_handlers
from houvast.accountability.services.steps.loading import permit
from houvast.accountability.services.steps.requesting import load_seen
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

_ALREADY = "Deze collega behandelt dit verzoek al."
_CHOOSE = "Kies een collega uit de lijst."


def choose_handler(*, actor: Actor, now: datetime, request_id: UUID, member_id: UUID | None) -> None:
    """Choose; also of a request that was answered, so that somebody can give the answer once more.

    Raises `NotVisible`, `Refused`, `Invalid` for who is not on the list, or `Conflict` for who handles it already.
    """
    with act(events.HANDLER_CHOSEN, actor=actor, now=now) as acting:
        viewer, row = load_seen(acting, actor, now, request_id)
        before = list(RequestHandler.objects.filter(request=row).order_by("number").values_list("member_id", flat=True))
        if member_id is not None and member_id in before[-1:]:
            raise Conflict(_ALREADY)
        possible = {each.id for each in possible_handlers(viewer, request_id, now=now)}
        permit(acting, policy.may_choose_handler(viewer, possible=bool(possible)))
        if member_id not in possible:
            raise Invalid({"handler": _CHOOSE})
        RequestHandler.objects.create(
            request=row,
            municipality_id=row.municipality_id,
            number=len(before) + 1,
            member_id=member_id,
            set_by_id=viewer.member_id,
            at=now,
        )
        acting.details["handler"] = str(member_id)
