"""Begin the *meldcode* about a resident of a case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.contents import parts_seen, people
from houvast.cases.services.act_in_case import act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.reporting_code import events, policy
from houvast.reporting_code.models import ReportingCode
from houvast.reporting_code.rules.steps import begin_problems
from houvast.vault.sealing import seal

WHY_PLACE = "reporting_code_reportingcode.why"


@dataclass(frozen=True, slots=True)
class NewReportingCode:
    """About whom, and why. `id` is made before the act, so that pressing twice begins one."""

    resident_id: UUID | None
    why: str
    id: UUID


def begin_reporting_code(*, actor: Actor, now: datetime, case_id: UUID, new: NewReportingCode) -> UUID:
    """Begin it; gives its id. Its steps are recorded one by one, each with its own day.

    Raises `NotVisible`, `Refused`, `Invalid` with a message at each field, or `Conflict` when it was begun just now.
    """
    with act_in_case(events.CODE_BEGUN, actor=actor, now=now, case_id=case_id) as loaded:
        viewer, today = loaded.viewer, in_amsterdam(now).date()
        loaded.permit(policy.may_begin(viewer, loaded.facts, parts_seen(viewer, case_id, now=now)))
        seen = {person.resident.id for person in people(viewer, case_id, now=now, today=today)}
        problems = begin_problems(new.resident_id in seen, new.why)
        if problems or new.resident_id is None:
            raise Invalid(problems)
        own = ReportingCode.objects.filter(case_id=case_id, resident_id=new.resident_id, begun_by_id=viewer.member_id)
        if own.filter(begun_at__gt=now - SAME_WITHIN).exists() or ReportingCode.objects.filter(pk=new.id).exists():
            raise Conflict(ALREADY)
        ReportingCode(
            id=new.id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            resident_id=new.resident_id,
            why_sealed=seal(loaded.case.key, new.why.strip(), place=f"{WHY_PLACE}:{new.id}"),
            begun_at=now,
            begun_by_id=viewer.member_id,
            ground=min(viewer.domains, default="partner"),
            organisation_id=viewer.organisation_id,
            retention_from=today,
        ).save(force_insert=True)
        loaded.about("reporting_code", new.id)
        return new.id
