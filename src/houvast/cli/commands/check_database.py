"""`houvast check-database`."""

import sys
from argparse import Namespace

from houvast.cli.command import Command


def run(arguments: Namespace) -> int:
    """Compare the rules in the database with those in the code."""
    from django.db import connection

    from houvast.upkeep.database import RULES, differences

    found = differences(connection)
    for line in found:
        print(line, file=sys.stderr)
    if found:
        print("Draai houvast migrate en kijk dan opnieuw.", file=sys.stderr)
        return 1
    print(f"De database bewaakt alle {len(RULES)} regels.")
    return 0


COMMAND = Command("Kijk na of de database haar eigen regels nog bewaakt.", run)
