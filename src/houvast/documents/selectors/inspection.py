"""Which documents there are about the people of cases, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection
from uuid import UUID

from houvast.documents.models import Document
from houvast.documents.services.steps.write_version import NAME_PLACE
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import unseal


def held_documents(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give that each document is there, in one query. The files themselves are handed over apart."""
    rows = Document.objects.filter(case__in=case_ids, case__key__destroyed_at=None)
    rows = rows.select_related("organisation", "case__key").order_by("added_at", "pk")
    return tuple(
        Held(
            HeldKind.DOCUMENT,
            "Document",
            (("Naam", unseal(row.case.key, row.name_sealed, place=f"{NAME_PLACE}:{row.id}")),),
            in_amsterdam(row.added_at).date(),
            row.organisation.name,
            row.case_id,
        )
        for row in rows
    )
