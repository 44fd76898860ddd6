"""Record that the resident was told what was shared, or why not yet and when somebody looks again."""

from datetime import date, datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events, policy
from houvast.sharing.models import DisclosureTurn
from houvast.sharing.rules.content import TurnState
from houvast.sharing.services.steps.disclosing import acting_on_disclosure, write_turn


def tell_of_disclosure(
    *,
    actor: Actor,
    now: datetime,
    disclosure_id: UUID,
    told_on: date | None,
    tell_before: date | None,
    words: str,
) -> None:
    """Record it. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was recorded a moment ago."""
    with acting_on_disclosure(events.TOLD, disclosure_id, actor=actor, now=now) as (loaded, row):
        loaded.permit(policy.may_withdraw_disclosure(loaded.viewer, loaded.facts, shared_by=row.by_id))
        today = in_amsterdam(now).date()
        problems = {}
        if told_on is None and tell_before is None:
            problems["told_on"] = "Vul in wanneer u het vertelde, of wanneer u opnieuw kijkt of het kan."
        if told_on is not None and told_on > today:
            problems["told_on"] = "Deze dag moet nog komen."
        if told_on is None and tell_before is not None and tell_before <= today:
            problems["tell_before"] = "Kies een dag die nog komt."
        if told_on is None and not words.strip():
            problems["words"] = "Schrijf op waarom de inwoner het nog niet weet."
        if problems:
            raise Invalid(problems)
        same = {"told_on": told_on, "tell_before": None if told_on else tell_before, "by_id": loaded.viewer.member_id}
        recent = DisclosureTurn.objects.filter(disclosure=row, state=TurnState.TOLD, at__gt=now - SAME_WITHIN)
        if recent.filter(**same).exists():
            raise Conflict(ALREADY)
        write_turn(
            loaded.case,
            row.id,
            TurnState.TOLD,
            by=loaded.viewer.member_id,
            now=now,
            reason=words,
            told_on=told_on,
            tell_before=None if told_on else tell_before,
        )
