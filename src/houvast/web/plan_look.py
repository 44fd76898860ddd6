"""Plans and tasks, ready to print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.desk.rules.work import term
from houvast.desk.selectors.plan_page import PlanPart
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.value_terms import VALUES
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.content import Asked, Goal, View, ViewState
from houvast.plans.rules.tasks import Standing
from houvast.plans.selectors.reading import VersionLine
from houvast.plans.selectors.tasks import TaskLine
from houvast.web import addresses
from houvast.web.look import CAREFUL, GOOD, LATE, Phone, phone

_DONE_MARK, _OPEN_MARK, _NOT_MARK = "✓", "○", "✕"


@dataclass(frozen=True, slots=True)
class TaskMark:
    """A task: what, who, and when as people say it. `mark` is ✓, ○ or ✕ and `said` the same in words."""

    url: str
    what: str
    who: str
    when: str
    when_exact: str
    when_class: str
    why: str
    mark: str
    said: str
    goal: UUID | None
    code: str
    case_url: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class GoalMark:
    """A goal: the life area, the words, and what was agreed for it."""

    area: str
    words: str
    tasks: tuple[TaskMark, ...]
    add_url: str


@dataclass(frozen=True, slots=True)
class ViewMark:
    """What somebody thinks of the plan; `words` is "" when it is not known, and `why` says why. `when`: asked."""

    who: str
    words: str
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class WrongMark:
    """The page "Als het misgaat"."""

    signs: str
    what_to_do: str
    who_acts: tuple[tuple[str, str, Phone | None], ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was filled in yet."""
        return not (self.signs or self.what_to_do or self.who_acts)


@dataclass(frozen=True, slots=True)
class PlanMark:
    """A version of a plan."""

    line: str
    goals: tuple[GoalMark, ...]
    others: tuple[TaskMark, ...]
    not_asked: str
    not_applicable: str
    views: tuple[ViewMark, ...]
    wrong: WrongMark
    children: str


def plan_mark(
    part: PlanPart, code: str, *, now: datetime, may_plan: bool, resident: str, is_current: bool = True
) -> PlanMark | None:
    """Give a plan as its page prints it; None before the first version. An earlier one has the tasks of then only."""
    if part.version is None:
        return None
    content = part.version.content
    names = {area.code: area.name for area in part.areas}
    tasks = [task_mark(each, now=now) for each in part.tasks if is_current or each.id in content.tasks]
    goals = [goal for goal in content.goals if goal.asked is Asked.GOAL]
    known = {goal.id for goal in goals}
    wrong = content.when_it_goes_wrong
    return PlanMark(
        line=version_line(part.version.line, now),
        goals=tuple(_goal(goal, names, tasks, code, may_plan) for goal in goals),
        others=tuple(task for task in tasks if task.goal not in known),
        not_asked=_areas_with(content.goals, Asked.NOT_ASKED, names),
        not_applicable=_areas_with(content.goals, Asked.NOT_APPLICABLE, names),
        views=(
            _view(resident or "De inwoner", content.resident_view, now),
            _view("Het netwerk", content.network_view, now),
        ),
        wrong=WrongMark(
            wrong.signs,
            wrong.what_to_do,
            tuple((each.name, each.when, phone(each.phone, each.name)) for each in wrong.who_acts),
        ),
        children=content.children,
    )


def version_line(line: VersionLine, now: datetime) -> str:
    """Say which version this is: "versie 4, do 12 nov, Sanne Bakker"."""
    day = short(in_amsterdam(line.made_at).date(), in_amsterdam(now).date())
    return f"versie {line.number}, {day}, {line.made_by}"


def _goal(goal: Goal, names: dict[str, str], tasks: Sequence[TaskMark], code: str, may_plan: bool) -> GoalMark:
    add = f"{addresses.case_act(code, 'taken/nieuw')}?doel={goal.id}" if may_plan else ""
    own = tuple(task for task in tasks if task.goal == goal.id)
    return GoalMark(names.get(goal.area, goal.area), goal.words, own, add)


def _areas_with(goals: Iterable[Goal], asked: Asked, names: dict[str, str]) -> str:
    return ", ".join(names.get(goal.area, goal.area).lower() for goal in goals if goal.asked is asked)


def _view(who: str, view: View, now: datetime) -> ViewMark:
    given = view.state is ViewState.GIVEN
    why = "" if given else VALUES["ViewState"][view.state.name]
    when = "" if view.said_on is None else short(view.said_on, in_amsterdam(now).date())
    return ViewMark(who, view.words, why, f"{'gezegd' if given else 'gevraagd'} {when}" if when else "")


def task_mark(task: TaskLine, *, now: datetime) -> TaskMark:
    """Give a task as lists print it."""
    today = in_amsterdam(now).date()
    when, exact, css_class = _when(task, today, now)
    mark = {Standing.DONE: _DONE_MARK, Standing.NOT_DONE: _NOT_MARK, Standing.WITHDRAWN: _NOT_MARK}
    said = VALUES["Standing"][task.standing.name].capitalize()
    return TaskMark(
        url=addresses.task(task.id),
        what=task.what,
        who=", ".join(part for part in (task.owner, task.owner_organisation) if part),
        when=when,
        when_exact=exact,
        when_class=css_class,
        why=task.why,
        mark=mark.get(task.standing, _OPEN_MARK),
        said="Nog te doen" if task.standing is Standing.OPEN else said,
        goal=task.goal,
        code=task.case_code,
        case_url=addresses.case(task.case_code),
        is_open=task.standing.is_open,
    )


def standing(mark: TaskMark) -> str:
    """Say how a task stands in one line; "gedaan vr 27 nov" says by itself that it is done."""
    said = () if mark.when.startswith(mark.said.lower()) else (mark.said,)
    line = ", ".join(part for part in (*said, mark.when, mark.when_exact) if part)
    return line[:1].upper() + line[1:]


def _when(task: TaskLine, today: date, now: datetime) -> tuple[str, str, str]:
    if task.standing is Standing.WAITING and task.waiting_since is not None:
        asked = "1 organisatie gevraagd" if task.asked == 1 else f"{task.asked} organisaties gevraagd"
        return "wacht: niet beschikbaar", f"sinds {short(task.waiting_since, today)}, {asked}", CAREFUL
    if task.standing is Standing.OPEN and task.due_on is not None:
        left, exact, late = term(task.due_on, now)
        return left, exact, LATE if late else ""
    day = short(in_amsterdam(task.stands_since).date(), today)
    word = VALUES["Standing"][task.standing.name]
    return f"{word} {day}", f"zegt {task.said_by}" if task.said_by else "", GOOD if word == "gedaan" else ""


def said(task: TaskLine, now: datetime) -> str:
    """Say who said last how it stands, and when."""
    by = f"{task.said_by} (met een link)" if task.by_link else task.said_by or "iemand zonder account"
    return f"{by}, {moment(task.stands_since, now)}"
