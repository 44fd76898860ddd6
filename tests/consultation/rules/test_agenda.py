"""What an agenda proposes, whom it invites and when it closes."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from houvast.consultation.models import AgendaItem, ResolutionOutcome
from houvast.consultation.rules.agenda import (
    AgendaCause,
    CaseFact,
    CauseFact,
    Sitting,
    agenda_closes,
    concerned,
    item_problems,
    item_times,
    meeting_problems,
    propose,
)
from houvast.consultation.rules.saying import Candidate, OutcomeState, find_owner, lines_of, text_problem
from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import Owner
from tests.sentences import told_at

A, B, C = (CaseFact(new_id(), code, phase) for code, phase in (("C-1", 2), ("C-2", 3), ("C-3", 2)))
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def test_the_highest_phase_comes_first_and_then_the_most_pressing_cause() -> None:
    causes = [
        CauseFact(A.case_id, AgendaCause.REVIEW_DUE, MONDAY, "opnieuw kijken"),
        CauseFact(C.case_id, AgendaCause.SEAT_VACANT, TUESDAY, "niemand leidt"),
        CauseFact(B.case_id, AgendaCause.REVIEW_DUE, TUESDAY, "opnieuw kijken"),
        CauseFact(A.case_id, AgendaCause.MOMENT_NEAR, TUESDAY, "uit kliniek"),
        CauseFact(new_id(), AgendaCause.SEAT_VACANT, MONDAY, "onbekend"),
    ]
    found = propose(causes, [A, B, C], phases=[], on_agenda=[])
    assert [(each.case.code, each.cause, each.also) for each in found] == [
        ("C-2", AgendaCause.REVIEW_DUE, ()),
        ("C-3", AgendaCause.SEAT_VACANT, ()),
        ("C-1", AgendaCause.MOMENT_NEAR, ("opnieuw kijken",)),
    ]


def test_other_phases_and_what_stands_there_already_are_left_out() -> None:
    causes = [CauseFact(each.case_id, AgendaCause.SEAT_VACANT, MONDAY, "") for each in (A, B, C)]
    assert [each.case for each in propose(causes, [A, B, C], phases=[2], on_agenda=[A.case_id])] == [C]


def test_whom_a_case_concerns_works_for_its_municipality_or_is_around_it() -> None:
    own, ggz, police = new_id(), new_id(), new_id()
    people = [Sitting(new_id(), each) for each in (own, ggz, police)]
    assert concerned([*people, people[0]], own, [ggz]) == (people[0].member_id, people[1].member_id)


def test_an_agenda_closes_days_before() -> None:
    midnight = datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert agenda_closes(midnight, 2) == date(2026, 11, 21)


def test_items_follow_each_other() -> None:
    start = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert [at.strftime("%H.%M") for at in item_times(start, [10, 5, 20])] == ["10.00", "10.10", "10.15"]


@pytest.mark.parametrize(
    ("about_case", "title", "question", "minutes", "fields"),
    [
        (True, "", "", 10, set()),
        (False, " ", "", 10, {"title"}),
        (False, "x" * 121, "y" * 301, 0, {"title", "question", "minutes"}),
        (False, "x" * 120, "y" * 300, 1, set()),
        (False, "Tent", "", 120, set()),
        (False, "Tent", "", 121, {"minutes"}),
    ],
)
def test_an_item_needs_a_name_and_a_time(
    about_case: bool, title: str, question: str, minutes: int, fields: set[str]
) -> None:
    problems = item_problems(about_case=about_case, title=title, question=question, minutes=minutes)
    assert told_at(problems) == fields


NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("UTC"))
LAST_DAY = datetime(9999, 12, 31, 23, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
FIRST_DAY = datetime(1, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("starts_at", "minutes", "fields"),
    [
        (NOW, 1, set()),
        (NOW - timedelta(minutes=30), 31, set()),
        (NOW - timedelta(minutes=30), 30, {"starts_at"}),
        (NOW, 0, {"minutes"}),
        (NOW, 480, set()),
        (NOW, 481, {"minutes"}),
        (NOW, 10**20, {"minutes"}),
        (NOW + timedelta(days=730), 60, set()),
        (NOW + timedelta(days=730, seconds=1), 60, {"starts_at"}),
        (LAST_DAY, 60, {"starts_at"}),
        (FIRST_DAY, 60, {"starts_at"}),
    ],
)
def test_a_meeting_is_at_a_moment_to_come_within_two_years(starts_at: datetime, minutes: int, fields: set[str]) -> None:
    assert told_at(meeting_problems(starts_at, minutes, NOW)) == fields


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Een.\n \nTwee.\nDrie.", ""),
        (" \n", "Schrijf op"),
        ("1\n2\n3\n4", "4 regels"),
        ("x" * 241, "korter"),
    ],
)
def test_what_was_said_fits_in_three_lines(text: str, told: str) -> None:
    assert told in text_problem(text)
    assert bool(told) == bool(text_problem(text))


def test_empty_lines_say_nothing() -> None:
    assert lines_of(" Een. \n\nTwee.") == ("Een.", "Twee.")


def test_an_owner_is_found_by_name_or_its_beginning() -> None:
    hilde, henk = Owner(member_id=new_id()), Owner(member_id=new_id())
    people = [Candidate("Hilde Bos, team Delfzijl", hilde), Candidate("Henk Bos", henk), Candidate("Henk Bosma", hilde)]
    assert find_owner(" hilde ", people) == people[0]
    assert find_owner("Henk Bos", people) == people[1]
    assert find_owner("h", people) is None
    assert find_owner("", people) is None
    assert find_owner("Nel", people) is None


def test_the_words_of_rules_and_tables_are_the_same() -> None:
    assert {each.value for each in AgendaCause} == set(AgendaItem.Cause.values)
    assert {each.value for each in OutcomeState} == set(ResolutionOutcome.State.values)
