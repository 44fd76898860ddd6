"""What a version of a plan says, and how it is written down to be sealed. Pure data."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from houvast.cases.rules.children import child_problems
from houvast.plans.rules.ways import ways_problem

MOST_GOALS = 30
MOST_WHO_ACT = 5
LONGEST_TEXT = 4000
_FORM, _READABLE = 2, (1, 2)


class Asked(StrEnum):
    """What a life area is in this plan. Nothing forces a goal or a score: not asked is an answer."""

    GOAL = "goal"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"


class ViewState(StrEnum):
    """Whether somebody said what they think of the plan."""

    GIVEN = "given"
    NOT_ASKED_YET = "not_asked_yet"
    DID_NOT_WANT = "did_not_want"


@dataclass(frozen=True, slots=True)
class Goal:
    """One life area of a plan: the goal in the resident's own words, or why there is none.

    `id` stays the same across versions, so that tasks keep to their goal.
    """

    id: UUID
    area: str
    asked: Asked
    words: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What the resident, or the network, thinks of the plan, in their own words; or why that is not known.

    `said_on` is the day on which they were asked: words go along to the next version, with the day they are from.
    """

    state: ViewState
    words: str = ""
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class WhoActs:
    """Somebody who acts when it goes wrong: who, on which number, and when they can be reached."""

    name: str
    phone: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class WhenItGoesWrong:
    """The page that one needs at night: the signs, what to do, and who acts, nights and weekends too."""

    signs: str = ""
    what_to_do: str = ""
    who_acts: tuple[WhoActs, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A whole version: goals, both views, what to do when it goes wrong, and the tasks that were agreed then.

    `children` is what the plan means for the children; "" where there were none, or before this was asked. `ways` are
    codes of ways of working from the list of the municipality.
    """

    goals: tuple[Goal, ...] = ()
    resident_view: View = View(ViewState.NOT_ASKED_YET)
    network_view: View = View(ViewState.NOT_ASKED_YET)
    when_it_goes_wrong: WhenItGoesWrong = field(default_factory=WhenItGoesWrong)
    tasks: tuple[UUID, ...] = ()
    children: str = ""
    ways: tuple[str, ...] = ()


def next_view(former: View, words: str, why: ViewState | None, *, asked_again: bool) -> View:
    """Give the view of the next version: the last words with their day, unless somebody was asked anew.

    Without a day it is from the day of the version. Words that are taken out without saying why are missing words, so
    that nobody loses what was said by emptying a field.
    """
    if words:
        view = View(ViewState.GIVEN, words)
    elif why is None:
        view = View(ViewState.GIVEN if former.state is ViewState.GIVEN else ViewState.NOT_ASKED_YET)
    else:
        view = View(why)
    same = (view.state, view.words) == (former.state, former.words)
    return former if same and not asked_again else view


def dated(content: PlanContent, day: date) -> PlanContent:
    """Say of what was asked without a day that it is from this day."""
    return replace(
        content,
        resident_view=_dated(content.resident_view, day),
        network_view=_dated(content.network_view, day),
    )


def _dated(view: View, day: date) -> View:
    asked = view.state is not ViewState.NOT_ASKED_YET
    return replace(view, said_on=(view.said_on or day) if asked else None)


def written(content: PlanContent) -> str:
    """Write a version down, in one way, for sealing."""
    return json.dumps({"form": _FORM, **asdict(content)}, default=str, sort_keys=True, ensure_ascii=False)


def read(text: str) -> PlanContent:
    """Read a version that `written` wrote. Raises `ValueError` for a form that this code does not know."""
    raw = json.loads(text)
    if raw.get("form") not in _READABLE:
        raise ValueError("unknown form of a plan")
    wrong = raw["when_it_goes_wrong"]
    return PlanContent(
        goals=tuple(Goal(UUID(each["id"]), each["area"], Asked(each["asked"]), each["words"]) for each in raw["goals"]),
        resident_view=_read_view(raw["resident_view"]),
        network_view=_read_view(raw["network_view"]),
        when_it_goes_wrong=WhenItGoesWrong(
            wrong["signs"],
            wrong["what_to_do"],
            tuple(WhoActs(each["name"], each["phone"], each["when"]) for each in wrong["who_acts"]),
        ),
        tasks=tuple(UUID(each) for each in raw["tasks"]),
        children=raw.get("children", ""),
        ways=tuple(raw.get("ways", ())),
    )


def _read_view(raw: Mapping[str, str]) -> View:
    """Read a view; in versions of before there was a day, it is that of the version."""
    said_on = raw.get("said_on")
    return View(ViewState(raw["state"]), raw["words"], date.fromisoformat(said_on) if said_on else None)


def problems_of(content: PlanContent, areas: Collection[str], *, children: bool = False) -> dict[str, str]:
    """Say at each field what is missing.

    `areas` are the codes that the municipality knows; `children` says whether there are any, now.
    Goals and who acts are named by their place: "goal-0", "who-0".
    """
    problems: dict[str, str] = {}
    if not any(goal.asked is Asked.GOAL for goal in content.goals):
        problems["goals"] = "Schrijf minstens één doel op, in de woorden van de inwoner."
    if len(content.goals) > MOST_GOALS:
        problems["goals"] = f"Een plan heeft hoogstens {MOST_GOALS} doelen. Kies wat nu het meest nodig is."
    found = {f"goal-{place}": _goal_problem(goal, areas) for place, goal in enumerate(content.goals)}
    found |= {"children": _length_problem(content.children), **child_problems(children, content.children)}
    found |= {"ways": ways_problem(content.ways)}
    found |= {"resident_view": _view_problem(content.resident_view)}
    found |= {"network_view": _view_problem(content.network_view)}
    found |= {f"who-{place}": _who_problem(each) for place, each in enumerate(content.when_it_goes_wrong.who_acts)}
    return problems | {name: problem for name, problem in found.items() if problem}


def _view_problem(view: View) -> str:
    if view.state is ViewState.GIVEN and not view.words.strip():
        return "Schrijf op wat gezegd is, of kies waarom dat er niet is."
    return _length_problem(view.words)


def _who_problem(each: WhoActs) -> str:
    return "" if each.name.strip() and each.phone.strip() else "Vul een naam en een nummer in."


def _length_problem(text: str) -> str:
    return f"Maak het korter: hoogstens {LONGEST_TEXT} tekens." if len(text) > LONGEST_TEXT else ""


def _goal_problem(goal: Goal, areas: Collection[str]) -> str:
    if goal.area not in areas:
        return "Kies een leefgebied uit de lijst."
    if goal.asked is Asked.GOAL and not goal.words.strip():
        return "Schrijf het doel op in de woorden van de inwoner, of kies dat er niet naar gevraagd is."
    return _length_problem(goal.words)
