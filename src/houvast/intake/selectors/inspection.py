"""Which concerns there are about one person, for who asks to see it (AVG art. 15)."""

from uuid import UUID

from houvast.intake.models import Concern
from houvast.intake.services.steps.file_concern import TEXT_PLACE
from houvast.kernel.held import Held, HeldKind
from houvast.vault.sealing import unseal


def held_concerns(resident_id: UUID, municipality_id: UUID) -> tuple[Held, ...]:
    """Give what was reported about a person, in one query; never who reported it."""
    rows = Concern.objects.filter(resident=resident_id, municipality=municipality_id)
    rows = rows.exclude(key=None).select_related("organisation", "key").order_by("reported_on", "pk")
    return tuple(_held(row) for row in rows)


def _held(row: Concern) -> Held:
    key = row.key
    text = unseal(key, row.text_sealed, place=f"{TEXT_PLACE}:{row.id}") if key and row.text_sealed else ""
    lines = (("Waarom", ", ".join(row.themes)), ("Tekst", text))
    told = tuple(line for line in lines if line[1])
    return Held(HeldKind.CONCERN, "Signaal", told, row.reported_on, row.organisation.name, row.case_id)
