"""Every read of the register. A hidden address hides place and phone here, so that no page can forget to."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from houvast.kernel.partial_date import PartialDate
from houvast.residents import scopes
from houvast.residents.models import NetworkMember, Resident, SamePerson
from houvast.residents.rules.naming import address, age, full_name, search_name
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.rules.reaching import Reach, reach_of
from houvast.residents.services.register_resident import BSN_PLACE
from houvast.vault.sealing import bsn_indexes, unseal

_MOST_ALIKE = 10


@dataclass(frozen=True, slots=True)
class ResidentLine:
    """A resident as pages show them. `place`, `phone` and `mail_to` are empty when the address is hidden."""

    id: UUID
    name: str
    surname: str
    age: int | None
    place: str
    town: str
    phone: str
    contact_wish: str
    reach: Reach | None
    mail_to: str
    language: str
    interpreter: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """Somebody of a resident's network. `in_register`: who leads a case marked that they are a resident too."""

    id: UUID
    resident_id: UUID
    name: str
    relation: str
    phone: str
    may_know: str
    call_first: bool
    mail_to: str
    in_register: bool


@dataclass(frozen=True, slots=True)
class StayLine:
    """A stretch in which a resident lives or lived in a household; `until` is None for who lives there now."""

    resident_id: UUID
    role: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class KnownResident:
    """Somebody in the register who may be the person that is meant: enough to say yes or no, and no address."""

    id: UUID
    name: str
    born: PartialDate | None
    same_bsn: bool


@dataclass(frozen=True, slots=True)
class CorrectableData:
    """What may be corrected, with the version that goes with it. What a hidden address hides is empty."""

    version: int
    hidden: bool
    data: PersonalData


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
        reach=reach_of(resident.reach),
        mail_to="" if hidden else resident.mail_to,
        language=resident.language,
        interpreter=resident.interpreter,
        hidden=hidden,
    )


def residents(ids: Collection[UUID], *, today: date) -> dict[UUID, ResidentLine]:
    """Give residents by id; the ids come from a scope of the room that asks."""
    return {resident.id: line(resident, today) for resident in scopes.among(ids)}


def network(resident_ids: Collection[UUID]) -> tuple[NetworkLine, ...]:
    """Give the present network of residents: who is called first, then by name.

    With a hidden address their phones are hidden too, and where their letters go: that may be where the resident is.
    """
    same = SamePerson.objects.filter(network_member_id=OuterRef("pk"), ended_at__isnull=True)
    rows = scopes.network_of(resident_ids).select_related("resident").annotate(in_register=Exists(same))
    rows = rows.order_by("-call_first", "name", "id")
    return tuple(_network_line(row) for row in rows)


def _network_line(row: NetworkMember) -> NetworkLine:
    hidden = row.resident.hidden_address
    return NetworkLine(
        id=row.id,
        resident_id=row.resident_id,
        name=row.name,
        relation=row.relation,
        phone="" if hidden else row.phone,
        may_know=row.may_know,
        call_first=row.call_first,
        mail_to="" if hidden else row.mail_to,
        in_register=bool(getattr(row, "in_register", False)),
    )


def hold_still(ids: Collection[UUID], *, municipality_id: UUID) -> int:
    """Lock residents of a municipality, always in the same order, and give how many of them there are.

    For a verb that must not run twice at once about one person; call it inside its transaction.
    """
    known = scopes.known_in(municipality_id).filter(pk__in=ids)
    return len(known.select_for_update().order_by("pk"))


def stays(household_ids: Collection[UUID]) -> tuple[StayLine, ...]:
    """Give who lives or lived in households, in the order in which they came."""
    rows = scopes.stays_in(household_ids).order_by("since", "id")
    return tuple(StayLine(row.resident_id, row.role, row.since, row.until) for row in rows)


def born(resident: Resident) -> PartialDate | None:
    """Give the birth date as far as it is known."""
    if not resident.birth_year:
        return None
    return PartialDate(resident.birth_year, resident.birth_month or None, resident.birth_day or None)


