"""Erase the file of a house: its key is destroyed, and nobody sees it any more."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.safety_house import events
from houvast.safety_house.models import FileAccess, HouseFile
from houvast.vault.services.destroy_key import destroy_key


def erase_file(*, actor: Actor, now: datetime, file_id: UUID) -> None:
    """Destroy the key of a file; what the municipality itself holds stays in its case. Safe to repeat.

    Whether it is time, and who approved it, is for `accountability` to say. Raises `NotVisible`.
    """
    with act(events.FILE_ERASED, actor=actor, now=now) as acting:
        file = HouseFile.objects.select_for_update(of=("self",)).select_related("key", "referral").filter(pk=file_id)
        found = file.first()
        if found is None:
            raise NotVisible
        destroy_key(found.key, now=now)
        FileAccess.objects.filter(file=found, withdrawn_at=None).update(withdrawn_at=now)
        acting.municipality = found.referral.municipality_id
        acting.subject, acting.subject_id = "house_file", file_id
