"""Write the search keys of BSNs anew, after the key of the BSN index was replaced; some residents at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.residents.events import BSNS_REINDEXED
from houvast.residents.models import Resident
from houvast.residents.services.register_resident import BSN_PLACE
from houvast.vault.sealing import bsn_index, unseal

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Reindexed:
    """Where to go on, None at the end; how many were changed, and whose BSN another resident has already."""

    last: UUID | None
    changed: int = 0
    double: tuple[UUID, ...] = ()


def reindex_residents(*, actor: Actor, now: datetime, after: UUID | None) -> Reindexed:
    """Take the next residents. Safe to repeat: what is right already is left alone, and makes no entry.

    Two residents with one BSN can be there only when servers worked under different keys. The second is told, and left.
    """
    rows = Resident.objects.exclude(bsn_index="").order_by("pk").select_related("key")
    piece = list((rows.filter(pk__gt=after) if after else rows)[:AT_ONCE])
    if not piece:
        return Reindexed(None)
    other = [row.id for row in piece if row.bsn_index != _index(row)]
    if not other:
        return Reindexed(piece[-1].id)
    with act(BSNS_REINDEXED, actor=actor, now=now) as acting:
        locked = list(rows.filter(pk__in=other).select_for_update(of=["self"]))
        wanted = {row.id: _index(row) for row in locked}
        taken = set(Resident.objects.filter(bsn_index__in=wanted.values()).values_list("municipality_id", "bsn_index"))
        free = [row for row in locked if (row.municipality_id, wanted[row.id]) not in taken]
        for row in free:
            row.bsn_index = wanted[row.id]
        Resident.objects.bulk_update(free, ["bsn_index"])
        acting.details = {"residents": len(free)}
    return Reindexed(piece[-1].id, len(free), _double(locked, free))


def _index(row: Resident) -> str:
    return bsn_index(unseal(row.key, row.bsn_sealed, place=f"{BSN_PLACE}:{row.id}"))


def _double(locked: Iterable[Resident], free: Iterable[Resident]) -> tuple[UUID, ...]:
    done = {row.id for row in free}
    return tuple(row.id for row in locked if row.id not in done)
