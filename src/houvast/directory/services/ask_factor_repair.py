"""Ask to repair a factor that somebody else lost: the code app, or the password."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import REPAIR_ASKED
from houvast.directory.models import Account, FactorRepair
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import add_row, load_person, permit
from houvast.directory.services.steps.repair import VALID
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible

Lost = Literal["code_app", "memorised"]


def ask_factor_repair(account_id: UUID, factor: Lost = "code_app", *, actor: Actor, now: datetime) -> UUID:
    """Ask for a repair; gives its id. Nothing changes until another administrator approves it.

    Raises `Refused` for the password of a practice account, which everybody knows.
    """
    with act(REPAIR_ASKED, actor=actor, now=now) as acting:
        account = Account.objects.filter(pk=account_id).first()
        if account is None:
            raise NotVisible
        holder = load_member(acting, account.member_id)
        asker = load_person(actor, now=now)
        permit(acting, policy.may_ask_repair(asker, holder.organisation_id, holder.id))
        if factor == "memorised":
            whose = (holder.organisation_id, holder.id)
            permit(acting, policy.may_make_activation(asker, *whose, is_practice=account.is_practice))
        refuse_left(holder)
        waiting = FactorRepair.objects.filter(account=account, factor=factor, approved_at__isnull=True)
        if waiting.filter(asked_at__gte=now - VALID).exists():
            raise Conflict("Om dit herstel is al gevraagd. Een andere beheerder moet het nog goedkeuren.")
        row = FactorRepair(account=account, factor=factor, asked_by_id=asker.member_id, asked_at=now)
        add_row(acting, "factor_repair", row)
        acting.details.update(account=str(account.id), factor=factor)
        return row.id
