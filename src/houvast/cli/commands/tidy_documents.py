"""`houvast tidy-documents`: removes files without a row, and says which rows have no file."""

import time
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from houvast.cli.command import Command


def add_arguments(parser: ArgumentParser) -> None:
    """Let somebody look first."""
    parser.add_argument("--look", action="store_true", help="Zeg alleen wat er is. Haal niets weg.")


def run(arguments: Namespace) -> int:
    """Say what was found and removed; 1 when a file is missing that should be there."""
    from houvast.documents.services.tidy_files import tidy_files
    from houvast.kernel.actor import system

    now = datetime.fromtimestamp(time.time(), tz=UTC)
    found = tidy_files(actor=system("tidy-documents"), now=now, remove=not arguments.look)
    done = "gevonden" if arguments.look else "weggehaald"
    print(f"Bestanden die bij geen document horen, {done}: {found.nameless}.")
    print(f"Bestanden die nooit heel binnenkwamen, {done}: {found.abandoned}.")
    print(f"Documenten zonder bestand: {len(found.missing)}.")
    for each in found.missing:
        print(f"  casus {each.case_code}, document {each.document_id}, versie {each.version_id}")
    if found.missing:
        print("Een versie blijft staan: haal deze bestanden uit een back-up terug.")
    return 1 if found.missing else 0


COMMAND = Command(
    "Haal bestanden weg die bij geen document horen, en zeg van welk document het bestand ontbreekt.",
    run,
    add_arguments,
)
