"""`houvast health`."""

from argparse import Namespace
from datetime import UTC, datetime
from time import time

from houvast.cli.command import Command

_WORDS = {True: "goed", False: "niet goed", None: "niet ingesteld"}


def run(arguments: Namespace) -> int:
    """Say whether Houvast can do its work."""
    from houvast.upkeep.health import health

    found = health(datetime.fromtimestamp(time(), tz=UTC))
    for name, well in (
        ("database", found.database),
        ("regels van de database", found.database_rules),
        ("migraties", found.migrations),
        ("controlepunten van het logboek", found.log_checkpoints),
        ("kopieën van de sleutelbos", found.key_copies),
    ):
        print(f"{name}: {_WORDS[well]}")
    print(f"versie: {found.version}")
    return 0 if found.is_well else 1


COMMAND = Command("Laat zien of de database, haar regels en de migraties in orde zijn.", run)
