"""A reporting code about somebody of a case, and its steps. Everybody in it is *verzonnen*."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.cases.models import CaseResident
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.reporting_code.rules.steps import BEFORE_DECIDING, CodeOutcome, CodeStep, NewStep
from houvast.reporting_code.services.begin_reporting_code import NewReportingCode, begin_reporting_code
from houvast.reporting_code.services.record_reporting_step import record_reporting_step
from tests.worlds import NOW

HOUR = timedelta(hours=1)
DAY = date(2026, 11, 20)
SIGNALS = NewStep(CodeStep.SIGNALS, DAY, "Blauwe plekken, twee keer gezien.")
REPORTED = NewStep(
    CodeStep.DECIDE, DAY, "Gemeld, en wij blijven.", outcome=CodeOutcome.REPORTED_AND_HELP, reported_on=DAY
)


def begin(actor: Actor, case_id: UUID, *, now: datetime = NOW, word: str = "Zij schrikt van elk geluid.") -> UUID:
    """Begin one about the first resident of a case; gives its id."""
    resident = CaseResident.objects.filter(case_id=case_id, until=None).values_list("resident_id", flat=True)[0]
    new = NewReportingCode(resident, word, new_id())
    return begin_reporting_code(actor=actor, now=now, case_id=case_id, new=new)


def record(actor: Actor, code_id: UUID, new: NewStep = SIGNALS, *, now: datetime = NOW) -> UUID:
    """Record a step; gives its id."""
    return record_reporting_step(actor=actor, now=now, code_id=code_id, new=new, step_id=new_id())


def record_all(actor: Actor, code_id: UUID, *, now: datetime = NOW, word: str = "") -> None:
    """Record all steps before the decision; the talk is left out."""
    for step in BEFORE_DECIDING:
        new = replace(SIGNALS, step=step, skipped=step is CodeStep.TALK, words=word or SIGNALS.words)
        record(actor, code_id, new, now=now)
