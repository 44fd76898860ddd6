"""`houvast audit verify` and `houvast audit export`. Verifying an export needs no database and no settings."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from time import time

from houvast.audit.export_file import is_export, verify_export
from houvast.audit.proof import Broken, Found
from houvast.audit.rules.checkpoints import believed
from houvast.cli.command import Command

BROKEN, WRONG = 1, 2
STANDARD = "-"


def add_arguments(parser: ArgumentParser) -> None:
    """Take what to do."""
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    summary = "Zoek de eerste regel van het logboek die niet meer is wat er werd geschreven."
    verify = verbs.add_parser("verify", help=summary, description=summary)
    verify.add_argument("--export", metavar="BESTAND", type=Path, help="kijk een export na, zonder database")
    verify.add_argument(
        "--public-key",
        metavar="SLEUTEL",
        action="append",
        default=[],
        help="openbare sleutel die u vertrouwt; mag vaker, als er een sleutel kwijt is geweest",
    )
    verify.add_argument(
        "--checkpoints", metavar="BESTAND", type=Path, help="controlepunten die ergens anders zijn bewaard"
    )
    verify.set_defaults(verb=_verify)
    summary = "Schrijf het hele logboek naar een bestand dat zichzelf bewijst."
    export = verbs.add_parser("export", help=summary, description=summary)
    export.add_argument("file", metavar="BESTAND", help="waar de export komt; - is de standaarduitvoer")
    export.set_defaults(verb=_export)
    summary = "Laat de openbare sleutel zien waarmee iedereen een export kan nakijken."
    key = verbs.add_parser("public-key", help=summary, description=summary)
    key.set_defaults(verb=_public_key)


def run(arguments: Namespace) -> int:
    """Do what was asked."""
    code: int = arguments.verb(arguments)
    return code


def needs_django(arguments: Namespace) -> bool:
    """Say whether settings and a database are needed: for all but an export that stands on its own."""
    return getattr(arguments, "export", None) is None


def _verify(arguments: Namespace) -> int:
    if arguments.export is None:
        return _verify_database(arguments.checkpoints, arguments.public_key)
    if not arguments.public_key:
        print(
            "Geef de openbare sleutel met --public-key. Vraag haar aan de beheerder, niet aan het bestand.",
            file=sys.stderr,
        )
        return WRONG
    if not is_export(arguments.export):
        print("Dit bestand is geen export van het logboek van deze versie.", file=sys.stderr)
        return WRONG
    found = verify_export(arguments.export, arguments.checkpoints)
    return _tell(found, arguments.public_key)


def _verify_database(given: Path | None, trusted: list[str]) -> int:
    from django.conf import settings

    from houvast.audit.rules.checkpoints import public_key
    from houvast.audit.verify import verify_database

    file = given or settings.HOUVAST_CHECKPOINT_FILE
    if not file.exists():
        print(f"Er is geen bestand met controlepunten ({file}). Alleen de database zelf is nagekeken.", file=sys.stderr)
    found = verify_database(file)
    return _tell(found, [public_key(settings.HOUVAST_SIGNING_KEY), *trusted])


def _tell(found: Found, trusted: list[str]) -> int:
    count = believed(found.stretches, {key.strip().lower() for key in trusted})
    if found.stretches and count == 0:
        print("Geen enkel controlepunt is ondertekend met deze sleutel. Dit bewijst niets.", file=sys.stderr)
        return BROKEN
    if found.is_whole:
        return _tell_whole(found, count)
    if found.checkpoint:
        print(f"Controlepunt {found.checkpoint.number} klopt niet of ontbreekt.", file=sys.stderr)
    if found.row:
        print(f"De eerste regel die niet klopt: {_named(found.row)}.", file=sys.stderr)
    print("Bewaar de database en de bestanden zoals ze nu zijn, en meld dit als beveiligingsincident.", file=sys.stderr)
    return BROKEN


def _tell_whole(found: Found, count: int) -> int:
    print(f"Het logboek is heel: {found.rows} regels en {found.checkpoints} controlepunten kloppen.")
    if found.unsigned:
        print(f"Na het laatste controlepunt kwamen {found.unsigned} regels. Of het er meer waren, bewijst niets.")
    for each in found.stretches if len(found.stretches) > 1 else ():
        print(
            f"Controlepunt {each.first} ({each.first_at}) tot en met {each.last} ({each.last_at}): sleutel {each.key}"
        )
        if each.broke:
            print("  Hier was de vorige sleutel kwijt. Wat er kort voor gebeurde, bewijst alleen de keten.")
    if count == len(found.stretches):
        return 0
    first = found.stretches[count]
    print(f"Vanaf controlepunt {first.first} staat het onder een sleutel die u niet opgaf. Tot daar staat het vast.")
    print(f"Vraag de beheerder of deze sleutel van hem is, en geef haar met --public-key: {first.key}")
    return BROKEN


def _named(row: Broken) -> str:
    return f"regel {row.number} van keten {row.chain}"


def _export(arguments: Namespace) -> int:
    from django.conf import settings

    from houvast.audit.services.export_log import export_log
    from houvast.audit.services.hand_over_checkpoints import hand_over_checkpoints
    from houvast.kernel.actor import system

    sealed, lines = export_log(actor=system("audit-export"), now=datetime.fromtimestamp(time(), tz=UTC))
    hand_over_checkpoints(settings.HOUVAST_CHECKPOINT_FILE)
    if arguments.file == STANDARD:
        sys.stdout.writelines(lines)
    else:
        with Path(arguments.file).open("x", encoding="utf-8") as file:
            file.writelines(lines)
    for broken in sealed.broken:
        print(f"De export gaat niet verder dan {_named(broken)}: die regel klopt niet.", file=sys.stderr)
    return BROKEN if sealed.broken else 0


def _public_key(arguments: Namespace) -> int:
    from django.conf import settings

    from houvast.audit.rules.checkpoints import public_key

    print(public_key(settings.HOUVAST_SIGNING_KEY))
    return 0


COMMAND = Command("Kijk het logboek na of maak er een export van.", run, add_arguments, needs_django)
