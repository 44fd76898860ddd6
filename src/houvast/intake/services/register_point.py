"""Open a reporting point, with its triage instruction and the steps in which its concerns are decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake import events
from houvast.intake.models import ReportingPoint
from houvast.intake.rules.points import PointFacts, tidied
from houvast.intake.rules.triage import Step
from houvast.intake.services.steps.setting_up import permit_setting_up
from houvast.intake.services.steps.write_point import write_point
from houvast.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A point with the questions to ask there, in order."""

    municipality_id: UUID
    name: str
    source: ReportingPoint.Source
    questions: Sequence[str]
    steps: Sequence[Step]


def register_point(new: NewPoint, *, actor: Actor, now: datetime) -> UUID:
    """Open a point; gives its id. Raises `Refused`, or `Invalid` with a message at each field."""
    with act(events.POINT_REGISTERED, actor=actor, now=now, municipality=new.municipality_id) as acting:
        permit_setting_up(acting, new.municipality_id, actor=actor, now=now)
        facts = tidied(PointFacts(new.name, tuple(new.questions), tuple(step.value for step in new.steps)))
        point = ReportingPoint(municipality_id=new.municipality_id, source=new.source)
        write_point(point, facts)
        acting.subject, acting.subject_id = "reporting_point", point.id
        return point.id
