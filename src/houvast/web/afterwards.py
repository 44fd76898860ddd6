"""Do something beside the answer, so that how long the answer takes says nothing of what was done."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connections

_MOST_AT_ONCE = 4
"""However many ask at the same time: what waits, waits in a row, and takes no connection to the database yet."""
_beside = ThreadPoolExecutor(_MOST_AT_ONCE, thread_name_prefix="afterwards")
_LOG = logging.getLogger(__name__)


def afterwards(do: Callable[[], object]) -> None:
    """Do it beside the answer, which waits for nothing. A server that stops does first what it still has to."""
    _beside.submit(_alone, do)


def _alone(do: Callable[[], object]) -> None:
    failed = ""
    try:
        do()
    except Exception as wrong:
        # Only what kind of mistake, and not within its traceback: its words may hold a number or a name.
        failed = type(wrong).__name__
    finally:
        connections.close_all()
    if failed:
        _LOG.error("What was done beside an answer failed: %s", failed)
