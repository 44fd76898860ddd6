"""Measures the answers to "is this person known?": every silence takes as long as any other."""

from functools import partial

from django.db import transaction

from tests.bench.measure import median
from tests.sharing.known import SILENT, Known, make_known
from tests.worlds import World

OFTEN = 1_000_000


def _ask(known: Known, surname: str) -> None:
    with transaction.atomic():
        known.ask(surname, limit=OFTEN)
        transaction.set_rollback(True)


def silences(world: World) -> dict[str, float]:
    """Give how many times the fastest of them each one takes, by who is asked about."""
    known = make_known(world)
    times = {surname: median(partial(_ask, known, surname)) for surname in SILENT}
    fastest = min(times.values())
    return {surname: time / fastest for surname, time in times.items()}
