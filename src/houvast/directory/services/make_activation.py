"""Make a code with which the holder of an account sets a password."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import ACTIVATION_MADE
from houvast.directory.models import Account, Activation
from houvast.directory.services.steps.activation import VALID, digest_of, new_code
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import add_row, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A code as it is handed over, once: afterwards nobody can read it any more."""

    code: str = field(repr=False)
    valid_until: datetime

    @property
    def in_fours(self) -> str:
        """Write the code the way it is read aloud."""
        return "-".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))


def make_activation(account_id: UUID, *, actor: Actor, now: datetime) -> HandedOver:
    """Make a code for an account without a password; a code from before is withdrawn.

    Raises `Conflict` for an account that has a password: a forgotten one is repaired by two people.
    """
    with act(ACTIVATION_MADE, actor=actor, now=now) as acting:
        account = Account.objects.select_for_update().filter(pk=account_id).first()
        if account is None:
            raise NotVisible
        holder = load_member(acting, account.member_id)
        manager = load_manager(actor, now=now)
        is_practice = account.is_practice
        permit(acting, policy.may_make_activation(manager, holder.organisation_id, holder.id, is_practice=is_practice))
        refuse_left(holder)
        if account.has_usable_password():
            raise Conflict("Dit account heeft een wachtwoord. Is het kwijt? Vraag dan herstel van het wachtwoord.")
        Activation.objects.filter(account=account, used_at__isnull=True, withdrawn_at__isnull=True).update(
            withdrawn_at=now
        )
        made = HandedOver(new_code(), now + VALID)
        row = Activation(
            account=account,
            digest=digest_of(account.id, made.code),
            made_by_id=actor.member_id,
            made_at=now,
            valid_until=made.valid_until,
        )
        add_row(acting, "activation", row)
        acting.details.update(account=str(account.id))
        return made
