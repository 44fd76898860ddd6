"""Let a note that somebody wrote be passed on to one organisation."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy_notes, scopes
from houvast.cases.models import PassingPermission
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.directory.selectors import organisation_exists
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def allow_passing(*, actor: Actor, now: datetime, note_id: UUID, organisation_id: UUID | None) -> UUID:
    """Allow it; gives the id of the permission. Only who wrote the note may, or who stands in for them.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was allowed already.
    """
    with acting_on_row(events.PASSING_ALLOWED, scopes.notes, note_id, actor=actor, now=now) as (loaded, note):
        loaded.permit(policy_notes.may_allow_passing(loaded.viewer, writer=note.author_id))
        if organisation_id is None or not organisation_exists(organisation_id):
            raise Invalid({"organisation": "Kies aan welke organisatie dit mag worden doorgegeven."})
        if organisation_id == note.organisation_id:
            raise Invalid({"organisation": "Dit is de organisatie waar de notitie vandaan komt."})
        if PassingPermission.objects.filter(note=note, organisation_id=organisation_id).exists():
            raise Conflict("Dat had u al goed gevonden.")
        row = PassingPermission(
            note=note,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            organisation_id=organisation_id,
            given_by_id=loaded.viewer.member_id,
            given_at=now,
        )
        row.save(force_insert=True)
        loaded.about("note", note.id, organisation=str(organisation_id))
        return row.id
