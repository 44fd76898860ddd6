"""Say what came of an alarm."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events, policy, scopes
from houvast.accountability.models import AlarmAnswer
from houvast.accountability.services.steps.loading import permit
from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible


def answer_alarm(*, actor: Actor, now: datetime, alarm_id: UUID, outcome: str) -> None:
    """Put it on record; it is said once. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was said."""
    with act(events.ALARM_ANSWERED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality = viewer.municipality_id
        acting.subject, acting.subject_id = "alarm", alarm_id
        row = scopes.alarms(viewer).filter(pk=alarm_id).first()
        if row is None:
            raise NotVisible
        permit(acting, policy.may_answer_alarm(viewer, row.municipality_id, about=row.member_id))
        hold_municipality(row.municipality_id)
        if outcome not in AlarmAnswer.Outcome.values:
            raise Invalid({"outcome": "Kies wat ervan kwam."})
        if AlarmAnswer.objects.filter(alarm=row).exists():
            raise Conflict("Een ander zei al wat ervan kwam.")
        AlarmAnswer.objects.create(
            alarm=row, municipality_id=row.municipality_id, outcome=outcome, by_id=viewer.member_id, at=now
        )
        acting.details = {"outcome": outcome}
