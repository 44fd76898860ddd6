"""What Mijn werk says of each row, and in which order they stand. Days are counted by hand from ma 23 nov 2026."""

from datetime import date, datetime, timedelta
from itertools import permutations

import pytest

from houvast.cases.rules.moments import Days, Nearness
from houvast.desk.rules import work
from houvast.desk.rules.moments import cause_of, coming_moment, day_of, why_unprepared
from houvast.desk.rules.work import Act, Cause, WorkRow
from tests.worlds import NOW

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "vandaag"), (0, "vandaag"), (1, "1 dag"), (2, "2 dagen"), (30, "30 dagen")]
)
def test_how_long_something_lasts_is_counted_in_days(days: int, said: str) -> None:
    assert work.days_since(NOW - days * DAY, NOW) == said


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (date(2026, 11, 25), ("nog 2 werkdagen", "uiterlijk wo 25 nov", False)),
        (date(2026, 11, 24), ("nog 1 werkdag", "uiterlijk di 24 nov", False)),
        (date(2026, 11, 23), ("vandaag", "uiterlijk ma 23 nov", False)),
        (date(2026, 11, 20), ("1 werkdag te laat", "uiterlijk vr 20 nov", True)),
        (date(2026, 11, 22), ("1 werkdag te laat", "uiterlijk zo 22 nov", True)),
        (date(2026, 11, 19), ("2 werkdagen te laat", "uiterlijk do 19 nov", True)),
        (datetime(2026, 11, 24, 23, 30, tzinfo=NOW.tzinfo), ("nog 2 werkdagen", "uiterlijk wo 25 nov", False)),
    ],
)
def test_a_term_is_counted_in_working_days(deadline: date, said: tuple[str, str, bool]) -> None:
    assert work.term(deadline, NOW) == said


def test_on_a_saturday_a_term_on_sunday_is_tomorrow() -> None:
    saturday = NOW + 5 * DAY
    assert work.term(date(2026, 11, 29), saturday) == ("morgen", "uiterlijk zo 29 nov", False)


def test_a_scaling_is_named_by_its_direction_its_phase_and_its_day() -> None:
    moved = datetime(2026, 11, 2, 9, tzinfo=NOW.tzinfo)
    assert work.which_scaling(3, True, moved, NOW) == "het opschalen naar AVE 3 (ma 2 nov)"
    assert work.which_scaling(2, False, moved, NOW) == "het afschalen naar AVE 2 (ma 2 nov)"


def test_more_of_the_same_is_said_once() -> None:
    assert work.together("Vul aan.", 1) == "Vul aan."
    assert work.together("Vul aan.", 3) == "Vul aan. In totaal 3 dingen aan te vullen; dit eerst."


@pytest.mark.parametrize(
    ("led", "said"),
    [
        ([], "Wie dit leidde, is weg."),
        (["Sanne"], "Sanne leidde dit en is weg."),
        (["Sanne", "Marit"], "Sanne en Marit leidden dit en zijn weg."),
    ],
)
def test_everybody_who_led_has_left(led: list[str], said: str) -> None:
    assert work.left_by(led) == said


def test_a_date_to_come_says_how_far_which_day_and_whether_it_is_late() -> None:
    assert work.coming(date(2026, 11, 27), NOW) == ("over 4 dagen", "vr 27 nov", False)
    assert work.coming(MONDAY, NOW) == ("vandaag", "ma 23 nov", False)
    assert work.coming(date(2026, 11, 22), NOW) == ("gisteren", "zo 22 nov", True)


@pytest.mark.parametrize(
    ("stops", "yours", "over", "extended", "said"),
    [
        (False, True, False, 0, "U vangt de casusregie tijdelijk op."),
        (False, False, False, 2, "Bram vangt de casusregie tijdelijk op. Dit is al 2 keer verlengd."),
        (True, True, False, 0, "Uw functie stopt. Wie neemt de casusregie over?"),
        (True, False, True, 0, "De functie van Bram is gestopt. Wie neemt de casusregie over?"),
    ],
)
def test_a_seat_that_ends_asks_for_somebody(stops: bool, yours: bool, over: bool, extended: int, said: str) -> None:
    assert work.ending("Bram", "casusregie", stops=stops, yours=yours, over=over, extended=extended) == said


def test_what_somebody_got_two_working_days_ago_is_new_and_three_is_not() -> None:
    assert work.is_new(NOW, NOW)
    assert work.is_new(NOW - 4 * DAY, NOW)
    assert not work.is_new(NOW - 5 * DAY, NOW)


