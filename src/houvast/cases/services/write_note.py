"""Write a note in a case: sealed, on the ground of who writes it."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy_notes, scopes
from houvast.cases.models import Note
from houvast.cases.rules.contributing import has_ground_for_care
from houvast.cases.rules.matrix import Part
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.twice import SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal, unseal
from houvast.vault.services.create_key import create_key

TEXT_PLACE = "cases_note.text"


def write_note(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    part: Note.Part,
    text: str,
    shared_with_case: bool = False,
    ask_before_passing: bool = False,
    note_id: UUID | None = None,
) -> UUID:
    """Write a note; gives its id. The retention clock starts today.

    A care or justice note is read by others only when it is shared with the case. With `ask_before_passing` it goes no
    further before the writer agrees; about police and justice that always holds. `note_id` is the id that the page
    gave the note, so that pressing twice writes it once. Going back in the browser may give the page another id, so
    the same text by the same writer within `SAME_WITHIN` is the same note too. Raises `NotVisible`, `Refused`,
    `Invalid` when it is empty or the writer has no ground for that part, or `Conflict` when it was written already.
    """
    with acting_on_case(events.NOTE_WRITTEN, actor=actor, now=now, case_id=case_id) as loaded:
        parts = scopes.access(loaded.viewer, now=now).filter(case_id=case_id).values_list("part", flat=True)
        loaded.permit(policy_notes.may_contribute(loaded.viewer, loaded.facts, [Part(part) for part in parts]))
        problems, is_partner = {}, loaded.viewer.municipality_id is None
        if not text.strip():
            problems["text"] = "Schrijf eerst wat u wilt vastleggen."
        if part == Note.Part.CARE and not has_ground_for_care(loaded.viewer.domains, is_partner=is_partner):
            problems["part"] = "Openbare orde heeft geen grond voor een zorgnotitie. Kies een ander soort notitie."
        if problems:
            raise Invalid(problems)
        note_id = note_id or new_id()
        if Note.objects.filter(pk=note_id).exists() or _written_just_now(loaded, part, text.strip(), now):
            raise Conflict("Deze notitie is al bewaard. Zij staat één keer bij de casus.")
        key = create_key(now=now) if loaded.viewer.partner_region is not None else None
        Note(
            id=note_id,
            key=key,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            part=part,
            shared_with_case=shared_with_case,
            ask_before_passing=ask_before_passing,
            author_id=loaded.viewer.member_id,
            written_at=now,
            text_sealed=seal(key or loaded.case.key, text.strip(), place=f"{TEXT_PLACE}:{note_id}"),
            ground=min(loaded.viewer.domains, default="partner"),
            organisation_id=loaded.viewer.organisation_id,
            retention_from=in_amsterdam(now).date(),
        ).save(force_insert=True)
        loaded.about("note", note_id, part=part.value, shared=shared_with_case)
        return note_id


def _written_just_now(loaded: LoadedCase, part: Note.Part, text: str, now: datetime) -> bool:
    """Say whether this writer wrote just this in this case a moment ago."""
    recent = Note.objects.filter(
        case=loaded.case, author_id=loaded.viewer.member_id, part=part, written_at__gt=now - SAME_WITHIN
    ).select_related("key")
    whole = loaded.case.key
    return any(unseal(note.key or whole, note.text_sealed, place=f"{TEXT_PLACE}:{note.id}") == text for note in recent)
