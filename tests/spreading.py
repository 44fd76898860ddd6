"""How the tests are spread over engines and workers, so that none is busy for long after the others are ready."""

import os
from zlib import crc32

import pytest
from xdist.scheduler.loadfile import LoadFileScheduling

ENGINE = os.environ.get("HOUVAST_TEST_ENGINE", "")
SHARED = os.environ.get("HOUVAST_TEST_SIZE") != "large" and bool(ENGINE)
"""Whether the engines share what a browser plays and who walks the rights, as in `make test`. Else each does it all."""

BOTH = ("sqlite", "postgresql")
BROWSER = "tests/browser/"
"""These share nothing within a file, and some of its files take a minute: each test goes to whoever is free."""

LONG = ("tests/rights/", "tests/cli/", "tests/upgrade/", "tests/practice/")
"""These begin with something long that their file shares."""

BROWSER_FIRST = ENGINE == "postgresql"
"""The engines run at the same time: one begins with the browser and one ends with it, or four browsers share two cores
and pages are late."""


def here(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """Divide tests into what this engine runs and what it leaves to the other."""
    mine: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        (left if SHARED and ENGINE not in engines_of(item.nodeid) else mine).append(item)
    return mine, left


_PARTICIPANTS = "tests/rights/test_participants.py::test_"
HALVED = (
    BROWSER,
    "tests/web/",
    "tests/desk/",
    "tests/rights/test_two_at_once.py",
    f"{_PARTICIPANTS}each_of_them_gets",
    f"{_PARTICIPANTS}the_ex_partner",
)
"""Of these each engine runs half: what a page looks like, or does with rubbish, hardly comes from the engine; and what
Mijn werk puts together comes from rooms whose tests run on both."""

ON_ONE = {
    "tests/architecture/": "sqlite",
    "tests/ave/": "sqlite",
    "tests/cli/": "sqlite",
    "tests/practice/": "sqlite",
    "tests/cases/test_state_machine.py": "sqlite",
    "tests/rights/test_canary.py": "sqlite",
    "tests/rights/test_matrix.py::test_other_methods_are_not_answered": "sqlite",
    "tests/rights/test_queries.py": "sqlite",
    "tests/rights/test_scope_filters.py": "postgresql",
    "tests/upgrade/": "postgresql",
    "tests/web/log/test_case_life.py": "postgresql",
}
"""These know no database, or walk for long through what the tests of the rooms ask of both. The practice region is
served on SQLite; where people work, and so what is brought up to date with people's data in it, is PostgreSQL."""

PURE = "/rules/"
"""What is pure knows no database."""


def engines_of(nodeid: str) -> tuple[str, ...]:
    """Say on which engines a test runs when they share; what the engine itself does is asked by the tests of the rooms,
    which run on both.
    """
    alone = next((engine for place, engine in ON_ONE.items() if nodeid.startswith(place)), "")
    if not alone and PURE in nodeid:
        alone = "sqlite"
    if not alone and nodeid.startswith(HALVED):
        alone = BOTH[crc32(nodeid.encode()) % 2]
    return (alone,) if alone else BOTH


def in_turn(items: list[pytest.Item]) -> None:
    """Put what takes long first, and what can be divided best last."""
    items.sort(key=lambda item: _turn(item.nodeid))


def _turn(name: str) -> int:
    if name.startswith(BROWSER):
        return 0 if BROWSER_FIRST else 3
    return 1 if name.startswith(LONG) else 2


class Spreading(LoadFileScheduling):
    """Gives a file to one worker, but each test of a browser to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith(BROWSER) else super()._split_scope(nodeid)
