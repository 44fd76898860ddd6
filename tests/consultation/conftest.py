"""What tests of consultation share."""

import pytest

from tests.consultation.worlds import Tabled, make_tabled


@pytest.fixture
def tabled(db: None) -> Tabled:
    """Give a table with a meeting and a case to discuss."""
    return make_tabled()
