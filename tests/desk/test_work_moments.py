"""Mijn werk: crucial moments that are not prepared, louder as they near, and items that wait for who holds them."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.cases.models import CrucialMoment, MomentReport
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.desk.rules.work import Act, Cause, WorkRow
from houvast.vault import sealing
from tests.desk.test_work import rows_of
from tests.lives import open_with
from tests.moments import SATURDAY, items_of, let_hold, plan
from tests.rights.region import take_process_direction
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SHELTER_OUT = CrucialMoment.Kind.SHELTER_OUT
NEAR = (Act.PREPARE, Act.REPORT_ITEM)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case(world: World) -> UUID:
    """Open a case that Sanne and Marit lead."""
    made = open_with(world)
    take_process_direction(world, made)
    return made


def seen(world: World, who: str, *, later: timedelta = timedelta(0)) -> list[WorkRow]:
    """Give the rows about moments."""
    return [row for row in rows_of(world, who, later=later) if row.act in NEAR]


def told(world: World, who: str, *, later: timedelta = timedelta(0)) -> list[tuple[Cause, bool]]:
    return [(row.cause, row.late) for row in seen(world, who, later=later)]


def finish(world: World, moment: UUID, who: str = "sanne") -> None:
    for item in items_of(moment):
        report_moment_item(actor=world.actor(who), now=NOW, item_id=item, state=MomentReport.State.DONE)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 12, 8), []),
        (date(2026, 12, 7), [(Cause.MOMENT, False)]),
        (date(2026, 11, 30), [(Cause.MOMENT_NEAR, False)]),
        (date(2026, 11, 25), [(Cause.MOMENT_NEAR, True)]),
    ],
)
def test_an_unprepared_moment_waits_for_both_directors_louder_as_it_nears(
    world: World, case: UUID, on: date, expected: list[tuple[Cause, bool]]
) -> None:
    plan(world, case, SHELTER_OUT, now=NOW, on_date=on)
    assert told(world, "sanne") == told(world, "marit") == expected
    for who in ("nadia", "erik", "bram"):
        assert told(world, who) == [], who


def test_the_row_says_how_much_is_open_and_that_it_is_a_saturday(world: World, case: UUID) -> None:
    moment = plan(world, case, SHELTER_OUT, now=NOW, on_date=SATURDAY)
    (row,) = seen(world, "sanne")
    assert row.why == (
        "Uit de opvang: 2 van 2 punten vooraf zijn nog open. Let op: een zaterdag. Het wijkteam is dan dicht."
    )
    assert (row.when, row.when_exact, row.act, row.target) == ("over 5 dagen", "za 28 nov", Act.PREPARE, str(moment))


def test_a_prepared_moment_waits_for_nobody_until_its_day_has_passed(world: World, case: UUID) -> None:
    finish(world, plan(world, case, SHELTER_OUT, now=NOW, on_date=SATURDAY))
    assert seen(world, "sanne") == []
    (row,) = seen(world, "sanne", later=6 * DAY)
    assert (row.cause, row.late, row.why) == (
        Cause.MOMENT_NEAR,
        True,
        "Uit de opvang: de dag is voorbij. Ging het door?",
    )
    assert row.when == "gisteren"


def test_a_moment_for_which_nothing_stands_ready_is_unprepared(world: World, case: UUID) -> None:
    plan(world, case, CrucialMoment.Kind.PSYCHOLANCE, now=NOW, on_date=SATURDAY)
    (row,) = seen(world, "sanne")
    assert row.why.startswith("Rit met de psycholance: er staat nog niets klaar.")


def test_a_period_is_told_with_both_its_days(world: World, case: UUID) -> None:
    plan(world, case, SHELTER_OUT, now=NOW, on_date=SATURDAY, until=date(2026, 12, 1))
    (row,) = seen(world, "sanne")
    assert row.when_exact == "tussen za 28 nov en di 1 dec"
    (row,) = seen(world, "sanne", later=6 * DAY)
    assert (row.when, row.late) == ("vandaag", True)


def test_assessed_and_not_admitted_asks_the_directors_within_days_and_is_late_after_them(
    world: World, case: UUID
) -> None:
    kind = CrucialMoment.Kind.ASSESSED_NOT_ADMITTED
    plan(world, case, kind, now=NOW, on_date=NOW.date(), happened=True)
    assert told(world, "sanne") == told(world, "marit") == [(Cause.FOLLOW_UP, False)] * 2
    assert told(world, "sanne", later=3 * DAY) == [(Cause.TERM_PASSED, True)] * 2
    (row, _) = seen(world, "sanne")
    assert row.why == "Er staat nog een punt open na een cruciaal moment: beoordeeld op de CBL en niet opgenomen."


def test_an_item_waits_for_who_holds_it_and_with_the_moment_for_the_directors(world: World, case: UUID) -> None:
    moment = plan(world, case, SHELTER_OUT, now=NOW, on_date=SATURDAY)
    item = let_hold(world, moment, "bram", now=NOW, due=date(2026, 11, 27))
    (row,) = seen(world, "bram")
    assert (row.cause, row.act, row.target) == (Cause.YOUR_DECISION, Act.REPORT_ITEM, str(item))
    assert row.why == "U heeft een punt vóór een cruciaal moment: uit de opvang."
    assert told(world, "sanne") == [(Cause.MOMENT_NEAR, False)]
    assert told(world, "bram", later=7 * DAY) == [(Cause.TERM_PASSED, True)]
    finish(world, moment)
    assert seen(world, "bram") == []


def test_a_last_open_item_is_told_as_one(world: World, case: UUID) -> None:
    moment = plan(world, case, CrucialMoment.Kind.SHELTER_ELSEWHERE, now=NOW, on_date=SATURDAY)
    (row,) = seen(world, "sanne")
    assert row.why.startswith("Opvang in een andere gemeente: 1 van 1 punt vooraf is nog open.")
    let_hold(world, moment, "sanne", now=NOW, due=date(2026, 11, 27))
    finish_one = items_of(moment)[0]
    report_moment_item(actor=world.actor("sanne"), now=NOW, item_id=finish_one, state=MomentReport.State.DONE)
    assert seen(world, "marit")[0].why.startswith("Opvang in een andere gemeente: 1 van 2 punten vooraf is nog open.")


def test_mijn_werk_opens_no_text_and_asks_as_much_for_many_moments_as_for_one(
    world: World, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "unseal", None)
    plan(world, case, SHELTER_OUT, now=NOW, on_date=SATURDAY)
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as counted:
            assert len(seen(world, "sanne")) == 1 + 4 * number
        counts.append(len(counted.captured_queries))
        for _ in range(4):
            plan(world, case, SHELTER_OUT, now=NOW, on_date=SATURDAY)
    assert counts[0] == counts[1]