def test_what_was_shared_ten_working_days_ago_is_told_and_eleven_is_not() -> None:
    assert work.is_told(NOW - 14 * DAY, NOW)
    assert not work.is_told(NOW - 17 * DAY, NOW)


@pytest.mark.parametrize(
    ("looked", "review", "near"),
    [
        (MONDAY - 60 * DAY, MONDAY + 14 * DAY, True),
        (MONDAY - 60 * DAY, MONDAY + 15 * DAY, False),
        (MONDAY, MONDAY + 14 * DAY, False),
        (MONDAY - 7 * DAY, MONDAY + 7 * DAY, True),
        (MONDAY - 6 * DAY, MONDAY + 8 * DAY, False),
    ],
)
def test_a_review_is_near_two_weeks_ahead_or_halfway(looked: date, review: date, near: bool) -> None:
    assert work.review_is_near(review, looked, MONDAY) is near


def row(cause: Cause, order: int, code: str, target: str = "") -> WorkRow:
    """Give a row of which only its place matters."""
    return WorkRow(cause, code, "", None, "", "", "", False, Act.REVIEW, target, (order, ""))


def test_rows_stand_by_cause_then_by_how_long_they_wait_then_by_code() -> None:
    longest, first, second = row(Cause.TASK, 1, "C-9"), row(Cause.TASK, 2, "C-1", "a"), row(Cause.TASK, 2, "C-1", "b")
    alone = row(Cause.NOBODY_LEADS, 9, "C-8")
    for given in permutations([longest, first, second, alone]):
        above, below = work.grouped(given, 2)
        assert (above.cause, above.rows, above.more) == (Cause.NOBODY_LEADS, (alone,), False)
        assert (below.cause, below.rows, below.more) == (Cause.TASK, (longest, first), True)
    assert [group.more for group in work.grouped([longest, first], 2)] == [False]


ONE, PERIOD = Days(date(2026, 11, 28), date(2026, 11, 28)), Days(date(2026, 12, 1), date(2026, 12, 4))


def test_the_day_of_a_moment_is_one_day_or_a_period() -> None:
    assert day_of(ONE, MONDAY) == "za 28 nov"
    assert day_of(PERIOD, MONDAY) == "tussen di 1 dec en vr 4 dec"


@pytest.mark.parametrize(
    ("today", "far"),
    [
        (MONDAY, "over 8 dagen"),
        (date(2026, 12, 1), "vandaag"),
        (date(2026, 12, 2), "vandaag"),
        (date(2026, 12, 4), "vandaag"),
        (date(2026, 12, 5), "gisteren"),
    ],
)
def test_a_period_is_near_from_its_first_day_and_over_after_its_last(today: date, far: str) -> None:
    assert coming_moment(PERIOD, today, Nearness.HIGHER) == (far, "tussen di 1 dec en vr 4 dec", False)
    assert coming_moment(PERIOD, today, Nearness.LATE)[2]


def test_a_moment_that_is_only_listed_stands_apart_from_one_that_is_near() -> None:
    causes = [cause_of(loud) for loud in (Nearness.LISTED, Nearness.HIGHER, Nearness.LATE)]
    assert causes == [Cause.MOMENT, Cause.MOMENT_NEAR, Cause.MOMENT_NEAR]


@pytest.mark.parametrize(
    ("before", "still_open", "said"),
    [
        (0, 0, "Uit detentie: er staat nog niets klaar."),
        (1, 1, "Uit detentie: 1 van 1 punt vooraf is nog open."),
        (4, 1, "Uit detentie: 1 van 4 punten vooraf is nog open."),
        (4, 3, "Uit detentie: 3 van 4 punten vooraf zijn nog open."),
    ],
)
def test_a_moment_that_is_not_prepared_says_what_is_open(before: int, still_open: int, said: str) -> None:
    tuesday = Days(date(2026, 12, 1), date(2026, 12, 1))
    assert why_unprepared("uit detentie", tuesday, MONDAY, before=before, still_open=still_open) == said


def test_a_moment_whose_last_day_is_over_asks_whether_it_happened() -> None:
    for today, asks in ((date(2026, 12, 4), False), (date(2026, 12, 5), True)):
        said = why_unprepared("uit detentie", PERIOD, today, before=2, still_open=2)
        assert (said == "Uit detentie: de dag is voorbij. Ging het door?") is asks


def test_a_moment_on_a_day_that_offices_are_closed_says_so() -> None:
    said = why_unprepared("uit detentie", ONE, MONDAY, before=2, still_open=2)
    assert said.startswith("Uit detentie: 2 van 2 punten vooraf zijn nog open. ")
    assert "zaterdag" in said.lower()
