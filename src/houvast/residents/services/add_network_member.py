"""Add a relative, friend or neighbour who takes part around a resident."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import NetworkMember, Resident


@dataclass(frozen=True, slots=True)
class NewNetworkMember:
    """Somebody of the network; `may_know` is what the resident lets them know, in the resident's words.

    `mail_to` is where letters to them go, such as the office of who represents the resident; "" when by hand only.
    `call_first` makes them the one to call about the resident, in the place of whoever was. `id` is made before the
    act, so that pressing twice adds one person.
    """

    resident_id: UUID
    name: str
    relation: str
    phone: str = ""
    may_know: str = ""
    call_first: bool = False
    mail_to: str = ""
    id: UUID = field(default_factory=new_id)


def add_network_member(*, actor: Actor, now: datetime, new: NewNetworkMember) -> UUID:
    """Add somebody to a resident's network; gives the id.

    Raises `NotVisible`, `Invalid`, or `Conflict` the second time.
    """
    with act(events.NETWORK_MEMBER_ADDED, actor=actor, now=now) as acting:
        resident = Resident.objects.select_for_update().filter(pk=new.resident_id).first()
        if resident is None:
            raise NotVisible
        problems = {}
        if not new.name.strip():
            problems["name"] = "Vul een naam in."
        if not new.relation.strip():
            problems["relation"] = "Vul in wie dit is voor de inwoner, bijvoorbeeld 'moeder' of 'buurman'."
        if problems:
            raise Invalid(problems)
        if NetworkMember.objects.filter(pk=new.id).exists():
            raise Conflict("Deze naaste staat er al.")
        if new.call_first:
            NetworkMember.objects.filter(resident=resident, call_first=True).update(call_first=False)
        today = in_amsterdam(now).date()
        row = NetworkMember(
            id=new.id,
            resident=resident,
            municipality_id=resident.municipality_id,
            name=new.name.strip(),
            relation=new.relation.strip(),
            phone=new.phone.strip(),
            mail_to=new.mail_to.strip(),
            may_know=new.may_know.strip(),
            call_first=new.call_first,
            since=today,
            ground=resident.ground,
            organisation_id=resident.organisation_id,
            retention_from=today,
        )
        row.save(force_insert=True)
        acting.municipality = resident.municipality_id
        acting.subject, acting.subject_id = "network_member", row.id
        return row.id
