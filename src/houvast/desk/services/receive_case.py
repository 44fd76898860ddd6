"""Receive a case from another municipality: the people are registered and the case opens, or nothing happens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from houvast.audit.services.act import together
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case
from houvast.cases.rules.moves import CarriedPerson
from houvast.cases.rules.opening import Choice
from houvast.cases.services.accept_move import Received, accept_move
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.link_cases import NewLink
from houvast.cases.services.open_case import NewCase, OpenedCase, open_case
from houvast.desk.services.steps.after_closing import after_closing
from houvast.kernel.actor import Actor
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors import known_as
from houvast.residents.services.hide_address import hide_address
from houvast.residents.services.register_resident import NewResident, register_resident
from houvast.residents.services.shield_resident import shield_resident

_LOOK_AGAIN = timedelta(days=28)
"""When somebody looks again at a shield that came along. *Verzonnen*."""


@dataclass(frozen=True, slots=True)
class ReceivedCase:
    """How the receiving municipality opens its own case: what `NewCase` asks and did not come with the offer.

    `links` are other cases there about the same people, with the reason why they are not one.
    """

    name: str
    phase: int
    domain: str
    case_id: UUID
    chosen: Mapping[Responsibility, Choice] = field(default_factory=dict)
    links: Sequence[NewLink] = ()


def receive_case(*, actor: Actor, now: datetime, offer_id: UUID, new: ReceivedCase) -> OpenedCase:
    """Accept an offer and open the case, in one transaction; own pages of the old case end.

    Raises `NotVisible`, `Refused`, `Conflict` when somebody was first, or `Invalid` with a message at each field.
    """
    made: list[OpenedCase] = []

    def open_for(received: Received) -> UUID:
        residents = [_resident(actor, now, received, person, new.domain) for person in received.carried.people]
        _shield(actor, now, received, residents)
        case = NewCase(
            municipality_id=received.municipality_id,
            kind=Case.Kind(received.carried.kind),
            name=new.name,
            phase=new.phase,
            domain=new.domain,
            residents=residents,
            chosen=new.chosen,
            links=new.links,
            id=new.case_id,
        )
        made.append(open_case(actor=actor, now=now, new=case))
        return made[0].id

    with together():
        left = accept_move(actor=actor, now=now, offer_id=offer_id, open_for=open_for)
        after_closing(actor=actor, now=now, case_id=left)
    return made[0]


def _resident(actor: Actor, now: datetime, received: Received, person: CarriedPerson, domain: str) -> NewCaseResident:
    """Give somebody as the own register knows them by their BSN, or register them there."""
    municipality_id = received.municipality_id
    known = known_as(municipality_id, bsn=person.bsn, surname="", birth_date=None) if person.bsn else ()
    if known:
        _hide(actor, now, known[0].id, person)
        return NewCaseResident(known[0].id, is_child=person.is_child, role=person.role)
    new = NewResident(
        municipality_id=municipality_id,
        organisation_id=received.organisation_id,
        ground=domain,
        surname=person.surname,
        surname_prefix=person.surname_prefix,
        first_names=person.first_names,
        birth_year=person.birth_year,
        birth_month=person.birth_month,
        birth_day=person.birth_day,
        sex=person.sex,
        phone=person.phone,
        contact_wish=person.contact_wish,
        reach=person.reach,
        language=person.language,
        interpreter=person.interpreter,
        bsn=person.bsn,
    )
    register_resident(actor=actor, now=now, new=new)
    _hide(actor, now, new.id, person)
    return NewCaseResident(new.id, is_child=person.is_child, role=person.role)


def _hide(actor: Actor, now: datetime, resident_id: UUID, person: CarriedPerson) -> None:
    """Hide who hid where they came from, also who stood in the register here with an address for all to see."""
    if person.hidden_address:
        hide_address(actor=actor, now=now, resident_id=resident_id, hidden=True)


def _shield(actor: Actor, now: datetime, received: Received, residents: Sequence[NewCaseResident]) -> None:
    """Keep who moves from who moves along, as they were kept; somebody looks again after the first weeks."""
    moved = zip(received.carried.people, residents, strict=True)
    ids = {UUID(person.id): here.resident_id for person, here in moved if person.id}
    look_again = in_amsterdam(now).date() + _LOOK_AGAIN
    for kept, other in received.shields:
        shield_resident(
            actor=actor,
            now=now,
            resident_id=ids[kept],
            other=Other(ids[other]),
            reason=f"Gemeente {received.from_name} schermde dit af voor de verhuizing. Vraag daar waarom.",
            review_on=look_again,
        )
