"""`houvast destroy`."""

from argparse import Namespace
from datetime import UTC, datetime
from time import time

from houvast.cli.command import Command


def run(arguments: Namespace) -> int:
    """Carry out what two people approved."""
    from houvast.upkeep.destroying import destroy

    destroy(now=datetime.fromtimestamp(time(), tz=UTC), say=lambda line: print(line, flush=True))
    return 0


COMMAND = Command("Vernietig wat twee mensen hebben goedgekeurd, en ruim de database op.", run)
