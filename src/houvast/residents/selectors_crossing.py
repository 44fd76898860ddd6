"""What another municipality gets of a resident who moves there: for one offer, fixed when it is made."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.residents import scopes
from houvast.residents.models import Resident
from houvast.residents.selectors_shielding import running
from houvast.residents.services.register_resident import BSN_PLACE
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class CrossingData:
    """A resident for another register. A hidden address hides the phone here too, and no address goes over at all.

    That no post may go home always goes over: it keeps people safe there too.
    """

    id: UUID
    surname: str
    surname_prefix: str
    first_names: str
    birth_year: int
    birth_month: int
    birth_day: int
    sex: str
    bsn: str
    phone: str
    contact_wish: str
    reach: str
    language: str
    interpreter: bool
    hidden_address: bool


@dataclass(frozen=True, slots=True)
class CrossingShield:
    """One who moves is shielded from another who moves along; `review_on` is when somebody would look again."""

    resident_id: UUID
    from_id: UUID
    review_on: date


def shields_between(ids: Collection[UUID], *, now: datetime) -> tuple[CrossingShield, ...]:
    """Give who of these residents is shielded from whom of them, in one query; the ids come from a scope."""
    rows = running(now).filter(resident_id__in=ids, from_resident_id__in=ids).order_by("added_at", "id")
    return tuple(CrossingShield(*row) for row in rows.values_list("resident_id", "from_resident_id", "review_on"))


def crossing_data(ids: Collection[UUID], *, bsn: bool, contact: bool) -> dict[UUID, CrossingData]:
    """Give residents by id, with their BSN and how to reach them only when asked; the ids come from a scope."""
    rows = scopes.among(ids).select_related("key")
    return {row.id: _crossing(row, bsn=bsn, contact=contact) for row in rows}


def _crossing(row: Resident, *, bsn: bool, contact: bool) -> CrossingData:
    reachable = contact and not row.hidden_address
    return CrossingData(
        id=row.id,
        surname=row.surname,
        surname_prefix=row.surname_prefix,
        first_names=row.first_names,
        birth_year=row.birth_year,
        birth_month=row.birth_month,
        birth_day=row.birth_day,
        sex=row.sex,
        bsn=unseal(row.key, row.bsn_sealed, place=f"{BSN_PLACE}:{row.id}") if bsn else "",
        phone=row.phone if reachable else "",
        contact_wish=row.contact_wish if contact else "",
        reach=row.reach,
        language=row.language if contact else "",
        interpreter=row.interpreter and contact,
        hidden_address=row.hidden_address,
    )
