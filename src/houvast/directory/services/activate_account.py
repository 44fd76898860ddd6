"""Set the password of an account with an activation code."""

import hmac
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import ACCOUNT_ACTIVATED
from houvast.directory.models import Account, Activation
from houvast.directory.services.steps.account_place import municipality_of_account
from houvast.directory.services.steps.activation import digest_of
from houvast.directory.services.steps.managing import permit
from houvast.directory.services.steps.password import check_password
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid

WRONG_CODE = "Deze gebruikersnaam en code horen niet bij elkaar, of de code is gebruikt of te oud."


def activate_account(account_id: UUID, code: str, new: str, *, actor: Actor, now: datetime) -> None:
    """Spend a code and set the password. The holder does this, before signing in.

    Raises `Invalid` at "code" for one that is wrong, used, withdrawn or too old, and at "new" for a password that is
    too easy to guess; the code then stays good.
    """
    with act(ACCOUNT_ACTIVATED, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "account", account_id
        acting.municipality = municipality_of_account(account_id)
        account = Account.objects.select_for_update().get(pk=account_id)
        holder_id, is_practice = account.member_id, account.is_practice
        verdict = policy.may_change_password(actor_id=actor.member_id, holder_id=holder_id, is_practice=is_practice)
        permit(acting, verdict)
        row = Activation.objects.filter(account=account, used_at__isnull=True, withdrawn_at__isnull=True).first()
        if row is None or row.valid_until <= now or not hmac.compare_digest(row.digest, digest_of(account.id, code)):
            raise Invalid({"code": WRONG_CODE})
        check_password(new, account)
        account.set_password(new)
        account.save(update_fields=["password"])
        row.used_at = now
        row.save(update_fields=["used_at"])
        acting.details.update(activation=str(row.id))
