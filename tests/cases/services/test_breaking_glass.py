"""Breaking the glass: a process director sees a case for some hours, who leads it is told at once and judges it."""

from datetime import timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases import scopes
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors import glass
from houvast.cases.services.break_glass import NewGlassBreak, break_glass
from houvast.cases.services.judge_glass import judge_glass
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.desk.rules.work import Cause, WorkRow
from houvast.desk.selectors.work import work
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.lives import close, open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
NEEDED = NewGlassBreak("Er staat nu iemand op straat.", "Sanne en Marit, geen gehoor.")


@pytest.fixture
def world() -> World:
    """Make a municipality."""
    return make_world()


def parts(world: World, name: str, case_id: UUID, hours: int = 0) -> set[str]:
    """Give which parts of a case somebody sees, some hours later."""
    later = NOW + hours * HOUR
    seen_by = viewer_of(world.actor(name), now=later)
    return set(scopes.access(seen_by, now=later).filter(case_id=case_id).values_list("part", flat=True))


def told(world: World, name: str) -> list[WorkRow]:
    """Give what Mijn werk tells somebody of breaking the glass."""
    groups = work(viewer_of(world.actor(name), now=NOW), now=NOW).groups
    return [row for group in groups if group.cause is Cause.GLASS for row in group.rows]


def test_a_process_director_sees_the_case_until_it_ends_and_no_note_on_care(world: World) -> None:
    case_id = open_with(world)
    assert parts(world, "nadia", case_id) == {Part.BAND}
    assert break_glass(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=NEEDED, hours=3) == NOW + 3 * HOUR
    seen = parts(world, "nadia", case_id, 2)
    assert {Part.PEOPLE, Part.PLAN, Part.MOMENTS, Part.GENERAL_NOTES, Part.JUSTICE_SUMMARY} <= seen
    assert not {Part.CARE_NOTES, Part.CARE_SUMMARY, Part.CARE_MOMENTS, Part.JUSTICE_NOTES} & seen
    assert parts(world, "nadia", case_id, 3) == {Part.BAND}
    with pytest.raises(Conflict):
        break_glass(actor=world.actor("nadia"), now=NOW + HOUR, case_id=case_id, new=NewGlassBreak("Weer.", "Marit."))
    with pytest.raises(Conflict):  # the page of before, sent once more when it was over
        break_glass(actor=world.actor("nadia"), now=NOW + 4 * HOUR, case_id=case_id, new=NEEDED)
    entry = Entry.objects.get(event="access.glass_broken", outcome="done")
    assert (entry.case, entry.ground, entry.details) == (case_id, "emergency", {})


def test_who_leads_is_told_at_once_and_says_whether_it_was_right(world: World) -> None:
    case_id = open_with(world)
    break_glass(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=NEEDED)
    assert ["Nadia" in row.why for row in told(world, "sanne")] == [True]
    assert told(world, "nadia") == told(world, "privacy") == []
    glass_id = UUID(told(world, "sanne")[0].target)
    for name in ("nadia", "privacy"):
        with pytest.raises((Refused, NotVisible)):
            judge_glass(actor=world.actor(name), now=NOW, glass_id=glass_id, was_right=True, words="Ja.")
    with pytest.raises(Invalid):
        judge_glass(actor=world.actor("sanne"), now=NOW, glass_id=glass_id, was_right=None, words=" ")
    judge_glass(actor=world.actor("sanne"), now=NOW, glass_id=glass_id, was_right=False, words="Ik was er gewoon.")
    assert told(world, "sanne") == []
    with pytest.raises(Conflict):
        judge_glass(actor=world.actor("sanne"), now=NOW, glass_id=glass_id, was_right=True, words="Toch wel.")
    line = glass.of_case(viewer_of(world.actor("sanne"), now=NOW), case_id, now=NOW)[0]
    assert (line.reason, line.tried, line.words) == (NEEDED.reason, NEEDED.tried, "Ik was er gewoon.")


def test_the_privacy_officer_judges_when_nobody_leads_and_never_reads_why(world: World) -> None:
    case_id = open_with(world)
    break_glass(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=NEEDED)
    close(world, case_id)
    officer = viewer_of(world.actor("privacy"), now=NOW)
    assert [(row.code, row.name) for row in told(world, "privacy")] == [("", "Casus C-2026-0001")]
    judge_glass(actor=world.actor("privacy"), now=NOW + 2 * HOUR, glass_id=NEEDED.id, was_right=False, words="Nee.")
    line = glass.of_municipality(officer, now=NOW)[0]
    assert (line.was_right, line.reason, line.tried, line.words) == (False, "", "", "")
    assert glass.of_municipality(viewer_of(world.actor("sanne"), now=NOW), now=NOW) == ()
    with pytest.raises(NotVisible):
        glass.by_id(viewer_of(world.actor("bram"), now=NOW), NEEDED.id, now=NOW)


def test_a_lock_out_goes_before_it(world: World) -> None:
    case_id = open_with(world)
    lock_out(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewLockOut(world.id("nadia"), "Zijn nicht."))
    with pytest.raises(NotVisible):
        break_glass(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=NEEDED)


def test_it_needs_words_and_only_a_process_director_who_sees_no_more_than_the_band(world: World) -> None:
    case_id = open_with(world)
    with pytest.raises(Invalid) as wrong:
        break_glass(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=NewGlassBreak(" ", ""))
    assert wrong.value.problems.keys() == {"reason", "tried"}
    with pytest.raises(Refused):
        break_glass(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NEEDED)
    assert parts(world, "nadia", case_id) == {Part.BAND}


def test_who_leads_sees_who_sees_the_case_and_another_is_asked_when_they_say_nothing(world: World) -> None:
    case_id, late = open_with(world), NOW + timedelta(days=3)
    break_glass(actor=world.actor("nadia"), now=NOW, case_id=case_id, new=NEEDED, hours=3)
    seen = glass.running(viewer_of(world.actor("sanne"), now=NOW), case_id, now=NOW)
    assert [name for name, _ in seen] == ["Nadia uit Eemsdelta"]
    assert glass.running(viewer_of(world.actor("nadia"), now=NOW), case_id, now=NOW) == ()
    rows = [row for group in work(viewer_of(world.actor("privacy"), now=late), now=late).groups for row in group.rows]
    assert ["zei dat niet op tijd" in row.why for row in rows] == [True]
    causes = {group.cause for group in work(viewer_of(world.actor("sanne"), now=late), now=late).groups}
    assert Cause.TERM_PASSED in causes
    judge_glass(actor=world.actor("privacy"), now=late, glass_id=NEEDED.id, was_right=True, words="Zo bleek.")
