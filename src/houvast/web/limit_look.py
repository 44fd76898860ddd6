"""Limits, ready to print."""

from dataclasses import dataclass
from datetime import datetime

from houvast.kernel.dutch_dates import short
from houvast.kernel.value_terms import VALUES
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.selectors.limits import LimitLine
from houvast.web import addresses
from houvast.web.look import CAREFUL, Link


@dataclass(frozen=True, slots=True)
class LimitMark:
    """A limit: what, by whom, by which law, from when to when, and what the resident knows of it."""

    name: str
    what: str
    imposed: str
    period: str
    state: str
    state_class: str
    told: str
    words: str
    acts: tuple[Link, ...]


def limit_mark(limit: LimitLine, *, now: datetime, may_plan: bool) -> LimitMark:
    """Give a limit as the page of a plan prints it."""
    today = in_amsterdam(now).date()
    told, words = _told(limit, now)
    state, state_class = _state(limit, now)
    acts = []
    if may_plan and limit.holds(today):
        acts.append(Link("Eerder beëindigen", addresses.limit(limit.id, "beeindigen")))
    if may_plan and limit.told_on is None:
        acts.append(Link("Vastleggen dat het verteld is", addresses.limit(limit.id, "verteld")))
    return LimitMark(
        name=name_of(limit),
        what=limit.content.what,
        imposed=f"{limit.content.authority}, {limit.content.law}",
        period=f"{short(limit.starts_on, today)} tot en met {short(limit.ends_on, today)}",
        state=state,
        state_class=state_class,
        told=told,
        words=words,
        acts=tuple(acts),
    )


def name_of(limit: LimitLine) -> str:
    """Give what it is called: "Gebiedsverbod"."""
    return VALUES["Measure"][limit.kind.name].capitalize()


def _state(limit: LimitLine, now: datetime) -> tuple[str, str]:
    today = in_amsterdam(now).date()
    if limit.ended_on is not None:
        return f"beëindigd {short(limit.ended_on, today)}: {limit.why_ended}", ""
    if limit.ends_on < today:
        return "voorbij", ""
    return ("geldt nu", CAREFUL) if limit.starts_on <= today else ("begint nog", "")


def _told(limit: LimitLine, now: datetime) -> tuple[str, str]:
    today = in_amsterdam(now).date()
    if limit.told_on is not None:
        return f"Verteld {short(limit.told_on, today)}", limit.told
    before = f" Uiterlijk {short(limit.tell_before, today)}." if limit.tell_before else ""
    return f"Nog niet verteld.{before}", limit.told
