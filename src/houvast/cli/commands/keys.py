"""`houvast keys`: replaces the keys of an installation, copies the key store, goes on without a lost signing key."""

import sys
from argparse import ArgumentParser, Namespace

from houvast.cli.command import Command

MENDABLE = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Take which key."""
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    summary = "Vervang sleutels; mag altijd nog een keer. De stappen staan in docs/beheer/sleutels.md."
    rotate = verbs.add_parser("rotate", help=summary, description=summary)
    kinds = rotate.add_subparsers(title="welke", metavar="WELKE", required=True)
    for name, does, words in (
        ("log", _rotate_log, "de sleutels van het logboek"),
        ("vault", _rotate_vault, "de sleutel die de sleutels van alle casussen beschermt"),
        ("bsn", _rotate_bsn, "de sleutel waarmee een BSN wordt teruggevonden"),
    ):
        kinds.add_parser(name, help=words, description=f"Vervang {words}.").set_defaults(verb=does)
    summary = "Maak een kopie van de sleutelbos in HOUVAST_KEY_COPIES, en haal kopieën van meer dan 30 dagen oud weg."
    verbs.add_parser("copy", help=summary, description=summary).set_defaults(verb=_copy)
    summary = "Ga verder als HOUVAST_SIGNING_KEY kwijt is: met een nieuwe sleutel, en een breuk die iedereen kan zien."
    lost = verbs.add_parser("replace-lost-signing-key", help=summary, description=summary)
    lost.set_defaults(verb=_replace_lost)


def run(arguments: Namespace) -> int:
    """Do what was asked."""
    code: int = arguments.verb()
    return code


def _say(line: str) -> None:
    print(line, flush=True)


def _rotate_log() -> int:
    from django.conf import settings

    from houvast.audit.services.hand_over_checkpoints import hand_over_checkpoints
    from houvast.audit.services.rotate_keys import rotate_keys
    from houvast.cli.checkpoints import now
    from houvast.kernel.actor import system

    handed_over = rotate_keys(actor=system("keys-rotate"), now=now())
    hand_over_checkpoints(settings.HOUVAST_CHECKPOINT_FILE)
    _say("Nieuwe regels staan onder HOUVAST_AUDIT_KEY. Oude regels blijven na te kijken met HOUVAST_OLD_AUDIT_KEYS.")
    if handed_over:
        _say("Het volgende controlepunt wordt ondertekend met HOUVAST_NEXT_SIGNING_KEY.")
        _say("Zet die sleutel nu in HOUVAST_SIGNING_KEY, haal HOUVAST_NEXT_SIGNING_KEY weg, en start Houvast opnieuw.")
    return 0


def _rotate_vault() -> int:
    from houvast.cli.checkpoints import now
    from houvast.upkeep.rotating import rotate_vault_key

    rotate_vault_key(now=now(), say=_say)
    _say("Niets staat meer onder HOUVAST_OLD_VAULT_KEYS, behalve wat iemand de laatste twee dagen aan het typen was.")
    return 0


def _rotate_bsn() -> int:
    from houvast.cli.checkpoints import now
    from houvast.upkeep.rotating import rotate_bsn_key

    if rotate_bsn_key(now=now(), say=_say):
        return 0
    print("Nog niet klaar: voeg eerst samen wie dubbel staat. Laat HOUVAST_OLD_BSN_KEYS staan.", file=sys.stderr)
    return MENDABLE


def _copy() -> int:
    from houvast.cli.checkpoints import now
    from houvast.vault.key_copies import copy_keys

    _say(f"De sleutelbos is gekopieerd naar {copy_keys(now=now())}.")
    return 0


def _replace_lost() -> int:
    from django.conf import settings

    from houvast.audit.services.hand_over_checkpoints import hand_over_checkpoints
    from houvast.audit.services.replace_lost_signing_key import replace_lost_signing_key
    from houvast.audit.verify import verify_database
    from houvast.cli.checkpoints import now
    from houvast.kernel.actor import system

    file = settings.HOUVAST_CHECKPOINT_FILE
    if not file.exists() or not verify_database(file).is_whole:
        print(f"Het logboek klopt niet met {file}. Draai eerst: houvast audit verify", file=sys.stderr)
        return MENDABLE
    number = replace_lost_signing_key(actor=system("keys-lost"), now=now())
    hand_over_checkpoints(file)
    _say(f"Controlepunt {number} zegt dat de vorige sleutel kwijt is en is ondertekend met de nieuwe.")
    _say("Bewaar de nieuwe openbare sleutel naast de oude: houvast audit public-key")
    return 0


COMMAND = Command("Vervang sleutels, kopieer de sleutelbos, of ga verder zonder ondertekensleutel.", run, add_arguments)
