"""The three models and the themes that come along say what the sources and the handbook say."""

from pathlib import Path

import pytest

from houvast.ave.check import check_file
from houvast.ave.load import load_file, shipped, shipped_model, shipped_theme, shipped_themes, with_theme
from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import Direction, Domain, Holding, HoldingTwo, Responsibility, Side

CASE, PROCESS = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION
OPERATIONAL, ADMINISTRATIVE = Responsibility.OPERATIONAL, Responsibility.ADMINISTRATIVE
ALL = [*shipped().values(), *shipped_themes().values()]
CODES = ["landelijk", "groningen", "opsterland"]


def _boundary(model: Model, from_phase: int, to_phase: int) -> Boundary:
    boundary = model.boundary(from_phase, to_phase)
    assert boundary is not None
    return boundary


def test_three_models_and_three_themes_are_shipped() -> None:
    assert set(shipped()) == {"landelijk", "groningen", "opsterland"}
    assert set(shipped_themes()) == {"huiselijk-geweld", "ondermijning", "jeugd"}


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_shipped_file_has_no_errors_and_only_open_cells_to_look_at(path: Path) -> None:
    findings = check_file(path)
    assert [finding for finding in findings if finding.severity == "fout"] == []
    assert all(finding.what.startswith("Nog niet besloten: ") for finding in findings)


@pytest.mark.parametrize("code", CODES)
def test_a_file_carries_its_own_code(code: str) -> None:
    assert shipped_model(code).code == code
    assert shipped_model(code) == load_file(shipped()[code])


@pytest.mark.parametrize("code", CODES)
def test_every_model_has_four_phases_that_can_be_crossed_both_ways(code: str) -> None:
    model = shipped_model(code)
    assert [phase.number for phase in model.phases] == [1, 2, 3, 4]
    ways = {(boundary.from_phase, boundary.to_phase) for boundary in model.boundaries}
    assert ways == {(1, 2), (2, 3), (3, 4), (2, 1), (3, 2), (4, 3)}


@pytest.mark.parametrize("code", CODES)
def test_every_theme_fits_every_model(code: str) -> None:
    model = shipped_model(code)
    for theme in shipped_themes():
        model = with_theme(model, shipped_theme(theme))
    assert set(model.themes) == set(shipped_themes())


def test_who_must_and_may_lead_in_the_national_model() -> None:
    """One row per seat: required, and one function that may hold it."""
    model = shipped_model("landelijk")
    expected = [
        (1, CASE, True, "inwoner"),
        (1, PROCESS, False, None),
        (1, OPERATIONAL, False, None),
        (1, ADMINISTRATIVE, True, "wethouder"),
        (2, CASE, True, "casusregisseur-wijkteam"),
        (2, PROCESS, True, "teamleider"),
        (2, OPERATIONAL, True, "teammanager"),
        (2, ADMINISTRATIVE, True, "wethouder"),
        (3, CASE, True, "casusregisseur-wijkteam"),
        (3, PROCESS, True, "procesregisseur-oggz"),
        (3, OPERATIONAL, True, "manager-sociaal-domein"),
        (3, ADMINISTRATIVE, True, "wethouder"),
        (4, CASE, True, "casusregisseur-wijkteam"),
        (4, PROCESS, True, "procesregisseur-zvh"),
        (4, OPERATIONAL, True, "directeur-sociaal-domein"),
        (4, ADMINISTRATIVE, True, "burgemeester"),
    ]
    for phase, responsibility, required, function in expected:
        seat = model.seat(phase, responsibility)
        assert seat.required is required, (phase, responsibility)
        if function is None:
            assert Holding.YES not in seat.holders.values()
        else:
            assert seat.holding(function) is Holding.YES, (phase, responsibility)


def test_the_resident_may_lead_the_own_case_in_the_first_two_phases() -> None:
    model = shipped_model("landelijk")
    held = [model.seat(number, CASE).resident_may_hold for number in (1, 2, 3, 4)]
    assert held == [Holding.YES, Holding.YES, Holding.NO, Holding.NO]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("phase", [3, 4])
def test_what_the_inventory_left_open_is_not_decided(code: str, phase: int) -> None:
    """Inventory 2023: can GGZ or probation be case director? The question stands there without an answer."""
    seat = shipped_model(code).seat(phase, CASE)
    assert seat.holding("behandelaar-ggz") is Holding.NOT_DECIDED
    assert seat.holding("reclasseringswerker") is Holding.NOT_DECIDED


