"""Try a code: the right one, in time and within few tries, proves who somebody is."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.one_time_codes import KeptCode, Tried
from houvast.plans import events
from houvast.plans.models import LinkCode
from houvast.plans.services.steps.load_link import acting_by_link
from houvast.vault.one_time_codes import tried


def try_link_code(*, actor: Actor, now: datetime, link_id: UUID, typed: str) -> UUID | None:
    """Give the proof when this is the newest code of the link; None when it is wrong, used, too old or tried too often.

    Each try counts and is on record, so a wrong one is no error that takes the transaction back. Raises `NotVisible`.
    """
    with acting_by_link(events.LINK_CODE_TRIED, link_id, actor=actor, now=now) as (outside, link):
        code = LinkCode.objects.filter(link=link).order_by("-number").first()
        outcome = tried(_kept(code), typed, now=now)
        outside.acting.details["outcome"] = outcome.value
        if code is None or outcome is Tried.NO_CODE:
            return None
        code.tries += 1
        code.used_at = now if outcome is Tried.RIGHT else None
        code.save(update_fields=["tries", "used_at"])
        return code.id if outcome is Tried.RIGHT else None


def _kept(code: LinkCode | None) -> KeptCode | None:
    return KeptCode(code.id, code.digest, code.valid_until, code.tries, code.used_at) if code else None
