"""What residents say of what is held about them, as the case page prints it beside that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from houvast.cases.models import Statement
from houvast.cases.selectors.statements import StatementLine
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam

_SO: Mapping[Statement.Kind, str] = {
    Statement.Kind.CORRECTION: "Klopt het? Verbeter het, en laat het de privacy officer weten.",
    Statement.Kind.OBJECTION: "Deel niets nieuws zonder reden die u opschrijft (AVG, artikel 18).",
    Statement.Kind.OWN_VIEW: "",
}


@dataclass(frozen=True, slots=True)
class StatementMark:
    """What a resident says: who and since when, in their own words, and what that means for who reads it."""

    heading: str
    words: str
    so: str


@dataclass(frozen=True, slots=True)
class StatementsLook:
    """What stands beside the people, the plan and the notes; `loud` is what waits, above everything."""

    loud: tuple[StatementMark, ...]
    people: tuple[StatementMark, ...]
    plan: tuple[StatementMark, ...]
    notes: tuple[StatementMark, ...]


def statements_look(page: CasePage, *, now: datetime) -> StatementsLook:
    """Give what residents say, each where it belongs; what waits stands above the case."""
    today = in_amsterdam(now).date()
    waits = [each for each in page.statements if each.kind is not Statement.Kind.OWN_VIEW]
    beside = {
        about: tuple(_mark(each, today) for each in page.statements if each not in waits and each.about is about)
        for about in Statement.About
    }
    return StatementsLook(
        loud=tuple(_mark(each, today) for each in waits),
        people=beside[Statement.About.PEOPLE],
        plan=beside[Statement.About.PLAN],
        notes=beside[Statement.About.NOTES],
    )


def _mark(each: StatementLine, today: date) -> StatementMark:
    since = short(in_amsterdam(each.at).date(), today)
    return StatementMark(f"{each.resident} {word_for(each.kind)}, {since}", each.words, _SO[each.kind])
