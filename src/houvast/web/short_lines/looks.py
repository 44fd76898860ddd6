"""Short lines, ready to print."""

from dataclasses import dataclass
from datetime import datetime

from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines.selectors.lines import LineView, Reached
from houvast.short_lines.selectors.questions import QuestionLine
from houvast.web import addresses
from houvast.web.look import Phone, phone

NOBODY = "Nog niemand"


@dataclass(frozen=True, slots=True)
class LookPerson:
    """Somebody whom one calls."""

    name: str
    what: str
    phone: Phone | None
    email: str


@dataclass(frozen=True, slots=True)
class LookLine:
    """A line as the list shows it. `nobody` says since when nobody answers; "" while somebody does."""

    name: str
    url: str
    what: str
    contact: LookPerson | None
    nobody: str
    hours: str
    until: str
    stand_in: LookPerson | None
    checked: str
    check_due: bool


@dataclass(frozen=True, slots=True)
class LookTeam:
    """A team with its lines; `anchor` is its id on the page."""

    anchor: str
    name: str
    lines: tuple[LookLine, ...]


@dataclass(frozen=True, slots=True)
class LookQuestion:
    """A question as the list shows it, without its words."""

    url: str
    what: str
    stands: str


def question_line(each: QuestionLine, now: datetime) -> LookQuestion:
    """Give a question as people say it."""
    today = in_amsterdam(now).date()
    asked = short(in_amsterdam(each.asked_at).date(), today)
    what = f"{each.line}, {asked}" if each.asked else f"{each.asked_by}, {each.team}, {asked}"
    return LookQuestion(addresses.colleague_question(each.id), what, _stands(each, now))


def _stands(each: QuestionLine, now: datetime) -> str:
    today = in_amsterdam(now).date()
    if each.answered_at is not None:
        return f"Beantwoord door {each.answers}, {short(in_amsterdam(each.answered_at).date(), today)}."
    if each.to_answer:
        return "Wacht op uw antwoord."
    return f"Wacht op {each.answers}." if each.answers else "Aan deze lijn zit nu niemand die kan antwoorden."


def by_team(found: tuple[LineView, ...], now: datetime) -> tuple[LookTeam, ...]:
    """Group lines by their team."""
    teams: dict[str, list[LookLine]] = {}
    for each in found:
        teams.setdefault(each.team_name, []).append(look(each, now))
    return tuple(LookTeam(f"team-{number}", name, tuple(rows)) for number, (name, rows) in enumerate(teams.items(), 1))


def look(view: LineView, now: datetime) -> LookLine:
    """Give a line as people say it."""
    today = in_amsterdam(now).date()
    return LookLine(
        name=view.name,
        url=addresses.short_line(view.id),
        what=view.organisation if view.organisation != view.name else "",
        contact=_person(view.contact, view.organisation),
        nobody=_nobody(view, now),
        hours=view.hours if view.contact else "",
        until=f"Tot en met {short(view.until_on, today)}." if view.contact and view.until_on else "",
        stand_in=_person(view.stand_in, view.organisation),
        checked=_checked(view, now),
        check_due=view.check_on <= today,
    )


def _checked(view: LineView, now: datetime) -> str:
    """Say when somebody looked at it, and whether it is time again; "" while nobody answers."""
    today = in_amsterdam(now).date()
    if view.contact is None:
        return ""
    checked = f"Nagekeken {short(in_amsterdam(view.checked_at).date(), today)}."
    return f"{checked} Klopt dit nog?" if view.check_on <= today else checked


def _person(reached: Reached | None, organisation: str) -> LookPerson | None:
    if reached is None:
        return None
    what = reached.organisation if reached.organisation != organisation else ""
    return LookPerson(reached.name, what, phone(reached.phone, reached.name), reached.email)


def _nobody(view: LineView, now: datetime) -> str:
    if view.vacant_since is None:
        return ""
    since = f"sinds {short(view.vacant_since, in_amsterdam(now).date())}"
    return f"{view.was} was het, {since} niet meer." if view.was else f"{since.capitalize()}."
