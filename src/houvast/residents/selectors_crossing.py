"""What another municipality gets of a resident who moves there: for one offer, fixed when it is made."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.residents import scopes
from houvast.residents.models import Resident
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_shielding import against
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


def shields_between(ids: Collection[UUID], *, now: datetime) -> tuple[tuple[UUID, UUID], ...]:
    """Give who of these residents is shielded from whom of them, also as what else the other is known.

    In two queries; the ids come from a scope.
    """
    found = ((each.resident_id, each.other.resident_id) for each in against(ids, Other(), now=now))
    return tuple(dict.fromkeys((who, other) for who, other in found if other is not None and other in ids))


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
