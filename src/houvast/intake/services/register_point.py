"""Open a reporting point, with its triage instruction and the steps in which its concerns are decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake import events
from houvast.intake.models import ReportingPoint
from houvast.intake.rules.triage import Step
from houvast.intake.services.steps.setting_up import permit_setting_up
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A point with the questions to ask there, in order."""

    municipality_id: UUID
    name: str
    source: ReportingPoint.Source
    questions: Sequence[str]
    steps: Sequence[Step]


def register_point(new: NewPoint, *, actor: Actor, now: datetime) -> UUID:
    """Open a point; gives its id. Raises `Refused`, or `Invalid` for a name in use or a point without steps."""
    with act(events.POINT_REGISTERED, actor=actor, now=now, municipality=new.municipality_id) as acting:
        permit_setting_up(acting, new.municipality_id, actor=actor, now=now)
        problems = _problems(new)
        if problems:
            raise Invalid(problems)
        point = ReportingPoint(
            municipality_id=new.municipality_id,
            name=new.name.strip(),
            source=new.source,
            instruction=list(new.questions),
            steps=[step.value for step in new.steps],
        )
        point.save(force_insert=True)
        acting.subject, acting.subject_id = "reporting_point", point.id
        return point.id


def _problems(new: NewPoint) -> dict[str, str]:
    problems = {}
    if not new.name.strip():
        problems["name"] = "Geef het meldpunt een naam."
    elif ReportingPoint.objects.filter(municipality_id=new.municipality_id, name=new.name.strip()).exists():
        problems["name"] = "Er is al een meldpunt met deze naam."
    if not new.steps:
        problems["steps"] = "Kies wie de signalen van dit meldpunt beoordeelt."
    return problems
