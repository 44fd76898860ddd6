"""Make a new code on paper for who has an own page: the one before works no longer, and who is signed in is out."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.kernel.twice import SAME_WITHIN
from houvast.participation import events
from houvast.participation.models import PersonalCode
from houvast.participation.selectors.taking_part import name_of
from houvast.participation.services.give_own_page import GivenCode
from houvast.participation.services.steps.load_participant import acting_on_participant
from houvast.participation.services.steps.write_personal_code import write_personal_code

_JUST_MADE = (
    "Er is net al een nieuwe code gemaakt. Is die niet goed overgekomen? Wacht tien minuten en maak er nog een."
)

_ON_PAPER = (
    "Deze persoon krijgt de pagina op papier. Is er nu een mobiel nummer? Beëindig deze pagina en geef een nieuwe."
)


def make_personal_code(*, actor: Actor, now: datetime, participant_id: UUID) -> GivenCode:
    """Give a new code, once. Raises `NotVisible`, `Refused`, or `Conflict` when one was made just now."""
    with acting_on_participant(events.CODE_MADE, participant_id, actor=actor, now=now) as (loaded, row):
        if not PersonalCode.objects.filter(participant=row).exists():
            raise Conflict(_ON_PAPER)
        if PersonalCode.objects.filter(participant=row, made_at__gt=now - SAME_WITHIN).exists():
            raise Conflict(_JUST_MADE)
        code = write_personal_code(row, by=loaded.viewer.member_id, now=now)
        return GivenCode(row.id, name_of(row), code)
