"""Try a code: the right one, in time and within few tries, proves who somebody is."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.plans import events
from houvast.plans.models import LinkCode
from houvast.plans.rules.links import MOST_TRIES
from houvast.plans.services.steps.link_secrets import is_code
from houvast.plans.services.steps.load_link import acting_by_link


def try_link_code(*, actor: Actor, now: datetime, link_id: UUID, typed: str) -> UUID | None:
    """Give the proof when this is the newest code of the link; None when it is wrong, used, too old or tried too often.

    Each try counts and is on record, so a wrong one is no error that takes the transaction back. Raises `NotVisible`.
    """
    with acting_by_link(events.LINK_CODE_TRIED, link_id, actor=actor, now=now) as (outside, link):
        code = LinkCode.objects.filter(link=link).order_by("-number").first()
        if code is None or code.used_at is not None or code.valid_until <= now or code.tries >= MOST_TRIES:
            outside.acting.details["outcome"] = "no_code"
            return None
        code.tries += 1
        right = is_code(code.id, code.digest, typed)
        code.used_at = now if right else None
        code.save(update_fields=["tries", "used_at"])
        outside.acting.details["outcome"] = "right" if right else "wrong"
        return code.id if right else None
