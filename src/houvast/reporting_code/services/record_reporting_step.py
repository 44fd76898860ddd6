"""Record a step of a reporting code: on which day, what was done; the decision ends it."""

from datetime import datetime
from uuid import UUID

from houvast.cases.services.act_in_case import act_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.reporting_code import events, policy, scopes
from houvast.reporting_code.models import ReportingCodeStep
from houvast.reporting_code.rules.steps import CodeStep, NewStep, Taken, step_problems
from houvast.reporting_code.services.keep_open_codes import end_kept_sight
from houvast.vault.sealing import seal

WORDS_PLACE = "reporting_code_reportingcodestep.words"


def record_reporting_step(*, actor: Actor, now: datetime, code_id: UUID, new: NewStep, step_id: UUID) -> UUID:
    """Record a step; gives its id. `step_id` is made before the act, so that pressing twice records one.

    Raises `NotVisible`, `Refused`, `Invalid` with a message at each field, or `Conflict` when it was decided already.
    """
    event, scope = events.CODE_STEP_RECORDED, scopes.codes
    with act_on_row(event, scope, code_id, "reporting_code", actor=actor, now=now) as (loaded, code):
        loaded.permit(policy.may_record_step(loaded.viewer, loaded.facts, begun_by=code.begun_by_id))
        rows = list(scopes.steps_among([code_id]).order_by("number"))
        taken = [Taken(CodeStep(row.step), row.on_date) for row in rows]
        if any(row.id == step_id or _same(row, new, loaded.viewer.member_id, now) for row in rows):
            raise Conflict(ALREADY)
        if any(each.step is CodeStep.DECIDE for each in taken):
            raise Conflict("Over deze meldcode is al besloten. Zijn er nieuwe signalen? Begin dan een nieuwe.")
        problems = step_problems(new, taken, in_amsterdam(now).date())
        if problems or new.step is None or new.on_date is None:
            raise Invalid(problems)
        ReportingCodeStep(
            id=step_id,
            reporting_code=code,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            number=len(rows) + 1,
            step=new.step,
            on_date=new.on_date,
            skipped=new.skipped,
            outcome=new.outcome or "",
            reported_on=new.reported_on,
            urgent=new.urgent,
            words_sealed=seal(loaded.case.key, new.words.strip(), place=f"{WORDS_PLACE}:{step_id}"),
            at=now,
            by_id=loaded.viewer.member_id,
        ).save(force_insert=True)
        loaded.about("reporting_code", code_id, step=new.step.value, number=len(rows) + 1)
        if new.step is CodeStep.DECIDE:
            end_kept_sight(code_id, code.case_id, actor=actor, now=now)
        return step_id


def _same(row: ReportingCodeStep, new: NewStep, member_id: UUID, now: datetime) -> bool:
    """Say whether this member recorded just this step, on this day, a moment ago."""
    recent = row.by_id == member_id and row.at > now - SAME_WITHIN
    return recent and (row.step, row.on_date) == (new.step, new.on_date)
