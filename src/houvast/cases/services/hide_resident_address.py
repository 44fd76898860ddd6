"""Hide where somebody in a case lives and how they are reached (domestic violence), or show it again."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.residents.services.hide_address import hide_address


def hide_resident_address(*, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, hidden: bool) -> None:
    """Hide or show place and phone of a resident of the case, everywhere at once. Raises `NotVisible` or `Refused`."""
    with acting_on_case(events.ADDRESS_HIDDEN, actor=actor, now=now, case_id=case_id) as loaded:
        people = scopes.residents(loaded.viewer, now=now).filter(case_id=case_id, until__isnull=True)
        if not people.filter(resident_id=resident_id).exists():
            raise NotVisible
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        hide_address(actor=actor, now=now, resident_id=resident_id, hidden=hidden)
        loaded.about("resident", resident_id, hidden=hidden)
