"""Which safety houses know of cases, for who asks to see what is held (AVG art. 15; BGS art. 1.1)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from houvast.kernel.held import Held, HeldKind
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house.models import HouseFile, Referral


@dataclass(frozen=True, slots=True)
class KeepingHouse:
    """A house that keeps a file of its own about a case."""

    id: UUID
    name: str


def held_referrals(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give to which house cases were referred and when, in one query; what the house wrote, the house gives."""
    rows = Referral.objects.filter(case__in=case_ids).select_related("house", "organisation").order_by("at", "pk")
    return tuple(
        Held(
            HeldKind.HOUSE,
            "Aangemeld bij een Zorg- en Veiligheidshuis",
            (("Welk huis", row.house.name), ("Grond", row.legal_ground)),
            in_amsterdam(row.at).date(),
            row.organisation.name,
            row.case_id,
        )
        for row in rows
    )


def keeping_houses(case_ids: Collection[UUID]) -> tuple[KeepingHouse, ...]:
    """Give the houses that keep a file about cases, by name, in one query."""
    rows = HouseFile.objects.filter(referral__case__in=case_ids, key__destroyed_at=None)
    found = rows.values_list("organisation", "organisation__name").distinct().order_by("organisation__name")
    return tuple(KeepingHouse(house_id, name) for house_id, name in found)
