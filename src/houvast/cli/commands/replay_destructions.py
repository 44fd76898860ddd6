"""`houvast replay-destructions`."""

from argparse import Namespace
from datetime import UTC, datetime
from time import time

from houvast.cli.command import Command


def run(arguments: Namespace) -> int:
    """Do again what was destroyed, in a database that came back from a backup."""
    from houvast.upkeep.destroying import replay

    replay(now=datetime.fromtimestamp(time(), tz=UTC), say=lambda line: print(line, flush=True))
    return 0


COMMAND = Command("Vernietig opnieuw wat uit een teruggezette reservekopie terugkwam.", run)
