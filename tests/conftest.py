"""Databases for tests.

The first worker of a run migrates one template database, and all workers copy it. A test with `db` works in a
transaction that is rolled back; a test with `committed` gets a copy of the template of its own and commits for real.
The rules are on in both.
"""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connections
from hypothesis import Phase
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker
from xdist.remote import Producer

from tests.databases import Databases, PostgresDatabases, SqliteDatabases, one_at_a_time
from tests.spreading import Spreading, here, in_turn

# Small: the same examples each time, so that a red test is red for everybody. Large: `make proof`. For mutants it does
# not matter which example is red.
hypothesis_settings.register_profile("small", derandomize=True, deadline=None)
hypothesis_settings.register_profile(
    "mutants", max_examples=40, derandomize=True, deadline=None, phases=[Phase.generate]
)
hypothesis_settings.register_profile("large", max_examples=10_000, deadline=None)
SIZE = os.environ.get("HOUVAST_TEST_SIZE", "small")
hypothesis_settings.load_profile(SIZE)
CHANCE = pytest.MonkeyPatch()

# The models, the application and pytest's own tests stay until the end; to look through all of them again and again
# for what could go costs a sixth of the time of the tests.
GARBAGE_THRESHOLDS = (100_000, 50, 100)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to the other engine what it does, and begin with what takes long."""
    items[:], left = here(items)
    config.hook.pytest_deselected(items=left)
    in_turn(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Spreading:
    """Say which worker gets which test."""
    return Spreading(config, log)


def pytest_collection_finish() -> None:
    """Look for garbage less often, and not among what was there before the first test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Draw the identifiers of a test from its name, so that they are the same each time too: order, lots and samples
    go by them. The large form leaves them to chance, and so looks further.
    """
    if SIZE == "small":
        drawn = Random(item.nodeid)
        CHANCE.setattr("houvast.kernel.ids.uuid4", lambda: UUID(int=drawn.getrandbits(128), version=4))


@pytest.fixture(scope="session")
def databases(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[Databases]:
    """Give the databases of this worker; the template is there already or made now."""
    own = tmp_path_factory.getbasetemp()
    run = own if worker_id == "master" else own.parent
    settings.HOUVAST_KEY_STORE, settings.HOUVAST_LEDGER = run / "sleutelbos", own / "vernietigingen"
    settings.HOUVAST_DOCUMENTS, settings.HOUVAST_KEY_COPIES = own / "documenten", None
    settings.HOUVAST_CHECKPOINT_FILE = own / "controlepunten.jsonl"
    made: Databases
    if os.environ.get("HOUVAST_TEST_ENGINE") == "postgresql":
        made = PostgresDatabases(f"test_{worker_id}")
    else:
        made = SqliteDatabases(tmp_path_factory.mktemp("databases"), run / "template.sqlite3")
    with django_db_blocker.unblock():
        with one_at_a_time(run) as first:
            if first:
                made.make_template()
        yield made
        made.close()


@pytest.fixture(scope="session")
def django_db_setup(databases: Databases, django_db_blocker: DjangoDbBlocker) -> None:
    """Give the tests that roll back a copy of the template, in the place of pytest-django's own set-up."""
    with django_db_blocker.unblock():
        databases.use(databases.copy("shared"))


@pytest.fixture
def committed(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Let a test commit, in a copy of the template that is thrown away afterwards; gives the copy's name."""
    with django_db_blocker.unblock():
        name = databases.copy("committed")
        databases.use(name)
        yield name
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


@pytest.fixture
def own_folders(tmp_path: Path, databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test a key store (a copy of that of the template), ledger and documents of its own; gives their folder."""
    shutil.copytree(settings.HOUVAST_KEY_STORE, tmp_path / "sleutelbos")
    monkeypatch.setattr(settings, "HOUVAST_KEY_STORE", tmp_path / "sleutelbos")
    monkeypatch.setattr(settings, "HOUVAST_LEDGER", tmp_path / "vernietigingen")
    monkeypatch.setattr(settings, "HOUVAST_DOCUMENTS", tmp_path / "documenten")
    return tmp_path


@pytest.fixture
def results_directory() -> Path | None:
    """Give the folder for screenshots, made when the first test asks for it; None when nobody wants any."""
    wanted = os.environ.get("HOUVAST_TEST_RESULTS", "test-results")
    if not wanted:
        return None
    directory = Path(wanted)
    directory.mkdir(exist_ok=True)
    return directory


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Find the machine's Chromium (`make setup` installs it where it can)."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    return ""
