"""Try a code from the telephone: the right one, after the personal code, lets somebody in."""

from datetime import datetime

from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.kernel.one_time_codes import KeptCode, Tried
from houvast.participation import events
from houvast.participation.models import PersonalCode, SignInCode
from houvast.participation.selectors.taking_part import HeldCode, held_code
from houvast.participation.services.steps.load_participant import acting_as_participant
from houvast.vault.one_time_codes import tried


def try_sign_in_code(*, actor: Actor, now: datetime, held: HeldCode, typed: str) -> bool:
    """Say whether it was right. Each try counts and is on record, so a wrong one is no error. Raises `NotVisible`."""
    with acting_as_participant(events.SIGN_IN_CODE_TRIED, held.who.id, actor=actor, now=now) as (outside, row):
        if held_code(held.id, now=now) is None:
            raise NotVisible
        code = SignInCode.objects.filter(participant=row).order_by("-number").first()
        outcome = tried(_kept(code), typed, now=now)
        outside.acting.details["outcome"] = outcome.value
        if code is None or outcome is Tried.NO_CODE:
            return False
        code.tries += 1
        code.used_at = now if outcome is Tried.RIGHT else None
        code.save(update_fields=["tries", "used_at"])
        if outcome is Tried.RIGHT:
            PersonalCode.objects.filter(pk=held.id, used_at__isnull=True).update(used_at=now)
        return outcome is Tried.RIGHT


def _kept(code: SignInCode | None) -> KeptCode | None:
    return KeptCode(code.id, code.digest, code.valid_until, code.tries, code.used_at) if code else None
