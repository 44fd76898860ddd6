"""What tests of short lines share."""

import pytest

from tests.short_lines.worlds import Lined, make_lined


@pytest.fixture
def lined(db: None) -> Lined:
    """Give a team with a line."""
    return make_lined()
