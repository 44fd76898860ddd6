"""Add a relative, friend or neighbour to the network of somebody whom a case is about."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member


def add_to_network(*, actor: Actor, now: datetime, case_id: UUID, new: NewNetworkMember) -> UUID:
    """Add somebody to the network; gives the id. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_case(events.NETWORK_GREW, actor=actor, now=now, case_id=case_id) as loaded:
        person_to_work_on(loaded, new.resident_id, now=now)
        made = add_network_member(actor=actor, now=now, new=new)
        loaded.about("network_member", made)
        return made
