"""Record that a letter went: from then on it stands on the own page of who it is to."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases.services.act_in_case import act_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.letters import events, scopes
from houvast.letters.models import LetterSent
from houvast.letters.rules.sending import sent_problems
from houvast.letters.selectors.composing import may_write

_SENT = "Dat deze brief is verstuurd of gegeven, staat al vast."


def record_sent(*, actor: Actor, now: datetime, letter_id: UUID, sent_on: date | None) -> None:
    """Record it, once. Raises `NotVisible`, `Refused`, `Invalid` at `sent_on`, or `Conflict` when it stands already."""
    with act_on_row(events.LETTER_SENT, scopes.letters, letter_id, "letter", actor=actor, now=now) as (loaded, letter):
        loaded.permit(may_write(loaded.viewer, letter.case_id, loaded.facts, now=now))
        problems = sent_problems(sent_on, in_amsterdam(letter.made_at).date(), in_amsterdam(now).date())
        if problems or sent_on is None:
            raise Invalid(problems)
        if LetterSent.objects.filter(letter=letter).exists():
            raise Conflict(_SENT)
        LetterSent(
            letter=letter,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            sent_on=sent_on,
            recorded_at=now,
            recorded_by_id=loaded.viewer.member_id,
        ).save(force_insert=True)
        loaded.about("letter", letter.id)
