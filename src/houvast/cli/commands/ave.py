"""`houvast ave check` and `houvast ave show`: they read a file and need no database and no settings."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from houvast.ave.commands import run_check, run_show
from houvast.cli.command import Command, never

_VERBS = {
    "check": (run_check, "Zoek in een AVE-model naar wat vergeten of onmogelijk is."),
    "show": (run_show, "Laat een AVE-model in gewone woorden zien."),
}


def add_arguments(parser: ArgumentParser) -> None:
    """Take what to do and the file to do it with."""
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    for name, (verb, summary) in _VERBS.items():
        own = verbs.add_parser(name, help=summary, description=summary)
        own.add_argument("file", metavar="BESTAND", type=Path, help="een AVE-model of thema (TOML)")
        own.set_defaults(verb=verb)


def run(arguments: Namespace) -> int:
    """Check or show the file."""
    code: int = arguments.verb(arguments.file, sys.stdout)
    return code


COMMAND = Command("Controleer een AVE-model of laat het zien.", run, add_arguments, needs_django=never)
