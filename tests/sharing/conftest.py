"""A case from which something can be shared."""

import pytest

from tests.sharing.worlds import Sharing, make_sharing


@pytest.fixture
def sharing(db: None) -> Sharing:
    """Give the case."""
    return make_sharing()
