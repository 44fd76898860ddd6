"""Plan a meeting of a table."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.audit.services.act import act
from houvast.consultation import events, policy, scopes
from houvast.consultation.models import ConsultationTable, Meeting
from houvast.consultation.rules.agenda import meeting_problems
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible, Refused


def plan_meeting(
    *, actor: Actor, now: datetime, table_id: UUID, starts_at: datetime, minutes: int | None = None
) -> UUID:
    """Plan a meeting, of the usual length when `minutes` is None; gives its id.

    Raises `NotVisible`, `Refused`, or `Invalid` for a moment that has passed or that has a meeting already.
    """
    with act(events.MEETING_PLANNED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = viewer.municipality_id, "table", table_id
        if not scopes.tables(viewer, now=now).filter(pk=table_id).exists():
            raise NotVisible
        table = ConsultationTable.objects.select_for_update().get(pk=table_id)
        acting.municipality = table.municipality_id
        verdict = policy.may_plan_meeting(viewer, municipality_id=table.municipality_id, chair_id=table.chair_id)
        if not verdict.allowed:
            raise Refused(verdict)
        acting.ground = verdict.ground
        length = table.usual_minutes if minutes is None else minutes
        _check(table, starts_at, length, now)
        meeting = Meeting(table=table, chair_id=table.chair_id, starts_at=starts_at, planned_at=now)
        meeting.ends_at = starts_at + timedelta(minutes=length)
        meeting.save(force_insert=True)
        acting.subject, acting.subject_id = "meeting", meeting.id
        acting.details = {"table": str(table.id), "starts_at": starts_at.isoformat()}
        return meeting.id


def _check(table: ConsultationTable, starts_at: datetime, minutes: int, now: datetime) -> None:
    if not table.active:
        raise Invalid({"": "Deze tafel is niet meer in gebruik."})
    problems = meeting_problems(starts_at, minutes, now)
    if problems:
        raise Invalid(problems)
    if Meeting.objects.filter(table=table, starts_at=starts_at).exists():
        raise Invalid({"starts_at": "Op dit moment is er al een overleg van deze tafel."})
