"""What tests of documents share."""

import pytest

from tests.documents.worlds import Filed, make_filed


@pytest.fixture
def filed(db: None) -> Filed:
    """Give a case to which documents can be added."""
    return make_filed()
