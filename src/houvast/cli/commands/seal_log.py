"""`houvast seal-log`."""

from argparse import Namespace

from houvast.cli.checkpoints import make_checkpoint
from houvast.cli.command import Command


def run(arguments: Namespace) -> int:
    """Make a checkpoint of the log."""
    return make_checkpoint()


COMMAND = Command("Maak nu een controlepunt van het logboek.", run)
