"""The console command `houvast`: reads the command line, starts Django where needed, says in Dutch what went wrong."""

import os
import sys
from collections.abc import Sequence

from houvast.cli.command import Command
from houvast.cli.commands import commands
from houvast.cli.parser import DutchParser
from houvast.configuration import UnsafeConfiguration
from houvast.kernel.errors import HouvastError

MENDABLE = 1
UNSAFE = 2

_DESCRIPTION = "Houvast: wie heeft de regie?"
_EPILOG = """\
Uitleg bij een opdracht: houvast OPDRACHT --help

instellingen (uit de omgeving; alle uitleg staat in docs/beheer/instellingen.md):
  HOUVAST_PRACTICE=1   oefenregio met verzonnen mensen, alleen op deze computer
  PORT                 poort van de webserver (zonder: 8000)
  DATABASE_URL         database waarmee Houvast werkt
  DATABASE_OWNER_URL   dezelfde database, met de rol die de tabellen maakt (alleen voor migrate)
  HOUVAST_HOSTS        namen waaronder Houvast bereikbaar is, met komma's ertussen
  HOUVAST_DATA_DIR     map voor bestanden van Houvast (zonder: .houvast)
  HOUVAST_CHECKPOINT_FILE  bestand met de controlepunten van het logboek (zonder: in HOUVAST_DATA_DIR)
  HOUVAST_SECRET_KEY, HOUVAST_AUDIT_KEY, HOUVAST_SIGNING_KEY, HOUVAST_VAULT_KEY, HOUVAST_BSN_KEY
                       vijf sleutels; maak ze met: openssl rand -base64 32

Een opdracht eindigt met 0 als alles goed ging, met 1 als u iets moet herstellen, en met 2 als de opdracht of de
instellingen niet kloppen.
"""


def build_parser() -> DutchParser:
    """Make the parser, with a subcommand for every command in the register."""
    parser = DutchParser(prog="houvast", description=_DESCRIPTION, epilog=_EPILOG)
    parser.set_defaults(command=None)
    listed = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")
    for name, command in commands().items():
        own = listed.add_parser(name, help=command.summary, description=command.summary)
        own.set_defaults(command=command)
        command.add_arguments(own)
    return parser


def _run_with_django(command: Command, arguments: Sequence[str]) -> int:
    import django
    from django.db import OperationalError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "houvast.settings")
    django.setup()
    try:
        return command.run(build_parser().parse_args(arguments))
    except OperationalError as problem:
        first_line = str(problem).partition("\n")[0]
        print(f"Houvast kan niet met de database werken: {first_line}", file=sys.stderr)
        print("Kijk of DATABASE_URL klopt en of de database aan staat. Draai daarna: houvast migrate", file=sys.stderr)
        return MENDABLE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, 1 for what a person can mend, or 2 for a wrong command or unsafe settings."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = build_parser()
    parsed = parser.parse_args(given)
    command: Command | None = parsed.command
    if command is None:
        parser.print_help()
        return 0
    try:
        return _run_with_django(command, given) if command.needs_django(parsed) else command.run(parsed)
    except UnsafeConfiguration as problem:
        print(problem, file=sys.stderr)
        return UNSAFE
    except HouvastError as problem:
        print(problem.message, file=sys.stderr)
        return MENDABLE
    except OSError as problem:
        print(f"{_file_problem(problem)}: {problem.filename or problem.strerror}", file=sys.stderr)
        return MENDABLE


def _file_problem(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "Dit bestand of deze map bestaat niet"
    if isinstance(problem, IsADirectoryError):
        return "Dit is een map en geen bestand"
    if isinstance(problem, PermissionError):
        return "Houvast mag dit niet lezen of schrijven"
    return "Dit bestand is niet te gebruiken"
