"""Make a letter: from now on it says what it says, and stands with its case."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.kernel.twice import SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.letters import events
from houvast.letters.models import Letter
from houvast.letters.rules.representing import Represents
from houvast.letters.selectors.composing import Composed, NewLetter, compose, may_write
from houvast.vault.sealing import seal, unseal

CONTENT_PLACE = "letters_letter.content"
_MADE = "Deze brief is al gemaakt. Hij staat één keer bij de casus."


def make_letter(
    *, actor: Actor, now: datetime, case_id: UUID, new: NewLetter, representing: Sequence[Represents] = ()
) -> UUID:
    """Make it; gives its id. The retention clock starts today. `representing` is who represents whom in the case.

    Whether it may go home is asked of the register here, once more: who saw the page before somebody asked for no post
    makes a letter without an address. Raises `NotVisible`, `Refused`, `Invalid` with a message at each field, or
    `Conflict` when it was made already.
    """
    with act_in_case(events.LETTER_MADE, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(may_write(loaded.viewer, case_id, loaded.facts, now=now, kind=new.kind))
        town = loaded.case.municipality.name
        composed = compose(loaded.viewer, case_id, town, new, now=now, representing=representing)
        if Letter.objects.filter(pk=new.id).exists() or _made_just_now(loaded, composed, now):
            raise Conflict(_MADE)
        _write(loaded, new, composed, now)
        loaded.about("letter", new.id, kind=new.kind.value, way=composed.way.value)
        return new.id


def _write(loaded: LoadedCase, new: NewLetter, composed: Composed, now: datetime) -> None:
    to = composed.recipient
    Letter(
        id=new.id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        kind=new.kind.value,
        resident_id=to.id if to.is_resident else None,
        network_member_id=None if to.is_resident else to.id,
        way=composed.way.value,
        content_sealed=seal(loaded.case.key, composed.content.as_text(), place=f"{CONTENT_PLACE}:{new.id}"),
        made_at=now,
        made_by_id=loaded.viewer.member_id,
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    ).save(force_insert=True)


def _made_just_now(loaded: LoadedCase, composed: Composed, now: datetime) -> bool:
    """Say whether this person made just this letter a moment ago, from a page that gave it another id."""
    recent = Letter.objects.filter(
        case=loaded.case, made_by_id=loaded.viewer.member_id, made_at__gt=now - SAME_WITHIN, way=composed.way.value
    )
    made = composed.content.as_text()
    return any(unseal(loaded.case.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}") == made for row in recent)
