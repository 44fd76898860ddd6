"""How the tests are spread over the workers, so that none of them is busy for long after the others are ready."""

import os

import pytest
from xdist.scheduler.loadfile import LoadFileScheduling

ONE_BY_ONE = "tests/browser/"
"""These share nothing within a file, and some of its files take a minute: each test goes to whoever is free."""

LONG = ("tests/rights/", "tests/cli/", "tests/upgrade/", "tests/practice/")
"""These begin with something long that their file shares."""


BROWSER_FIRST = os.environ.get("HOUVAST_TEST_ENGINE") == "postgresql"
"""The engines run at the same time: one begins with the browser and one ends with it, or four browsers share two cores
and pages are late."""


def in_turn(items: list[pytest.Item]) -> None:
    """Put what takes long first, and what can be divided best last."""
    items.sort(key=lambda item: _turn(item.nodeid))


def _turn(name: str) -> int:
    if name.startswith(ONE_BY_ONE):
        return 0 if BROWSER_FIRST else 3
    return 1 if name.startswith(LONG) else 2


class Spreading(LoadFileScheduling):
    """Gives a file to one worker, but each test of a browser to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith(ONE_BY_ONE) else super()._split_scope(nodeid)
