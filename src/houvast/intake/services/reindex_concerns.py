"""Write the search keys of concerns anew, after the key of the BSN index was replaced; some concerns at a time."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake.events import CONCERNS_REINDEXED
from houvast.intake.models import Concern
from houvast.intake.services.steps.file_concern import BSN_PLACE, incident_index
from houvast.kernel.actor import Actor
from houvast.vault.sealing import bsn_index, unseal

AT_ONCE = 200


def reindex_concerns(*, actor: Actor, now: datetime, after: UUID | None) -> tuple[UUID | None, int]:
    """Take the next concerns; give the last one, None at the end, and how many were changed. Safe to repeat.

    `identity` stays: it recognises what went straight out, of which nothing is left to hash again.
    """
    rows = Concern.objects.filter(key__isnull=False).order_by("pk").select_related("key")
    piece = list((rows.filter(pk__gt=after) if after else rows)[:AT_ONCE])
    if not piece:
        return None, 0
    other = [row.id for row in piece if _indexes(row) != (row.bsn_index, row.incident_index)]
    if not other:
        return piece[-1].id, 0
    with act(CONCERNS_REINDEXED, actor=actor, now=now) as acting:
        locked = list(rows.filter(pk__in=other).select_for_update(of=["self"]))
        for row in locked:
            row.bsn_index, row.incident_index = _indexes(row)
        Concern.objects.bulk_update(locked, ["bsn_index", "incident_index"])
        acting.details = {"concerns": len(locked)}
    return piece[-1].id, len(locked)


def _indexes(row: Concern) -> tuple[str, str]:
    bsn = unseal(row.key, row.bsn_sealed, place=f"{BSN_PLACE}:{row.id}") if row.key else ""
    return bsn_index(bsn) if bsn else "", incident_index(row.incident_number) if row.incident_number else ""