def data_of(resident: Resident) -> PersonalData:
    """Give what may be corrected, as it is kept."""
    return PersonalData(
        surname=resident.surname,
        surname_prefix=resident.surname_prefix,
        first_names=resident.first_names,
        born=born(resident),
        street=resident.street,
        house_number=resident.house_number,
        postcode=resident.postcode,
        town=resident.town,
        phone=resident.phone,
        contact_wish=resident.contact_wish,
        reach=resident.reach,
        mail_to=resident.mail_to,
        language=resident.language,
        interpreter=resident.interpreter,
    )


def correctable(resident_id: UUID) -> CorrectableData | None:
    """Give what may be corrected of a resident, without what a hidden address hides; the id comes from a scope."""
    resident = scopes.among([resident_id]).first()
    if resident is None:
        return None
    data = data_of(resident)
    if resident.hidden_address:
        data = replace(data, street="", house_number="", postcode="", town="", phone="", mail_to="")
    return CorrectableData(resident.version, resident.hidden_address, data)


def known_as(
    municipality_id: UUID, *, bsn: str, surname: str, birth_date: PartialDate | None
) -> tuple[KnownResident, ...]:
    """Give who in the register of a municipality may be meant: the same BSN first, else surname and birth date.

    A name without a birth date finds nobody: that would be leafing through the register.
    """
    indexes = bsn_indexes(bsn) if bsn else ()
    who = meant(bsn=bsn, surname=surname, birth_date=birth_date)
    rows: QuerySet[Resident] = scopes.known_in(municipality_id).filter(who).order_by("search_name", "pk")
    found = [_known(row, indexes) for row in rows[:_MOST_ALIKE]]
    return tuple(sorted(found, key=lambda each: not each.same_bsn))


def search_keys_fit() -> bool:
    """Say whether BSNs are found under the keys that are here; looks at the first and the last who has one."""
    rows = Resident.objects.exclude(bsn_index="").select_related("key")
    return all(
        row.bsn_index in bsn_indexes(unseal(row.key, row.bsn_sealed, place=f"{BSN_PLACE}:{row.id}"))
        for row in (rows.order_by("pk").first(), rows.order_by("pk").last())
        if row is not None
    )


def meant(*, bsn: str, surname: str, birth_date: PartialDate | None, prefix: str = "") -> Q:
    """Say who is meant: the same BSN, or surname and birth date. `prefix` reaches the resident through a relation."""
    who = Q(**{f"{prefix}bsn_index__in": bsn_indexes(bsn) if bsn else ()})
    if birth_date is not None:
        who |= _named(surname, prefix) & _born_on(birth_date, prefix)
    return who


def meant_in(municipality_id: UUID, who: Q) -> tuple[UUID, ...]:
    """Give the residents in the register of a municipality whom `meant` says, in one query whoever that is."""
    rows = scopes.known_in(municipality_id).filter(who).order_by("pk")
    return tuple(rows.values_list("pk", flat=True)[:_MOST_ALIKE])


def _known(row: Resident, indexes: Collection[str]) -> KnownResident:
    name = full_name(row.first_names, row.surname_prefix, row.surname)
    return KnownResident(row.id, name, born(row), same_bsn=row.bsn_index in indexes)


def _named(surname: str, prefix: str) -> Q:
    wanted = search_name("", "", surname.strip())
    field = f"{prefix}search_name"
    return Q(**{field: wanted}) | Q(**{f"{field}__startswith": f"{wanted} "})


def _born_on(day: PartialDate, prefix: str) -> Q:
    """Say that what both know of a birth date is the same."""
    said = Q(**{f"{prefix}birth_year": day.year})
    for name, value in (("month", day.month), ("day", day.day)):
        if value:
            said &= Q(**{f"{prefix}birth_{name}__in": (0, value)})
    return said
