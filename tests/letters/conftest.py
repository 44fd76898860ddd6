"""What tests of letters share."""

import pytest

from tests.letters.worlds import Written, make_written


@pytest.fixture
def written(db: None) -> Written:
    """Give a case with people to write to."""
    return make_written()
