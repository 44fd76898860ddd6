"""Let go of what was held."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from houvast.accountability import events, policy
from houvast.accountability.models import HoldEnd, LegalHold
from houvast.accountability.services.steps.loading import load_viewer, permit
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible


def end_hold(*, actor: Actor, now: datetime, hold_id: UUID) -> None:
    """Let it go. Raises `NotVisible`, `Refused`, or `Conflict` when it was let go already."""
    with act(events.HOLD_ENDED, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_see_retention(viewer))
        hold = LegalHold.objects.filter(municipality_id=municipality_id, pk=hold_id).first()
        if hold is None:
            raise NotVisible
        acting.subject, acting.subject_id = hold.unit, hold.unit_id
        try:
            with transaction.atomic():
                HoldEnd(hold=hold, ended_by_id=viewer.member_id, ended_at=now).save(force_insert=True)
        except IntegrityError as there:
            raise Conflict("Dit wordt niet meer vastgehouden.") from there
