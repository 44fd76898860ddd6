"""An unusual number of cases opened alarms the privacy officer: once, and never who it is about."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from houvast.accountability.models import Alarm, AlarmAnswer
from houvast.accountability.policy import may_answer_alarm
from houvast.accountability.rules.alarms import Opened, is_unusual, least_told, usual
from houvast.accountability.selectors.alarms import alarms, opened_before
from houvast.accountability.services.answer_alarm import answer_alarm
from houvast.accountability.services.raise_alarms import raise_alarms
from houvast.audit.models import Entry
from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.desk.selectors.work import work
from houvast.directory.models import MemberFunction
from houvast.directory.selectors import viewer_of
from houvast.intake.rules.short_lists import Entry as ListEntry
from houvast.intake.rules.short_lists import ListKind
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.actor import system
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from tests.cases.test_policy import ELSEWHERE, HERE, somebody
from tests.worlds import NOW, START, World, make_world

DAY = timedelta(days=1)
ROBOT = system("alarm")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([4, 4, 4, 4], None), ([4, 4, 4, 4, 0], None), ([2, 3, 4, 9, 30], 4), ([1, 1, 2, 2, 2, 2], 2)],
)
def test_what_is_usual_is_the_middle_of_the_days_on_which_somebody_opened_any(
    counts: list[int], expected: int | None
) -> None:
    assert usual([Opened(date(2026, 11, 1), count) for count in counts]) == expected


@pytest.mark.parametrize(
    ("cases", "own", "told"),
    [(40, None, True), (39, None, False), (40, 60, True), (12, 4, False), (13, 4, True), (11, 1, False), (12, 3, True)],
)
def test_from_the_threshold_or_far_above_what_is_usual_it_is_told(cases: int, own: int | None, told: bool) -> None:
    assert is_unusual(cases, own, 40) is told


def test_what_can_be_unusual_is_counted_and_less_is_not() -> None:
    assert (least_told(40), least_told(5)) == (12, 5)


def test_the_privacy_officer_answers_and_never_about_themselves() -> None:
    officer = replace(somebody(), is_privacy_officer=True)
    assert may_answer_alarm(officer, HERE, about=officer.member_id).reason == "own_alarm"
    assert may_answer_alarm(officer, HERE, about=new_id()).ground == "privacy_officer"
    assert may_answer_alarm(officer, ELSEWHERE, about=new_id()).reason == "not_alarms"
    assert may_answer_alarm(somebody(), HERE, about=new_id()).reason == "not_alarms"


@pytest.fixture
def world(db: None) -> World:
    """Give a municipality where five opened cases on a day are told."""
    world = make_world()
    new = NewEntry(world.municipality.id, ListKind.SIGHT, ListEntry("opened_per_day", "Alarm", amount=5))
    set_entry(new, actor=world.actor("beheer"), now=NOW)
    return world


def open_cases(world: World, who: str, number: int, now: datetime) -> None:
    """Let somebody open so many cases, the first of them twice."""
    ids = [new_id() for _ in range(number)]
    for case_id in [*ids, ids[0]]:
        actor = world.actor(who)
        record_read(CASE_READ, actor=actor, now=now, municipality=world.municipality.id, case=case_id)


def test_an_alarm_is_raised_once_a_day_and_says_in_the_log_that_and_not_about_whom(world: World) -> None:
    open_cases(world, "bram", 4, NOW)
    assert raise_alarms(actor=ROBOT, now=NOW) == 0
    open_cases(world, "bram", 1, NOW)
    assert (raise_alarms(actor=ROBOT, now=NOW), raise_alarms(actor=ROBOT, now=NOW)) == (1, 0)
    row = Alarm.objects.get()
    assert (row.member_id, row.cases, row.usual, row.threshold) == (world.id("bram"), 5, None, 5)
    line = Entry.objects.get(event="alarm.raised")
    assert (line.actor_name, line.subject_id, line.details) == ("alarm", row.id, {})
    open_cases(world, "bram", 5, NOW + DAY)
    assert raise_alarms(actor=ROBOT, now=NOW + DAY) == 1


def test_of_two_who_keep_the_log_at_once_one_raises_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    open_cases(world, "bram", 5, NOW)
    others: list[int] = []

    def meanwhile(municipality_id: UUID, member_id: UUID, first: date, until: date) -> list[tuple[date, int]]:
        monkeypatch.undo()
        others.append(raise_alarms(actor=ROBOT, now=NOW))
        return list(opened_before(municipality_id, member_id, first, until))

    monkeypatch.setattr("houvast.accountability.services.raise_alarms.opened_before", meanwhile)
    assert (raise_alarms(actor=ROBOT, now=NOW), others) == (0, [1])
    assert Alarm.objects.count() == Entry.objects.filter(event="alarm.raised").count() == 1


def test_what_was_opened_just_before_midnight_is_told_just_after(world: World) -> None:
    midnight = datetime.fromisoformat("2026-11-24T00:00:00+01:00")
    open_cases(world, "bram", 5, midnight - timedelta(minutes=2))
    assert raise_alarms(actor=ROBOT, now=midnight + timedelta(minutes=3)) == 1
    assert Alarm.objects.get().day == date(2026, 11, 23)


def test_far_above_ones_own_usual_number_is_told_below_the_threshold(world: World) -> None:
    new = NewEntry(world.municipality.id, ListKind.SIGHT, ListEntry("opened_per_day", "Alarm", amount=40, number=1))
    set_entry(new, actor=world.actor("beheer"), now=NOW)
    for days in range(1, 6):
        open_cases(world, "iris", 2, NOW - days * DAY)
    open_cases(world, "iris", 12, NOW)
    open_cases(world, "bram", 12, NOW)
    assert raise_alarms(actor=ROBOT, now=NOW) == 1
    assert Alarm.objects.values_list("member_id", "usual").get() == (world.id("iris"), 2)


def test_the_privacy_officer_sees_it_until_they_say_what_came_of_it_and_who_it_is_about_does_not(world: World) -> None:
    privacy = world.actor("privacy")
    for who in ("bram", "privacy"):
        open_cases(world, who, 5, NOW)
    MemberFunction.objects.create(
        member=world.members["dirk"], function="privacy-officer", title="privacy officer", from_at=START
    )
    assert raise_alarms(actor=ROBOT, now=NOW) == 2
    (seen,) = alarms(viewer_of(privacy, now=NOW))
    assert (seen.member, seen.title, seen.cases) == ("Bram uit Eemsdelta", "casusregisseur", 5)
    assert {each.member for each in alarms(viewer_of(world.actor("dirk"), now=NOW))} == {
        "Bram uit Eemsdelta",
        "Privacy uit Eemsdelta",
    }
    assert alarms(viewer_of(world.actor("bram"), now=NOW)) == ()
    assert "5 casussen op één dag" in str(work(viewer_of(privacy, now=NOW), now=NOW).groups)
    own = Alarm.objects.get(member_id=world.id("privacy"))
    with pytest.raises(NotVisible):
        answer_alarm(actor=privacy, now=NOW, alarm_id=own.id, outcome="explained")
    with pytest.raises(Invalid):
        answer_alarm(actor=privacy, now=NOW, alarm_id=seen.id, outcome="")
    answer_alarm(actor=privacy, now=NOW, alarm_id=seen.id, outcome="explained")
    (seen,) = alarms(viewer_of(privacy, now=NOW))
    assert (seen.outcome, seen.answered_by) == (AlarmAnswer.Outcome.EXPLAINED, "Privacy uit Eemsdelta")
    assert alarms(viewer_of(privacy, now=NOW), waiting=True) == ()
    with pytest.raises(Conflict):
        answer_alarm(actor=privacy, now=NOW, alarm_id=seen.id, outcome="talked")
