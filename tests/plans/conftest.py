"""What tests of plans share."""

import pytest

from tests.plans.worlds import Planned, make_planned


@pytest.fixture
def planned(db: None) -> Planned:
    """Give a case that can have a plan."""
    return make_planned()
