"""Groups of criteria obey and/or; a model answers by number, code and local name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.ave.load import load_file
from houvast.ave.model import Criterion, Group
from houvast.ave.vocabulary import Direction, Domain, Holding, Responsibility, Side

CODES = "abcdef"
WHOLE = Path(__file__).parent / "files" / "heel.toml"


def _criterion(code: str) -> Criterion:
    return Criterion(code, f"tekst {code}", "", "verzonnen")


criteria = st.sampled_from(CODES).map(_criterion)
groups = st.recursive(
    st.builds(Group, st.sampled_from(["all", "any"]), st.lists(criteria, min_size=1, max_size=4).map(tuple)),
    lambda inner: st.builds(
        Group, st.sampled_from(["all", "any"]), st.lists(criteria | inner, min_size=1, max_size=4).map(tuple)
    ),
    max_leaves=8,
)
ticked_sets = st.frozensets(st.sampled_from(CODES))


@given(groups, ticked_sets, ticked_sets)
def test_ticking_more_never_undoes_a_met_group(group: Group, ticked: frozenset[str], more: frozenset[str]) -> None:
    if group.met(ticked):
        assert group.met(ticked | more)


@given(groups)
def test_nothing_ticked_is_never_enough_and_everything_always_is(group: Group) -> None:
    assert not group.met(frozenset())
    assert group.met(frozenset(CODES))


@given(groups, groups, ticked_sets)
def test_all_is_and_any_is_or(one: Group, other: Group, ticked: frozenset[str]) -> None:
    assert Group("all", (one, other)).met(ticked) == (one.met(ticked) and other.met(ticked))
    assert Group("any", (one, other)).met(ticked) == (one.met(ticked) or other.met(ticked))


@given(groups, groups, groups, ticked_sets)
def test_and_spreads_over_or(one: Group, two: Group, three: Group, ticked: frozenset[str]) -> None:
    inside = Group("all", (one, Group("any", (two, three))))
    outside = Group("any", (Group("all", (one, two)), Group("all", (one, three))))
    assert inside.met(ticked) == outside.met(ticked)


@given(groups, ticked_sets)
def test_the_order_of_the_parts_does_not_matter(group: Group, ticked: frozenset[str]) -> None:
    assert Group(group.all_or_any, group.parts[::-1]).met(ticked) == group.met(ticked)


@given(groups, ticked_sets)
def test_only_criteria_of_the_group_count(group: Group, ticked: frozenset[str]) -> None:
    own = {criterion.code for criterion in group.criteria()}
    assert group.met(ticked) == group.met(ticked & own)


@pytest.mark.parametrize(
    ("ticked", "met"),
    [
        ("", False),
        ("a", False),
        ("ab", False),
        ("abc", True),
        ("abd", True),
        ("abcd", True),
        ("acd", False),
        ("bcd", False),
        ("cd", False),
    ],
)
def test_a_and_b_and_c_or_d(ticked: str, met: bool) -> None:
    """The reading of the door of a safety house: a and b, and at least one of c and d."""
    a, b, c, d = (_criterion(code) for code in "abcd")
    assert Group("all", (a, b, Group("any", (c, d)))).met(set(ticked)) is met


@pytest.mark.parametrize("kind", ["all", "any"])
def test_a_group_without_parts_is_never_met(kind: str) -> None:
    group = Group("all", ()) if kind == "all" else Group("any", ())
    assert not group.met({"a"})


def test_criteria_come_flat_and_in_reading_order() -> None:
    a, b, c = (_criterion(code) for code in "abc")
    assert Group("all", (a, Group("any", (b,)), c)).criteria() == (a, b, c)


def test_a_model_answers_by_number_and_code() -> None:
    model = load_file(WHOLE)
    assert model.phase(2).name == "Onrust"
    assert model.phase(2).review_weeks == 6
    assert model.phase(1).review_weeks is None
    assert model.opening_phases == (2,)
    assert model.function("coordinator").domain is Domain.OGGZ
    assert model.function("manager").domain is None
    assert model.function("voorzitter-zvh").side is Side.SAFETY_HOUSE
    assert model.responsibilities[Responsibility.ADMINISTRATIVE].does_not == "Leidt geen overleg."


def test_a_number_or_code_that_the_model_does_not_have_is_a_key_error() -> None:
    model = load_file(WHOLE)
    with pytest.raises(KeyError):
        model.phase(3)
    with pytest.raises(KeyError):
        model.function("koning")
    with pytest.raises(KeyError):
        model.seat(3, Responsibility.OPERATIONAL)


def test_boundaries_exist_between_adjacent_phases_and_know_their_way() -> None:
    model = load_file(WHOLE)
    up, down = model.boundary(1, 2), model.boundary(2, 1)
    assert up is not None
    assert down is not None
    assert (up.direction, up.from_phase, up.to_phase) == (Direction.UP, 1, 2)
    assert (down.direction, down.from_phase, down.to_phase) == (Direction.DOWN, 2, 1)
    assert (up.decides, up.decide_within_working_days, up.urgent_confirm_within_working_days) == (
        ("coordinator",),
        2,
        1,
    )
    assert (down.hears, down.urgent_confirmed_by, down.urgent_confirm_within_working_days) == ((), (), None)
    assert model.boundary(2, 3) is None


def test_a_cell_that_is_not_filled_in_means_no_for_the_municipality_and_undecided_for_a_partner(tmp_path: Path) -> None:
    path = tmp_path / "cel.toml"
    path.write_text(WHOLE.read_text(encoding="utf-8").replace(', wijkagent = "nee"', ""), encoding="utf-8")
    seat = load_file(path).seat(2, Responsibility.CASE_DIRECTION)
    assert seat.holding("regisseur") is Holding.YES
    assert seat.holding("coordinator") is Holding.TEMPORARY
    assert seat.holding("manager") is Holding.NO
    assert seat.holding("wijkagent") is Holding.NOT_DECIDED
    assert seat.holding("voorzitter-zvh") is Holding.NO
    assert seat.holding("function of another model") is Holding.NO


def test_a_seat_can_say_at_once_what_holds_for_all_partners() -> None:
    model = load_file(WHOLE)
    assert model.seat(2, Responsibility.PROCESS_DIRECTION).holding("wijkagent") is Holding.NO


def test_the_resident_may_hold_a_seat_where_the_model_says_so() -> None:
    model = load_file(WHOLE)
    assert model.seat(1, Responsibility.CASE_DIRECTION).resident_may_hold is Holding.YES
    assert model.seat(2, Responsibility.CASE_DIRECTION).resident_may_hold is Holding.NO


@pytest.mark.parametrize("name", ["WIJ", "wij", " WIJ "])
def test_a_local_name_leads_to_its_function(name: str) -> None:
    function = load_file(WHOLE).function_for_local_name(name)
    assert function is not None
    assert function.code == "regisseur"


def test_an_unknown_local_name_leads_nowhere() -> None:
    assert load_file(WHOLE).function_for_local_name("gebiedsteam") is None
