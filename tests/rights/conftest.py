"""One region, which each module gets in a database of its own; each request is rolled back."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.databases import Databases
from tests.rights.region import MOMENT, make_region
from tests.rights.walking import SignedIn, Walk, sign_everybody_in


@dataclass(frozen=True)
class Kept:
    """The region with everybody signed in, and the name of the database that holds it and is only copied."""

    database: str
    signed_in: SignedIn


@pytest.fixture(scope="session")
def kept(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Kept:
    """Make the region once for this worker."""
    with django_db_blocker.unblock():
        name = databases.copy("region")
        databases.use(name)
        with transaction.atomic():
            signed_in = sign_everybody_in(make_region())
        connections.close_all()
        databases.use("shared")
    return Kept(name, signed_in)


@pytest.fixture(scope="module")
def own_database(databases: Databases, kept: Kept, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let the tests of a module work in a database of their own, at the moment of these tests."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("houvast.web.middleware.read_clock", lambda: MOMENT)
        name = databases.copy("rights", kept.database)
        databases.use(name)
        yield
        databases.use("shared")
        databases.drop(name)


@pytest.fixture(scope="module")
def walk(own_database: None, kept: Kept) -> Walk:
    """Give the region, with everybody signed in."""
    return Walk(kept.signed_in)
