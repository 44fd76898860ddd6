"""Choose the reasons for involvement of a concern that waits, from the list of its municipality."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from houvast.intake import events, policy
from houvast.intake.selectors.settings import theme_names
from houvast.intake.services.steps.load_concern import acting_on_concern, decided_message
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def choose_themes(*, actor: Actor, now: datetime, concern_id: UUID, themes: Sequence[str]) -> None:
    """Put these codes in the place of what was chosen; the log says how many, not which.

    A retired one may stay where it was chosen.
    Raises `NotVisible`, `Refused`, `Invalid` for a code that is not on the list, or `Conflict` once decided.
    """
    with acting_on_concern(events.THEMES_CHOSEN, actor=actor, now=now, concern_id=concern_id) as loaded:
        concern = loaded.concern
        loaded.permit(
            policy.may_choose_themes(loaded.viewer, loaded.facts, loaded.duo_domains, entered_by=concern.entered_by_id)
        )
        if not loaded.facts.waits:
            raise Conflict(decided_message(concern))
        offered = theme_names(concern.municipality_id, retired=False)
        if not set(themes) <= {*offered, *concern.themes}:
            raise Invalid({"themes": "Kies een aanleiding uit de lijst van uw gemeente."})
        concern.themes = sorted(set(themes))
        concern.save(update_fields=["themes"])
        loaded.details(count=len(concern.themes))
