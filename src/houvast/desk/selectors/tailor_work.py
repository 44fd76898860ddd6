"""What tailor-made help puts on Mijn werk: a question that one answers or that stays unanswered, and its outcome."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.policy import may_follow_up
from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.euros import euros
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import policy
from houvast.plans.rules.tailor_made import deciding_functions
from houvast.plans.selectors.tailor_made import WaitingTailorMade, waiting


def tailor_rows(
    viewer: Viewer,
    asked: Collection[WaitingTailorMade],
    cases: Mapping[UUID, FoundCase],
    looked_after: Collection[UUID],
    now: datetime,
) -> Iterator[WorkRow]:
    """Give a row for each question and outcome that asks something of the viewer, in a case that they know."""
    for each in asked:
        found = cases.get(each.case_id)
        if found is None:
            continue
        if each.for_answer:
            yield from _answer(viewer, each, found, now)
        elif may_follow_up(viewer, found.facts, looks_after=each.case_id in looked_after).allowed:
            why = f"Wat bracht het maatwerk van {euros(each.cents)}, en wat kostte het echt?"
            yield _row(found, each, Cause.FOLLOW_UP, why, Act.TELL_TAILOR_MADE, now)


def _answer(viewer: Viewer, each: WaitingTailorMade, found: FoundCase, now: datetime) -> Iterator[WorkRow]:
    if found.facts.is_closed:
        return
    late = term(each.day, now)[2]
    if may_decide(viewer, found, each.asked_by_id):
        why = f"{each.asked_by} vraagt maatwerk aan: {euros(each.cents)}."
        cause = Cause.TERM_PASSED if late else Cause.YOUR_DECISION
        yield _row(found, each, cause, why, Act.DECIDE_TAILOR_MADE, now)
    elif late and policy.may_plan(viewer, found.facts).allowed:
        why = f"Er is nog geen besluit over het maatwerk van {euros(each.cents)}."
        yield _row(found, each, Cause.TERM_PASSED, why, Act.SEE_PLAN, now)


def may_decide(viewer: Viewer, found: FoundCase, asked_by: UUID) -> bool:
    """Say whether the viewer answers a question for tailor-made help in this case."""
    functions = deciding_functions(found.model, found.facts.phase)
    return policy.may_decide_tailor_made(viewer, found.facts, functions, asked_by=asked_by).allowed


def _row(found: FoundCase, each: WaitingTailorMade, cause: Cause, why: str, act: Act, now: datetime) -> WorkRow:
    band = found.band
    order = (0, each.day.isoformat())
    return WorkRow(cause, band.code, band.name, band.phase, why, *term(each.day, now), act, str(each.id), order)


@dataclass(frozen=True, slots=True)
class TailorMadeHere:
    """Tailor-made help that waits in a case, and the act that is the viewer's: for who leads, to look at the plan."""

    waiting: WaitingTailorMade
    act: Act


def tailor_made_here(viewer: Viewer, found: FoundCase, *, now: datetime) -> tuple[TailorMadeHere, ...]:
    """Give what waits in one open case, in one query."""
    today, case_id = in_amsterdam(now).date(), found.band.case_id
    asked = waiting(viewer, now=now, until=today, case_id=case_id)
    return tuple(TailorMadeHere(each, _act(viewer, found, each)) for each in asked if not found.facts.is_closed)


def _act(viewer: Viewer, found: FoundCase, each: WaitingTailorMade) -> Act:
    if not each.for_answer:
        return Act.TELL_TAILOR_MADE
    return Act.DECIDE_TAILOR_MADE if may_decide(viewer, found, each.asked_by_id) else Act.SEE_PLAN
