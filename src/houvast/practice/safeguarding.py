"""The *meldcode* in the words of the stories. Everybody is *verzonnen*."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.casework import Casework
from houvast.practice.region import Person
from houvast.reporting_code.rules.steps import CodeStep, NewStep
from houvast.reporting_code.services.begin_reporting_code import NewReportingCode, begin_reporting_code
from houvast.reporting_code.services.record_reporting_step import record_reporting_step


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs about somebody: why the code begins, and the words of the steps that were taken on the same day."""

    resident_id: UUID
    why: str
    steps: Mapping[CodeStep, str]


def follow_code(case: Casework, by: Person, now: datetime, signs: Signs) -> None:
    """Begin the code and record its first steps."""
    new = NewReportingCode(signs.resident_id, signs.why, new_id())
    code_id = begin_reporting_code(actor=by.actor, now=now, case_id=case.id, new=new)
    for step, words in signs.steps.items():
        taken = NewStep(step, in_amsterdam(now).date(), words)
        record_reporting_step(actor=by.actor, now=now, code_id=code_id, new=taken, step_id=new_id())
