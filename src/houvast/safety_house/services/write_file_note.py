"""Write a note in a file. It stays."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.safety_house import events, policy
from houvast.safety_house.models import FileNote
from houvast.safety_house.rules import places
from houvast.safety_house.rules.content import LONGEST_TEXT
from houvast.safety_house.services.steps.load_file import acting_on_file
from houvast.vault.sealing import seal, unseal


def write_file_note(*, actor: Actor, now: datetime, file_id: UUID, text: str) -> UUID:
    """Write it; gives the id.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when the same was written a moment ago.
    """
    with acting_on_file(events.NOTE_WRITTEN, file_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_write(loaded.facts))
        if not text.strip() or len(text) > LONGEST_TEXT:
            raise Invalid({"text": f"Schrijf een notitie van hoogstens {LONGEST_TEXT} tekens."})
        key, by = loaded.file.key, loaded.viewer.member_id
        recent = FileNote.objects.filter(file=loaded.file, author_id=by, written_at__gt=now - SAME_WITHIN)
        if text.strip() in (unseal(key, row.text_sealed, place=f"{places.NOTE}:{row.id}") for row in recent):
            raise Conflict(ALREADY)
        note_id = new_id()
        FileNote(
            id=note_id,
            file=loaded.file,
            number=1 + FileNote.objects.filter(file=loaded.file).count(),
            text_sealed=seal(loaded.file.key, text.strip(), place=f"{places.NOTE}:{note_id}"),
            written_at=now,
            author_id=loaded.viewer.member_id,
            organisation_id=loaded.viewer.organisation_id,
        ).save(force_insert=True)
        loaded.acting.details["note"] = str(note_id)
        return note_id
