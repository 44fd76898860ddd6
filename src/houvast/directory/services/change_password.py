"""Change one's own password."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import PASSWORD_CHANGED
from houvast.directory.models import Account
from houvast.directory.services.steps.account_place import municipality_of_account
from houvast.directory.services.steps.password import check_password
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Refused


def change_password(account_id: UUID, new: str, *, actor: Actor, now: datetime) -> None:
    """Set a new password. The door has checked the old one. Raises `Invalid` for one that is too easy to guess."""
    with act(PASSWORD_CHANGED, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "account", account_id
        acting.municipality = municipality_of_account(account_id)
        account = Account.objects.select_for_update().get(pk=account_id)
        verdict = policy.may_change_password(
            actor_id=actor.member_id, holder_id=account.member_id, is_practice=account.is_practice
        )
        if not verdict.allowed:
            raise Refused(verdict)
        check_password(new, account)
        account.set_password(new)
        account.save(update_fields=["password"])