@pytest.mark.parametrize("code", CODES)
def test_stepping_into_the_gap_is_temporary_and_the_safety_house_does_not(code: str) -> None:
    """Inventory 2023: the process director may fill the gap for a while; structurally it is unwise."""
    for phase in (3, 4):
        seat = shipped_model(code).seat(phase, CASE)
        assert seat.holding("procesregisseur-oggz") is Holding.TEMPORARY
        assert seat.holding("procesregisseur-zvh") is Holding.NO


@pytest.mark.parametrize("code", CODES)
def test_one_person_in_two_seats_is_a_warning_and_a_hand_over_takes_three_days(code: str) -> None:
    model = shipped_model(code)
    assert model.holding_two is HoldingTwo.WARN
    assert model.hand_over.accept_within_working_days == 3


def test_functions_stand_in_their_own_field() -> None:
    model = shipped_model("landelijk")
    assert model.function("procesregisseur-oggz").domain is Domain.OGGZ
    assert model.function("procesregisseur-oov").domain is Domain.PUBLIC_ORDER
    assert model.function("casemanager-jeugd").domain is Domain.YOUTH
    partners = {code for code, function in model.functions.items() if function.side is Side.PARTNER}
    assert partners == {
        "behandelaar-ggz",
        "fact-behandelaar",
        "wijkagent",
        "reclasseringswerker",
        "woonconsulent",
        "begeleider-opvang",
        "verpleegkundige-ggd",
    }


def test_the_door_of_the_safety_house_is_a_and_b_and_c_or_d() -> None:
    criteria = _boundary(shipped_model("landelijk"), 3, 4).criteria
    a, b, c, d = (criterion.code for criterion in criteria.criteria())
    assert criteria.met({a, b, c})
    assert criteria.met({a, b, d})
    assert not criteria.met({a, b})
    assert not criteria.met({a, c, d})
    assert not criteria.met({b, c, d})


def test_groningen_decides_two_three_at_oggz_and_public_order_within_two_days() -> None:
    up = _boundary(shipped_model("groningen"), 2, 3)
    assert up.decides == ("procesregisseur-oggz", "procesregisseur-oov")
    assert up.decide_within_working_days == 2


def test_groningen_says_who_owns_process_direction_between_three_and_four() -> None:
    up = _boundary(shipped_model("groningen"), 3, 4)
    assert up.decides == ("burgemeester",)
    assert set(up.proposes) == {"procesregisseur-oggz", "procesregisseur-oov"}
    assert "procesregisseur-zvh" in up.hears
    assert (up.process_direction_during, up.process_direction_after) == ("procesregisseur-oggz", "procesregisseur-zvh")
    assert "houdt de procesregie tijdens de overgang" in up.agreement


@pytest.mark.parametrize("code", CODES)
def test_going_down_from_three_and_four_is_weighed_together_with_a_named_receiver(code: str) -> None:
    for from_phase in (3, 4):
        down = _boundary(shipped_model(code), from_phase, from_phase - 1)
        assert down.direction is Direction.DOWN
        assert down.joint_assessment
        assert down.receiver_required


def test_opsterland_scales_outside_last_and_asks_why() -> None:
    scaling = shipped_model("opsterland").external_scaling
    assert scaling.last_resort
    assert scaling.ask == ("Wat is lokaal geprobeerd?", "Waarom is dat niet genoeg?")
    assert not shipped_model("groningen").external_scaling.last_resort


@pytest.mark.parametrize(
    ("code", "name", "function"),
    [
        ("groningen", "WIJ", "casusregisseur-wijkteam"),
        ("groningen", "casemanager jeugd", "casemanager-jeugd"),
        ("groningen", "OGGZ-coördinator", "procesregisseur-oggz"),
        ("opsterland", "Gebiedsteam", "casusregisseur-wijkteam"),
        ("opsterland", "sociaal team", "casusregisseur-sociaal-team"),
        ("opsterland", "meitinker", "casusregisseur-wijkteam"),
    ],
)
def test_local_names_lead_to_functions(code: str, name: str, function: str) -> None:
    found = shipped_model(code).function_for_local_name(name)
    assert found is not None
    assert found.code == function


@pytest.mark.parametrize("code", CODES)
def test_terms_and_deciders_are_marked_as_unconfirmed(code: str) -> None:
    """The national allocation is not public and nobody confirmed a term: the reader must be able to see that."""
    for boundary in shipped_model(code).boundaries:
        assert "onbevestigd" in boundary.source, (boundary.from_phase, boundary.to_phase)


@pytest.mark.parametrize("code", CODES)
def test_mayor_and_alderman_bear_responsibility_and_work_on_no_ground(code: str) -> None:
    functions = shipped_model(code).functions
    assert [functions[each].domain for each in ("burgemeester", "wethouder")] == [None, None]
