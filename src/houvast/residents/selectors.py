"""Every read of the register. A hidden address hides place and phone here, so that no page can forget to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.residents import scopes
from houvast.residents.models import NetworkMember, Resident
from houvast.residents.rules.naming import address, age, full_name


@dataclass(frozen=True, slots=True)
class ResidentLine:
    """A resident as pages show them. `place` and `phone` are empty when the address is hidden."""

    id: UUID
    name: str
    surname: str
    age: int | None
    place: str
    town: str
    phone: str
    contact_wish: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """Somebody of a resident's network."""

    id: UUID
    resident_id: UUID
    name: str
    relation: str
    phone: str
    may_know: str


def line(resident: Resident, today: date) -> ResidentLine:
    """Give a resident as pages show them."""
    hidden = resident.hidden_address
    place = address(resident.street, resident.house_number, resident.postcode, resident.town)
    return ResidentLine(
        id=resident.id,
        name=full_name(resident.first_names, resident.surname_prefix, resident.surname),
        surname=resident.surname,
        age=age(resident.birth_year, resident.birth_month, resident.birth_day, today),
        place="" if hidden else place,
        town="" if hidden else resident.town,
        phone="" if hidden else resident.phone,
        contact_wish=resident.contact_wish,
        hidden=hidden,
    )


def residents(ids: Collection[UUID], *, today: date) -> dict[UUID, ResidentLine]:
    """Give residents by id; the ids come from a scope of the room that asks."""
    return {resident.id: line(resident, today) for resident in scopes.among(ids)}


def network(resident_ids: Collection[UUID]) -> tuple[NetworkLine, ...]:
    """Give the present network of residents, by name. With a hidden address their phones are hidden too."""
    rows = scopes.network_of(resident_ids).select_related("resident").order_by("name", "id")
    return tuple(_network_line(row) for row in rows)


def _network_line(row: NetworkMember) -> NetworkLine:
    phone = "" if row.resident.hidden_address else row.phone
    return NetworkLine(row.id, row.resident_id, row.name, row.relation, phone, row.may_know)


def hold_still(ids: Collection[UUID], *, municipality_id: UUID) -> int:
    """Lock residents of a municipality, always in the same order, and give how many of them there are.

    For a verb that must not run twice at once about one person; call it inside its transaction.
    """
    known = scopes.known_in(municipality_id).filter(pk__in=ids)
    return len(known.select_for_update().order_by("pk"))
