"""Who writes in a case, who lets a note go further, and who takes up what everybody left."""

from dataclasses import replace

from houvast.cases.policy_aftercare import may_take_up_aftercare
from houvast.cases.policy_notes import may_allow_passing, may_contribute
from houvast.cases.rules.glass import MOST_GLASS_HOURS, ends_at, judges
from houvast.cases.rules.matrix import Part
from tests.cases.test_policy import (
    CLOSED,
    ELSEWHERE,
    HOLDERS,
    MODEL,
    NOBODY,
    OPEN,
    WATCHER,
    WATCHER_ELSEWHERE,
    somebody,
)
from tests.worlds import NOW


def test_who_leads_or_takes_part_writes_in_an_open_case() -> None:
    for part in (Part.TASK, Part.JUDGEMENT):
        assert may_contribute(NOBODY, OPEN, {Part.BAND, part}).ground == "takes_part"
        assert may_contribute(NOBODY, CLOSED, {Part.BAND, part}).reason == "case_closed"
    assert may_contribute(NOBODY, OPEN, {Part.BAND}).reason == "not_a_director"
    assert may_contribute(HOLDERS["director"], OPEN, {Part.BAND}).ground == "director"


def test_only_who_wrote_a_note_or_stands_in_lets_it_be_passed_on() -> None:
    writer = somebody()
    assert may_allow_passing(writer, writer=writer.member_id).ground == "writer"
    assert may_allow_passing(somebody(stands_in_for=(writer.member_id,)), writer=writer.member_id).allowed
    assert may_allow_passing(NOBODY, writer=writer.member_id).reason == "not_the_writer"


def test_who_directs_processes_here_takes_up_aftercare_that_nobody_looks_after() -> None:
    assert may_take_up_aftercare(WATCHER, OPEN, MODEL).ground == "directs_processes"
    assert may_take_up_aftercare(WATCHER_ELSEWHERE, OPEN, MODEL).reason == "not_process_direction"
    assert may_take_up_aftercare(replace(NOBODY, municipality_id=ELSEWHERE), OPEN, MODEL).reason != ""
    assert may_take_up_aftercare(HOLDERS["manager"], OPEN, MODEL).reason == "not_process_direction"


def test_a_broken_glass_is_whole_again_after_the_hours_that_were_set_and_never_later_than_the_most() -> None:
    assert (ends_at(NOW, 24) - NOW).total_seconds() == 24 * 3600
    assert (ends_at(NOW, MOST_GLASS_HOURS + 1) - NOW).total_seconds() == MOST_GLASS_HOURS * 3600


def test_who_broke_the_glass_never_judges_it() -> None:
    one, two = somebody().member_id, somebody().member_id
    assert judges([one, None, two], one) == {two}
    assert judges([one, None], one) == frozenset()
