"""`houvast practice-region`."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from time import time

from houvast.cli.command import Command


def add_arguments(parser: ArgumentParser) -> None:
    """Take what to do with a database that has the practice region in it."""
    parser.add_argument("--if-empty", action="store_true", help="doe niets als de oefenregio er al is")


def run(arguments: Namespace) -> int:
    """Fill the database, unless real people have accounts in it."""
    from django.conf import settings
    from django.db import connection, connections

    from houvast.directory.selectors_accounts import count_accounts
    from houvast.kernel.errors import HouvastError
    from houvast.practice.fill import fill
    from houvast.upkeep.destroying import destroy
    from houvast.upkeep.practice_guard import refuse_other_accounts

    if not settings.HOUVAST_PRACTICE:
        raise HouvastError("De oefenregio bestaat alleen met HOUVAST_PRACTICE=1.")
    refuse_other_accounts(practice=True)
    if arguments.if_empty and count_accounts(practice=True):
        print("De oefenregio is er al; er verandert niets.")
        return 0
    fill(lambda line: print(line, flush=True), now=datetime.fromtimestamp(time(), tz=UTC))
    if connection.vendor == "sqlite" or "owner" in connections:
        destroy(now=datetime.fromtimestamp(time(), tz=UTC), say=lambda line: None)
        print("Eén oude casus is vernietigd, met een verklaring. Zie Bewaren, als privacy officer.")
    return 0


COMMAND = Command("Vul een lege database met de oefenregio: verzonnen mensen en casussen.", run, add_arguments)
