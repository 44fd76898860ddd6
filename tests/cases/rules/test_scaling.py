"""What a proposal to scale needs."""

from dataclasses import replace

import pytest

from houvast.ave.load import load_text, shipped
from houvast.ave.model import Boundary, ExternalScaling
from houvast.cases.rules.children import child_problems
from houvast.cases.rules.scaling import (
    NewProposal,
    asks_local,
    may_direct_during,
    must_name_process_director,
    proposal_problems,
    ticked_known,
    urgent_problems,
)
from houvast.cases.rules.seats import NOT_REQUIRED, VACANT, SeatFacts, SeatState, held
from houvast.kernel.ids import new_id
from tests.sentences import told_at

MODEL = load_text(shipped()["groningen"].read_text("utf-8"), "groningen")
LAST_RESORT = replace(MODEL, external_scaling=ExternalScaling(last_resort=True, ask=(), source="verzonnen"))
ALL = frozenset({"meer-leefgebieden", "meer-domeinen", "samenwerking-stokt", "veiligheid"})


def boundary(from_phase: int, to_phase: int) -> Boundary:
    """Give a boundary of the model."""
    found = MODEL.boundary(from_phase, to_phase)
    assert found is not None
    return found


UP, OUTSIDE, BACK = boundary(2, 3), boundary(3, 4), boundary(4, 3)


def test_ticked_criteria_keep_the_order_of_the_model_and_unknown_ones_fall_away() -> None:
    ticked = ["veiligheid", "onbekend", "meer-leefgebieden"]
    assert ticked_known(UP, ticked) == ("meer-leefgebieden", "veiligheid")


@pytest.mark.parametrize(
    ("ticked", "reason", "children", "child_text", "fields"),
    [
        (ALL, "Het moet.", False, "", set()),
        (ALL, "Het moet.", True, "Zij gaan naar oma.", set()),
        (frozenset(), "Het moet.", False, "", {"criteria"}),
        (frozenset({"onbekend"}), "Het moet.", False, "", {"criteria"}),
        (ALL, "  ", False, "", {"reason"}),
        (ALL, "Het moet.", True, " ", {"children"}),
        (frozenset(), "", True, "", {"criteria", "reason", "children"}),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    ticked: frozenset[str], reason: str, children: bool, child_text: str, fields: set[str]
) -> None:
    found = proposal_problems(
        MODEL, UP, ticked=ticked, reason=reason, children=children, child_text=child_text, local=""
    )
    assert told_at(found) == fields


@pytest.mark.parametrize(
    ("new", "children", "fields"),
    [
        (NewProposal(3, ALL, "Het moet."), False, set()),
        (NewProposal(3, ALL, "Het moet.", "Zij gaan naar oma."), True, set()),
        (NewProposal(3, ALL, "Het moet.", " "), True, {"children"}),
        (NewProposal(3, frozenset(), " "), False, {"criteria", "reason"}),
    ],
)
def test_urgency_asks_three_things_at_most(new: NewProposal, children: bool, fields: set[str]) -> None:
    assert told_at(urgent_problems(new, children=children)) == fields


@pytest.mark.parametrize(
    ("children", "texts", "fields"),
    [
        (True, ("", " "), {"children"}),
        (True, ("", "Zij gaan naar oma."), set()),
        (True, ("Zij gaan naar oma.", ""), set()),
        (False, (), set()),
    ],
)
def test_what_it_means_for_children_is_said_once(children: bool, texts: tuple[str, ...], fields: set[str]) -> None:
    assert told_at(child_problems(children, *texts)) == fields


@pytest.mark.parametrize(("local", "fields"), [("", {"local_attempts"}), (" ", {"local_attempts"}), ("Alles.", set())])
def test_where_outside_is_the_last_resort_it_is_asked_what_was_tried_here(local: str, fields: set[str]) -> None:
    ticked = frozenset(criterion.code for criterion in OUTSIDE.criteria.criteria())
    found = proposal_problems(
        LAST_RESORT, OUTSIDE, ticked=ticked, reason="Het moet.", children=False, child_text="", local=local
    )
    assert told_at(found) == fields


def test_it_is_asked_only_on_the_way_out() -> None:
    assert asks_local(LAST_RESORT, OUTSIDE)
    assert not asks_local(MODEL, OUTSIDE)
    assert not asks_local(LAST_RESORT, UP)
    assert not asks_local(LAST_RESORT, BACK)


LED = held(new_id(), "procesregisseur-zvh")
BY_RESIDENT = SeatFacts(SeatState.HELD_BY_RESIDENT, resident_id=new_id())


@pytest.mark.parametrize(
    ("over", "was", "becomes", "must"),
    [
        (BACK, LED, VACANT, True),
        (OUTSIDE, LED, VACANT, True),
        (BACK, BY_RESIDENT, VACANT, True),
        (BACK, LED, LED, False),
        (BACK, LED, NOT_REQUIRED, False),
        (BACK, VACANT, VACANT, False),
        (UP, LED, VACANT, False),
    ],
)
def test_the_process_direction_does_not_go_to_nobody_where_the_model_says_who_has_it(
    over: Boundary, was: SeatFacts, becomes: SeatFacts, must: bool
) -> None:
    assert must_name_process_director(over, was, becomes) is must


def test_while_a_step_waits_only_the_function_that_the_model_names_gets_the_process_direction() -> None:
    named = replace(UP, process_direction_during="procesregisseur-zvh")
    assert may_direct_during(named, {"procesregisseur-zvh", "wethouder"}) is True
    assert may_direct_during(named, {"procesregisseur-oggz"}) is False
    assert may_direct_during(replace(UP, process_direction_during=""), set()) is True
