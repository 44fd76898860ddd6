"""Who does a task and how it may go on. Pure functions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

LONGEST_TASK = 500
DUE_WITHIN_DAYS = 731
NO_WHAT = "Schrijf op wat er gaat gebeuren."
NO_OWNER = "Kies één iemand die dit doet."
NO_DUE_DAY = "Kies de dag waarop dit klaar is: vandaag of later, binnen twee jaar."
"""*Verzonnen*: what is further away than two years is no task but a wish."""


class Standing(StrEnum):
    """How a task stands; the values are those of `TaskStep.State`."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    NOT_DONE = "not_done"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Say whether something still has to happen."""
        return self in (Standing.OPEN, Standing.WAITING)


DEFAULT_PROVISIONS: Mapping[str, str] = MappingProxyType(
    {
        "home_with_support": "Wonen met begeleiding",
        "shelter": "Opvang",
        "treatment": "Behandeling (GGZ)",
        "addiction_care": "Verslavingszorg",
        "time_out": "Tijdelijk bed of time-out",
        "secure_place": "Beveiligde plek",
        "help_at_home": "Hulp thuis",
        "daytime": "Dagbesteding of werk",
        "debt_help": "Schuldhulp",
        "other": "Iets anders",
    }
)
"""Which provision may not be there, by code, until a municipality makes its own list of it (ADR 0012).

*Onbevestigd*: the inventory of Groningen (2023) says that fitting provisions are lacking, not which.
"""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does a task: one of these, and only one."""

    member_id: UUID | None = None
    team_id: UUID | None = None
    organisation_id: UUID | None = None
    resident_id: UUID | None = None
    network_member_id: UUID | None = None

    @property
    def count(self) -> int:
        """Count how many are named."""
        every = (self.member_id, self.team_id, self.organisation_id, self.resident_id, self.network_member_id)
        return sum(each is not None for each in every)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What somebody says about a task: how it stands now, why, and until when it has.

    `missing` is the code of the provision that is not there, `asked` counts who was asked for it, and since
    `waiting_since` one waits.
    """

    state: Standing
    why: str = ""
    due_on: date | None = None
    waiting_since: date | None = None
    asked: int = 0
    missing: str = ""


def task_problems(what: str, owner: Owner, due_on: date | None, today: date) -> dict[str, str]:
    """Say at each field what a new task lacks."""
    problems = {}
    if not what.strip():
        problems["what"] = NO_WHAT
    elif len(what) > LONGEST_TASK:
        problems["what"] = f"Maak het korter: hoogstens {LONGEST_TASK} tekens."
    if owner.count != 1:
        problems["owner"] = NO_OWNER
    if due_on is None or not _is_near(due_on, today):
        problems["due_on"] = NO_DUE_DAY
    return problems


def _is_near(day: date, today: date) -> bool:
    return 0 <= (day - today).days <= DUE_WITHIN_DAYS


def step_problems(now_is: Standing, step: NextStep, today: date) -> dict[str, str]:
    """Say at each field why a task cannot go on like this."""
    problems = {}
    if step.state in (Standing.NOT_DONE, Standing.WITHDRAWN, Standing.WAITING) and not step.why.strip():
        problems["why"] = "Schrijf in één zin op waarom."
    if step.state is Standing.OPEN and not now_is.is_open and not step.why.strip():
        problems["why"] = "Schrijf op waarom deze taak weer open is."
    if step.state.is_open and (step.due_on is None or not _is_near(step.due_on, today)):
        problems["due_on"] = "Kies een dag die nog moet komen, binnen twee jaar: dan kijkt u opnieuw."
    if step.state is Standing.WAITING:
        if step.waiting_since is None or step.waiting_since > today:
            problems["waiting_since"] = "Vul in sinds wanneer dit wacht: vandaag of eerder."
        if step.asked < 1:
            problems["asked"] = "Vul in hoeveel organisaties u vroeg: minstens één."
        if not step.missing:
            problems["missing"] = "Kies wat er niet is."
    return problems
