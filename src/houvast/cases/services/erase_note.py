"""Erase what a partner wrote in a case, before the case itself goes: the note has a key of its own."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.cases import events
from houvast.cases.models import Note
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.vault.services.destroy_key import destroy_key


def erase_note(*, actor: Actor, now: datetime, note_id: UUID) -> None:
    """Destroy the key of a note; that it was written stays. Safe to repeat. Raises `NotVisible` without such a key."""
    with act(events.NOTE_ERASED, actor=actor, now=now) as acting:
        note = Note.objects.select_related("key").filter(pk=note_id).first()
        if note is None or note.key is None:
            raise NotVisible
        destroy_key(note.key, now=now)
        acting.case, acting.municipality = note.case_id, note.municipality_id
        acting.subject, acting.subject_id = "note", note_id
