"""Sign in: spend the code of the second factor, after the password was right."""

from datetime import datetime
from uuid import UUID

from allauth.mfa.adapter import get_adapter

from houvast.audit.services.act import act
from houvast.directory.events import SIGNED_IN
from houvast.directory.services.steps.account_place import municipality_of_account
from houvast.directory.services.steps.factor import factor_of
from houvast.directory.totp import matching_step
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid

_WRONG = "Deze code klopt niet of is al gebruikt. Wacht op een nieuwe code en vul die in."


def sign_in(account_id: UUID, code: str, *, actor: Actor, now: datetime) -> None:
    """Spend a code and put the signing in on record. Raises `Invalid` for a wrong, late or used code, or no factor."""
    with act(SIGNED_IN, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "account", account_id
        acting.municipality = municipality_of_account(account_id)
        factor = factor_of(account_id)
        if factor is None:
            raise Invalid({"code": _WRONG})
        secret = get_adapter().decrypt(str(factor.data["secret"]))
        step = matching_step(secret, code, after=int(factor.data.get("used_step", 0)), now=now)
        if step is None:
            raise Invalid({"code": _WRONG})
        factor.data["used_step"] = step
        factor.last_used_at = now
        factor.save(update_fields=["data", "last_used_at"])
