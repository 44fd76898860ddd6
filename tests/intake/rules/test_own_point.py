"""The quick form begins at the point of one's own team or function."""

import pytest

from houvast.intake.models import ReportingPoint
from houvast.intake.rules.own_point import GENERAL, SOURCE_OF_FUNCTION, own_point

POINTS = (
    ("Boa's", "street_wardens"),
    ("Burgerzaken", "call_centre"),
    ("Groendienst", "parks"),
    ("Klantcontactcentrum", "call_centre"),
    ("Meldpunt", "reporting_point"),
)


@pytest.mark.parametrize(
    ("teams", "functions", "begins_at"),
    [
        (["Groendienst"], [], "Groendienst"),
        (["groen-dienst", "Wmo"], ["medewerker-kcc"], "Groendienst"),
        (["Wmo"], ["medewerker-kcc"], "Burgerzaken"),
        (["Klantcontactcentrum"], ["medewerker-kcc"], "Klantcontactcentrum"),
        (["Wmo"], ["consulent-wmo"], "Meldpunt"),
        ([], [], "Meldpunt"),
    ],
)
def test_where_somebody_begins(teams: list[str], functions: list[str], begins_at: str) -> None:
    assert POINTS[own_point(POINTS, teams=teams, functions=functions)][0] == begins_at


def test_without_a_point_of_ones_own_the_first_is_shown() -> None:
    assert own_point(POINTS[:3], teams=["Wmo"], functions=["consulent-wmo"]) == 0


def test_the_kind_of_ones_function_goes_before_the_general_point_and_that_before_any_other() -> None:
    points = (("Boa's", "street_wardens"), ("Meldpunt", "reporting_point"), ("Burgerzaken", "call_centre"))
    assert own_point(points, teams=[], functions=["medewerker-kcc"]) == 2
    assert own_point(points, teams=[], functions=[]) == 1


def test_every_kind_is_one_that_a_point_can_have() -> None:
    assert {GENERAL, *SOURCE_OF_FUNCTION.values()} <= set(ReportingPoint.Source.values)
