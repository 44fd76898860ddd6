"""Mijn werk: a stay in another municipality of which the last day is near, on both sides."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.cases.services.end_stay import end_stay
from houvast.desk.rules.stays import stay_sentence
from houvast.desk.rules.work import Act, Cause, WorkRow
from houvast.intake.rules.short_lists import Entry, ListKind
from houvast.intake.services.set_entry import NewEntry, set_entry
from tests.desk.test_work import rows_of
from tests.lives import open_with
from tests.rights.region import take_process_direction
from tests.stays import agree
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEAR, PASSED = 4 * DAY, 19 * DAY
"""Two weeks before the last day, 11 December; and the day after it."""


@pytest.fixture
def here() -> World:
    return make_world()


@pytest.fixture
def there() -> World:
    return make_world("opsterland", "Opsterland")


@pytest.fixture
def stay(here: World, there: World) -> UUID:
    """Let Sanne and Marit lead a case about somebody who stays where the other Sanne works."""
    case_id = open_with(here)
    take_process_direction(here, case_id)
    return agree(here, there, case_id, now=NOW)


def seen(world: World, who: str, later: timedelta) -> list[WorkRow]:
    return [row for row in rows_of(world, who, later=later) if row.act is Act.SEE_STAY]


def test_both_sides_are_warned_two_weeks_before_the_end(here: World, there: World, stay: UUID) -> None:
    for world, who in ((here, "sanne"), (here, "marit"), (there, "sanne")):
        assert seen(world, who, 3 * DAY) == []
        (row,) = seen(world, who, NEAR)
        assert (row.cause, row.late, row.target) == (Cause.STAY, False, str(stay))
    for world, who in ((here, "bram"), (here, "nadia"), (there, "marit")):
        assert seen(world, who, NEAR) == [], who


def test_each_side_is_warned_by_the_days_of_its_own_municipality(here: World, there: World, stay: UUID) -> None:
    warned = Entry("stay_warned", "", amount=17)
    new = NewEntry(there.municipality.id, ListKind.STAY, warned)
    set_entry(new, actor=there.actor("beheer"), now=NOW)
    assert [len(seen(world, "sanne", DAY)) for world in (here, there)] == [0, 1]


def test_each_side_reads_what_is_theirs_to_do(here: World, there: World, stay: UUID) -> None:
    (led,), (hosted,) = seen(here, "sanne", NEAR), seen(there, "sanne", NEAR)
    assert led.why == "Sanne uit Opsterland in Opsterland kijkt mee. Komt de inwoner terug, of verlengt u?"
    assert hosted.why.startswith("U kijkt mee voor Eemsdelta. Daarna ziet u deze casus niet meer.")


def test_when_the_last_day_has_passed_only_who_leads_is_asked(here: World, there: World, stay: UUID) -> None:
    (row,) = seen(here, "sanne", PASSED)
    assert (row.cause, row.late) == (Cause.TERM_PASSED, True)
    assert row.why == "De afspraak met Opsterland is afgelopen. Is de inwoner terug, of verlengt u?"
    assert seen(there, "sanne", PASSED) == []


def test_what_has_ended_waits_for_nobody(here: World, there: World, stay: UUID) -> None:
    end_stay(actor=here.actor("sanne"), now=NOW, stay_id=stay, reason="Terug.")
    assert seen(here, "sanne", NEAR) == seen(there, "sanne", NEAR) == []


def test_the_timeline_says_what_became_of_a_stay() -> None:
    told = {state: "".join(stay_sentence(state, "Pekela", "Piet", "Sanne", "vr 11 dec")) for state in STATES}
    assert told == STATES


STATES = {
    "agreed": "Verblijf in Pekela: Piet kijkt daar mee tot en met vr 11 dec, afgesproken door Sanne.",
    "extended": "Verblijf in Pekela verlengd tot en met vr 11 dec, door Sanne.",
    "ended": "Verblijf in Pekela voorbij: Piet kijkt niet meer mee, zegt Sanne.",
}
