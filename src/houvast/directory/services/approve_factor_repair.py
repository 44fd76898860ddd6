"""Approve the repair of a lost factor: the second of two people."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import REPAIR_APPROVED
from houvast.directory.models import FactorRepair
from houvast.directory.services.steps.load_member import load_member
from houvast.directory.services.steps.managing import load_person, permit
from houvast.directory.services.steps.repair import VALID
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible


def approve_factor_repair(repair_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Take the factor away, and end the sessions of the account: who found the telephone may be in one.

    A new code app is set up at the next sign-in, with the password; a new password needs an activation code.

    Raises `Refused` for whoever asked it and for the holder, `Conflict` when it was approved already or is too old.
    """
    with act(REPAIR_APPROVED, actor=actor, now=now) as acting:
        if not FactorRepair.objects.select_for_update().filter(pk=repair_id).exists():
            raise NotVisible
        repair = FactorRepair.objects.select_related("account").get(pk=repair_id)
        holder = load_member(acting, repair.account.member_id)
        approver = load_person(actor, now=now)
        permit(acting, policy.may_approve_repair(approver, holder.organisation_id, holder.id, repair.asked_by_id))
        if repair.approved_at is not None or now - repair.asked_at > VALID:
            raise Conflict("Dit herstel is al goedgekeurd of te oud. Vraag het zo nodig opnieuw.")
        repair.approved_by_id, repair.approved_at = approver.member_id, now
        repair.save(update_fields=["approved_by", "approved_at"])
        _take_away(repair)
        acting.details.update(repair=str(repair.id), factor=repair.factor, asked_by=str(repair.asked_by_id))


def _take_away(repair: FactorRepair) -> None:
    if repair.factor == FactorRepair.Factor.CODE_APP:
        repair.account.authenticator_set.all().delete()
        repair.account.session_round += 1
        repair.account.save(update_fields=["session_round"])
        return
    # A session holds a hash that is made with the password: without it, all of them are over.
    repair.account.set_unusable_password()
    repair.account.save(update_fields=["password"])
