"""Withdraw what was shared; it is gone everywhere in the same second."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.sharing import events, policy
from houvast.sharing.rules.content import OF_A_HOUSE, DisclosureState
from houvast.sharing.selectors.disclosures import by_id
from houvast.sharing.services.steps.disclosing import acting_on_disclosure, withdraw

_WITH_A_REFERRAL = "Dit ging naar of kwam van een Zorg- en Veiligheidshuis. Dat heeft een eigen dossier. Bel daarmee."


def withdraw_disclosure(*, actor: Actor, now: datetime, disclosure_id: UUID, reason: str) -> None:
    """Withdraw it. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is over already."""
    with acting_on_disclosure(events.WITHDRAWN, disclosure_id, actor=actor, now=now) as (loaded, row):
        loaded.permit(policy.may_withdraw_disclosure(loaded.viewer, loaded.facts, shared_by=row.by_id))
        if row.way in OF_A_HOUSE:
            raise Conflict(_WITH_A_REFERRAL)
        going_on = (DisclosureState.RUNNING, DisclosureState.WAITING)
        if by_id(loaded.viewer, disclosure_id, now=now).state not in going_on:
            raise Conflict("Dit is al voorbij.")
        if not reason.strip():
            raise Invalid({"reason": "Schrijf in één zin op waarom."})
        withdraw(loaded.case, row.id, actor=actor, by=loaded.viewer.member_id, now=now, reason=reason)
