"""What tests of referrals and files share."""

import pytest

from tests.safety_house.worlds import Referable, make_referable


@pytest.fixture
def referable(db: None) -> Referable:
    """Give a case that can be referred."""
    return make_referable()
