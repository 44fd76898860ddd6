"""`houvast migrate`."""

from argparse import Namespace
from datetime import UTC, datetime
from time import time

from houvast.cli.command import Command


def run(arguments: Namespace) -> int:
    """Bring tables and rules up to date."""
    from houvast.upkeep.database import RULES, migrate

    print("Tabellen en regels van de database bijwerken…", flush=True)
    migrate(now=datetime.fromtimestamp(time(), tz=UTC), verbosity=0)
    print(f"De database is bij. Zij bewaakt {len(RULES)} regels.")
    return 0


COMMAND = Command("Werk de tabellen en de regels van de database bij; mag altijd nog een keer.", run)
