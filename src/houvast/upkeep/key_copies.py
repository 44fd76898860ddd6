"""Whether copies of the key store are as they should be, and making the next one."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings

from houvast.vault.key_copies import copy_keys, has_copy_of, old_copies
from houvast.vault.selectors import present_epoch

_MAKE = "Draai: houvast keys copy"


def copy_problems(*, now: datetime) -> list[str]:
    """Say in Dutch what is wrong with the copies of the key store. Nothing of it stops the work."""
    if settings.HOUVAST_KEY_COPIES is None:
        return ["HOUVAST_KEY_COPIES ontbreekt: Houvast maakt geen kopieën van de sleutelbos en kan ze niet nakijken."]
    found = []
    if not has_copy_of(present_epoch()):
        found.append(f"Van de sleutelbos van dit tijdvak is er geen kopie in {settings.HOUVAST_KEY_COPIES}. {_MAKE}")
    if old_copies(now):
        found.append(f"Er zijn kopieën van de sleutelbos van meer dan 30 dagen oud. {_MAKE}: dat haalt ze weg.")
    return found


def place_problems() -> list[str]:
    """Say in Dutch when the key store lies where a backup of the database would take it along."""
    if not settings.HOUVAST_KEY_STORE.resolve().is_relative_to(settings.CONFIGURATION.data_directory.resolve()):
        return []
    return [
        "De sleutelbos staat in HOUVAST_DATA_DIR. Die map gaat mee in de reservekopie van de database: "
        "zet de sleutelbos ergens anders, met HOUVAST_KEY_STORE."
    ]


def copy_when_set(*, now: datetime, say: Callable[[str], None]) -> None:
    """Copy the key store after a new epoch began, where it is known to which place."""
    if settings.HOUVAST_KEY_COPIES is None:
        say("Maak nu zelf een kopie van de sleutelbos: HOUVAST_KEY_COPIES is niet ingesteld.")
        return
    say(f"Kopie van de sleutelbos: {copy_keys(now=now)}. Kopieën van meer dan 30 dagen oud zijn weg.")
