"""One region for each module, in a database of its own; each request is rolled back."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.databases import Databases
from tests.rights.region import MOMENT, make_region
from tests.rights.walking import Walk


@pytest.fixture(scope="module")
def own_database(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let the tests of a module work in a database of their own, at the moment of these tests."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("houvast.web.middleware.read_clock", lambda: MOMENT)
        name = databases.copy("rights")
        databases.use(name)
        yield
        databases.use("shared")
        databases.drop(name)


@pytest.fixture(scope="module")
def walk(own_database: None) -> Walk:
    """Give the region, with everybody signed in."""
    return Walk(make_region())
