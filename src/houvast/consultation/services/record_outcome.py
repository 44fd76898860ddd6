"""Record what became of a resolution that is nobody's case. In a case its task says so."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.consultation import events, policy, scopes
from houvast.consultation.models import Meeting, Resolution, ResolutionOutcome
from houvast.consultation.rules.saying import OutcomeState
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible, Refused


def record_outcome(*, actor: Actor, now: datetime, resolution_id: UUID, state: OutcomeState) -> None:
    """Record it, once; also after the meeting. Raises `NotVisible`, `Refused`, or `Conflict` when it is known."""
    with act(events.OUTCOME_RECORDED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = viewer.municipality_id, "resolution", resolution_id
        seen = scopes.resolutions(viewer, now=now).filter(pk=resolution_id, item__case__isnull=True)
        if not seen.exists():
            raise NotVisible
        row = Resolution.objects.select_related("item__meeting").get(pk=resolution_id)
        Meeting.objects.select_for_update().get(pk=row.item.meeting_id)
        acting.municipality = row.item.municipality_id
        verdict = policy.may_record_outcome(
            viewer, chair_id=row.item.meeting.chair_id, member_id=row.member_id, team_id=row.team_id
        )
        if not verdict.allowed:
            raise Refused(verdict)
        if ResolutionOutcome.objects.filter(resolution=row).exists():
            raise Conflict("Van dit besluit is al bekend wat ervan terechtkwam.")
        outcome = ResolutionOutcome(resolution=row, state=state, at=now, by_id=viewer.member_id)
        outcome.save(force_insert=True)
        acting.ground, acting.details = verdict.ground, {"state": state.value}
