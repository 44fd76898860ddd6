"""What is recorded of a neighbour or notifier."""

from dataclasses import replace

import pytest

from houvast.cases.rules.bystanding import NewBystander, bystander_problems

NEAR = NewBystander(False, " Bo Vos ", "06 00 00 01 81", False, "Geroep om drie uur.")


@pytest.mark.parametrize(
    ("new", "fields"),
    [(NEAR, set()), (replace(NEAR, name=" "), {"name"}), (replace(NEAR, noticed=" "), {"noticed"})],
)
def test_somebody_has_a_name_or_is_called_a_neighbour(new: NewBystander, fields: set[str]) -> None:
    assert bystander_problems(new).keys() == fields


def test_who_notified_always_spoke_in_confidence() -> None:
    assert (NEAR.who, replace(NEAR, reach=" ").who) == ("Bo Vos, 06 00 00 01 81", "Bo Vos")
    assert not NEAR.stays_confidential
    assert replace(NEAR, is_notifier=True).stays_confidential and replace(NEAR, confidential=True).stays_confidential
