"""Do something after the answer, so that how long the answer takes says nothing of what was done."""

from collections.abc import Callable
from threading import Thread

from django.db import connections


def afterwards(do: Callable[[], object]) -> None:
    """Do it beside the answer, which waits for nothing. A server that stops waits for it."""
    Thread(target=_alone, args=(do,)).start()


def _alone(do: Callable[[], object]) -> None:
    try:
        do()
    finally:
        connections.close_all()
