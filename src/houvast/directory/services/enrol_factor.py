"""Give an account its second factor."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.events import FACTOR_ENROLLED
from houvast.directory.services.steps.account_place import municipality_of_account
from houvast.directory.services.steps.factor import factor_of, store_factor
from houvast.directory.totp import matching_step
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def enrol_factor(account_id: UUID, secret: str, code: str, *, actor: Actor, now: datetime) -> None:
    """Store the secret when the code proves that the app has it. The code is not spent: signing in does that.

    Raises `Invalid` for a wrong code and `Conflict` when there is a factor: a lost one is repaired by two people.
    """
    with act(FACTOR_ENROLLED, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "account", account_id
        acting.municipality = municipality_of_account(account_id)
        if factor_of(account_id) is not None:
            raise Conflict("Er is al een code-app gekoppeld aan dit account. Log in met een code uit die app.")
        if matching_step(secret, code, after=0, now=now) is None:
            raise Invalid({"code": "Deze code klopt niet. Kijk of de klok van uw telefoon gelijk loopt."})
        store_factor(account_id, secret)
