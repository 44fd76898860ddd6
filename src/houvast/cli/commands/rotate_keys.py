"""`houvast rotate-keys`: replaces the keys of the log, as the system actor `rotate-keys`."""

from argparse import Namespace

from houvast.cli.command import Command


def run(arguments: Namespace) -> int:
    """Put on record under which keys the log goes on, and hand over to the next signing key."""
    from django.conf import settings

    from houvast.audit.services.hand_over_checkpoints import hand_over_checkpoints
    from houvast.audit.services.rotate_keys import rotate_keys
    from houvast.cli.checkpoints import now
    from houvast.kernel.actor import system

    handed_over = rotate_keys(actor=system("rotate-keys"), now=now())
    hand_over_checkpoints(settings.HOUVAST_CHECKPOINT_FILE)
    print("Nieuwe regels staan onder HOUVAST_AUDIT_KEY. Oude regels blijven na te kijken met HOUVAST_OLD_AUDIT_KEYS.")
    if handed_over:
        print("Het volgende controlepunt wordt ondertekend met HOUVAST_NEXT_SIGNING_KEY.")
        print("Zet die sleutel nu in HOUVAST_SIGNING_KEY, haal HOUVAST_NEXT_SIGNING_KEY weg, en start Houvast opnieuw.")
    return 0


COMMAND = Command("Vervang de sleutels van het logboek; mag altijd nog een keer.", run)
