"""What somebody brings into a case: on which ground, and whether it goes further."""

import pytest

from houvast.cases.rules.contributing import asks_permission, has_ground_for_care
from houvast.cases.rules.matrix import Part


@pytest.mark.parametrize(
    ("part", "asked", "expected"),
    [
        (Part.JUSTICE_NOTES, False, True),
        (Part.JUSTICE_NOTES, True, True),
        (Part.CARE_NOTES, False, False),
        (Part.CARE_NOTES, True, True),
        (Part.GENERAL_NOTES, False, False),
    ],
)
def test_police_notes_always_ask_before_they_go_further(part: Part, asked: bool, expected: bool) -> None:
    assert asks_permission(part, ask_before_passing=asked) is expected


@pytest.mark.parametrize(
    ("domains", "is_partner", "expected"),
    [
        (["public_order"], False, False),
        (["public_order"], True, False),
        (["public_order", "oggz"], False, True),
        (["wmo"], False, True),
        ([], False, False),
        ([], True, True),
    ],
)
def test_public_order_alone_has_no_ground_for_care(domains: list[str], is_partner: bool, expected: bool) -> None:
    assert has_ground_for_care(domains, is_partner=is_partner) is expected
