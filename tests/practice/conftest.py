"""A practice region to look at: filled once for all the tests of a file."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.practice.fill import fill
from houvast.practice.municipalities import MUNICIPALITIES
from tests.databases import Databases

# A Monday morning, as on the pages that show how Houvast looks.
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)

# Every kind of case and both models. `make proof` fills all of them.
SOME = ("eemsdelta", "oldambt", "opsterland")
FILLED = tuple(local.code for local in MUNICIPALITIES) if os.environ.get("HOUVAST_TEST_SIZE") == "large" else SOME


@dataclass(frozen=True)
class Filled:
    """A filled database, and what was said while it was filled."""

    said: tuple[str, ...]
    now: datetime


@pytest.fixture(scope="module")
def region(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Filled]:
    """Fill a copy of the template with some municipalities, and commit it."""
    with django_db_blocker.unblock():
        name = databases.copy("practice")
        databases.use(name)
        said: list[str] = []
        fill(said.append, now=NOW, only=FILLED)
        yield Filled(tuple(said), NOW)
        connections.close_all()
        databases.use("shared")
        databases.drop(name)
