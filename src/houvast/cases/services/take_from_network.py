"""Take somebody out of the network of a resident whom a case is about."""

from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events
from houvast.cases.models import Case
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.residents.services.end_network_member import end_network_member


def take_from_network(
    *, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, network_member_id: UUID
) -> None:
    """End a relative's place. Raises `NotVisible`, `Refused`, or `Invalid` for who has a responsibility themselves."""
    with acting_on_case(events.NETWORK_SHRANK, actor=actor, now=now, case_id=case_id) as loaded:
        person_to_work_on(loaded, resident_id, now=now)
        end_network_member(actor=actor, now=now, resident_id=resident_id, network_member_id=network_member_id)
        if _leads(network_member_id):
            raise Invalid({"": "Deze naaste heeft zelf een verantwoordelijkheid. Wijs die eerst aan een ander toe."})
        loaded.about("network_member", network_member_id)


def _leads(network_member_id: UUID) -> bool:
    """Say whether they hold a seat in this case or in any other: it would stay with who is gone."""
    seats = (Q(**{f"{each.value}__network_member_id": network_member_id}) for each in Responsibility)
    return Case.objects.filter(reduce(or_, seats)).exists()
