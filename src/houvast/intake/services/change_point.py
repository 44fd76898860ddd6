"""Change a reporting point: its name, its questions, the steps of triage, and whether one can enter there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake import events
from houvast.intake.models import ReportingPoint
from houvast.intake.rules.points import PointFacts, changed, tidied
from houvast.intake.services.steps.setting_up import permit_setting_up
from houvast.intake.services.steps.write_point import facts_of_point, write_point
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible


@dataclass(frozen=True, slots=True)
class ChangedPoint:
    """A point as it must be from now on. `seen` is the mark of what the person saw (`PointFacts.mark`)."""

    municipality_id: UUID
    point_id: UUID
    facts: PointFacts
    seen: str


def change_point(new: ChangedPoint, *, actor: Actor, now: datetime) -> None:
    """Change it. A concern that waits at a step that the point no longer has still goes on to the one after it.

    Raises `Refused`, `NotVisible` for a point that is not there, `Invalid` with a message at each field, or `Conflict`
    when somebody else changed it in between.
    """
    with act(events.POINT_CHANGED, actor=actor, now=now, municipality=new.municipality_id) as acting:
        permit_setting_up(acting, new.municipality_id, actor=actor, now=now)
        rows = ReportingPoint.objects.select_for_update().filter(municipality_id=new.municipality_id)
        point = rows.filter(pk=new.point_id).first()
        if point is None:
            raise NotVisible
        acting.subject, acting.subject_id = "reporting_point", point.id
        before, after = facts_of_point(point), tidied(new.facts)
        if before.mark() != new.seen:
            raise Conflict("Iemand anders wijzigde dit meldpunt net. Kijk opnieuw wat er nu staat.")
        write_point(point, after)
        acting.details = {"fields": changed(before, after)}
