"""A sample is drawn by lot, again the same from its seed, with what is rare in it; and each opening is judged."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.accountability.rules.sampling import (
    LONGEST_DAYS,
    MANY_CASES,
    LogRow,
    Opening,
    Stratum,
    drawn,
    openings,
    problems,
    shares,
)
from houvast.accountability.selectors.sampling import draws_the_same, figures, sample, samples
from houvast.accountability.services.draw_sample import draw_sample
from houvast.accountability.services.judge_opening import NewFinding, judge_opening
from houvast.audit.models import Entry
from houvast.directory.models import Organisation
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import member
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.accountability.sampled import LATER, draw, judge, reads
from tests.lives import open_with
from tests.worlds import NOW, World, add_member, make_world

DAY = NOW.date()
ANNA, BRAM, CASES = UUID(int=1), UUID(int=2), [UUID(int=number) for number in range(100, 100 + MANY_CASES)]


def row(member: UUID, case: UUID, *, refused: bool = False, entry: int = 0) -> LogRow:
    """Give a row of the log."""
    return LogRow(UUID(int=entry) if entry else new_id(), NOW, DAY, member, case, refused)


def strata(*rows: LogRow, glass: bool = False, role: bool = True) -> list[Stratum]:
    """Give the group of each opening that these rows make."""
    found = openings(rows, broke_glass=lambda *_: glass, has_role=lambda *_: role)
    return [each.stratum for each in found]


def test_each_opening_belongs_to_the_first_group_that_fits() -> None:
    assert strata(row(ANNA, CASES[0])) == [Stratum.OTHER]
    assert strata(row(ANNA, CASES[0]), glass=True) == [Stratum.GLASS]
    assert strata(row(ANNA, CASES[0]), role=False) == [Stratum.NO_OWN_ROLE]
    assert strata(row(ANNA, CASES[0], refused=True), glass=True, role=False) == [Stratum.TRIED]
    assert strata(row(ANNA, CASES[0], refused=True), row(ANNA, CASES[0])) == [Stratum.OTHER]
    many = [row(ANNA, case) for case in CASES]
    assert set(strata(*many)) == {Stratum.MANY}
    assert set(strata(*many[:-1], row(BRAM, CASES[-1]))) == {Stratum.OTHER}


def test_an_opening_is_a_member_a_case_and_a_day_and_begins_at_its_first_row() -> None:
    rows = [row(ANNA, CASES[0], entry=7), row(BRAM, CASES[0]), row(ANNA, CASES[0])]
    first, second = openings(rows, broke_glass=lambda *_: False, has_role=lambda *_: True)
    assert (first.entry, first.member, first.rows) == (UUID(int=7), ANNA, 2)
    assert (second.member, second.rows) == (BRAM, 1)


@pytest.mark.parametrize(
    ("sizes", "wanted", "given"),
    [
        ((3, 0, 0, 0, 900), 10, (3, 0, 0, 0, 7)),
        ((9, 9, 9, 9, 900), 10, (2, 2, 2, 2, 2)),
        ((9, 9, 9, 9, 900), 12, (3, 3, 2, 2, 2)),
        ((1, 1, 0, 0, 2), 25, (1, 1, 0, 0, 2)),
    ],
)
def test_groups_get_equal_shares_and_what_one_lacks_goes_to_the_others(
    sizes: tuple[int, ...], wanted: int, given: tuple[int, ...]
) -> None:
    assert tuple(shares(dict(zip(Stratum, sizes, strict=True)), wanted).values()) == given


def test_the_same_seed_draws_the_same_in_whatever_order_the_rows_come() -> None:
    every = [Opening(new_id(), ANNA, CASES[0], DAY, 1, Stratum.OTHER) for _ in range(60)]
    chosen = drawn(every, wanted=10, seed="a")
    assert len(chosen) == 10
    assert chosen == drawn(every[::-1], wanted=10, seed="a") != drawn(every, wanted=10, seed="b")


def test_the_days_are_over_and_the_number_can_be_done() -> None:
    today = LATER.date()
    assert problems(DAY, DAY, 25, today=today) == {}
    assert problems(None, None, 0, today=today).keys() == {"first", "last", "wanted"}
    assert problems(today, today, 25, today=today).keys() == {"last"}
    assert problems(today, DAY, 25, today=today).keys() == {"last"}
    assert problems(DAY - timedelta(days=LONGEST_DAYS), DAY, 101, today=today).keys() == {"last", "wanted"}


@pytest.fixture
def world(db: None) -> World:
    """Give a municipality."""
    return make_world()


def test_a_sample_is_on_record_with_its_seed_and_comes_out_the_same_again(world: World) -> None:
    case = open_with(world)
    for who in ("sanne", "sanne", "iris", "privacy"):
        reads(world, who, case)
    viewer = viewer_of(world.actor("privacy"), now=NOW)
    drawn_id = draw(world)
    view = sample(viewer, drawn_id)
    told = {each.member: (each.stratum, each.rows) for each in view.rows}
    assert told == {"Sanne uit Eemsdelta": (Stratum.OTHER, 2), "Iris uit Eemsdelta": (Stratum.NO_OWN_ROLE, 1)}
    entry = Entry.objects.get(event="sample.drawn")
    assert (entry.subject_id, entry.details["seed"], entry.details["number"]) == (drawn_id, view.seed, 1)
    assert entry.details["groups"] == ["glass:0/0", "tried:0/0", "no_own_role:1/1", "many:0/0", "other:1/1"]
    assert draws_the_same(viewer, drawn_id)
    with pytest.raises(Conflict):
        draw(world)
    assert [each.number for each in samples(viewer)] == [1]
    reads(world, "bram", case)
    assert not draws_the_same(viewer, drawn_id)


def test_what_is_drawn_is_judged_and_the_last_finding_counts(world: World) -> None:
    case = open_with(world)
    reads(world, "sanne", case)
    drawn_id = draw(world)
    viewer = viewer_of(world.actor("privacy"), now=NOW)
    for outcome, words, field in (("onzin", "", "outcome"), ("ask", " ", "words")):
        with pytest.raises(Invalid) as wrong:
            judge(world, drawn_id, outcome, words)
        assert field in wrong.value.problems
    judge(world, drawn_id, "ask", "Waarom op zondag?")
    with pytest.raises(Conflict):
        judge(world, drawn_id, "fits")
    judge(world, drawn_id, "fits", "Zij had dienst.", seen=1)
    (line,) = sample(viewer, drawn_id).rows
    assert line.finding is not None
    assert (line.finding.outcome, line.finding.words, line.seen) == ("fits", "Zij had dienst.", 2)
    entry = Entry.objects.filter(event="sample.judged", outcome="done").order_by("number").last()
    assert entry is not None
    assert (entry.case, entry.details) == (case, {"number": 1, "outcome": "fits"})
    (counted,) = [each for each in figures(viewer, now=LATER) if each.drawn]
    assert (counted.in_log, counted.drawn, counted.found) == (1, 1, {"fits": 1, "ask": 0, "does_not_fit": 0})
    with pytest.raises(NotVisible):
        judge(world, drawn_id, number=2)


def test_only_the_privacy_officer_draws_reads_and_judges_and_nobody_their_own(world: World) -> None:
    reads(world, "sanne", open_with(world))
    drawn_id = draw(world)
    for who in ("beheer", "sanne", "marit"):
        with pytest.raises(Refused):
            draw_sample(actor=world.actor(who), now=LATER, first=DAY, last=DAY, wanted=5)
        with pytest.raises(Refused):
            new = NewFinding("fits", "", 0)
            judge_opening(actor=world.actor(who), now=LATER, sample_id=drawn_id, number=1, new=new)
        viewer = viewer_of(world.actor(who), now=NOW)
        for read in (samples, partial(sample, sample_id=drawn_id), partial(draws_the_same, sample_id=drawn_id)):
            with pytest.raises(NotVisible):
                read(viewer)
    viewer = viewer_of(world.actor("privacy"), now=NOW)
    for missing in (partial(sample, sample_id=new_id()), partial(draws_the_same, sample_id=new_id())):
        with pytest.raises(NotVisible):
            missing(viewer)
    partner = Organisation.objects.create(kind="fact", name="FACT (verzonnen)", region="Groningen")
    yara = add_member(partner, "Yara Mensah", "fact-behandelaar", "", "behandelaar FACT", None)
    with pytest.raises(NotVisible):
        draw_sample(actor=member(yara.id), now=LATER, first=DAY, last=DAY, wanted=5)
    with pytest.raises(Invalid):
        draw_sample(actor=world.actor("privacy"), now=LATER, first=None, last=DAY, wanted=5)
    before = DAY - timedelta(days=1)
    with pytest.raises(Invalid):
        draw_sample(actor=world.actor("privacy"), now=LATER, first=before, last=before, wanted=5)
