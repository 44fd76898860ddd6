"""The life areas of a municipality: the default list, changed, added to, and in its own order."""

import pytest

from houvast.plans.rules.areas import DEFAULT_AREAS, AreaLine, area_problems, areas_of
from tests.sentences import told_at


def test_without_own_areas_the_default_list_holds_in_its_order() -> None:
    assert areas_of([]) == DEFAULT_AREAS


def test_an_own_area_replaces_the_default_of_its_code_and_others_are_added_in_order() -> None:
    money, pets, first = AreaLine("money", "Geld", 20, False), AreaLine("pets", "Dieren", 20), AreaLine("x", "Eerst", 0)
    areas = areas_of([money, pets, first])
    assert [area.code for area in areas[:4]] == ["x", "living", "pets", "money"]
    assert areas[3] == money
    assert len(areas) == len(DEFAULT_AREAS) + 2


@pytest.mark.parametrize(
    ("name", "position", "fields"),
    [
        ("Dieren", 0, set()),
        ("Dieren", 999, set()),
        ("Dieren", 1000, {"position"}),
        ("Dieren", -1, {"position"}),
        (" ", 1000, {"name", "position"}),
    ],
)
def test_an_area_has_a_name_and_a_place(name: str, position: int, fields: set[str]) -> None:
    assert told_at(area_problems(AreaLine("pets", name, position))) == fields
