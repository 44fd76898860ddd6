"""Copies of the key store: dated folders on a place of their own, none older than 30 days (ADR 0029).

They never stand with the backups of the database: who has both, and the master key, reads what was destroyed.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings

from houvast.kernel.errors import HouvastError
from houvast.vault.key_store import remove_secret, secrets_here, write_secret

KEPT = timedelta(days=30)
_PREFIX, _MOMENT = "sleutelbos-", "%Y%m%dT%H%M%SZ"


class NoPlaceForCopies(HouvastError):
    """Nobody said where copies of the key store go."""


def copy_keys(*, now: datetime) -> Path:
    """Copy the key store into a new dated folder, remove what is older than 30 days, and give the folder.

    Raises `NoPlaceForCopies`.
    """
    place = settings.HOUVAST_KEY_COPIES
    if place is None:
        raise NoPlaceForCopies("Zet eerst HOUVAST_KEY_COPIES: de map waar kopieën van de sleutelbos komen.")
    folder = Path(place) / f"{_PREFIX}{now.astimezone(UTC).strftime(_MOMENT)}"
    for file in secrets_here():
        write_secret(folder / file.name, file.read_bytes())
    for old in old_copies(now):
        for file in old.iterdir():
            remove_secret(file)
        old.rmdir()
    return folder


def old_copies(now: datetime) -> list[Path]:
    """Give the copies that are older than 30 days, the oldest first."""
    return [folder for at, folder in _copies() if at < now - KEPT]


def has_copy_of(epoch: UUID) -> bool:
    """Say whether there is a copy of the secret of an epoch: without one, losing the store loses all text."""
    return any(file for _, folder in _copies() for file in folder.glob(f"*.{epoch}.*"))


def _copies() -> list[tuple[datetime, Path]]:
    place = settings.HOUVAST_KEY_COPIES
    if place is None or not Path(place).is_dir():
        return []
    found = []
    for folder in sorted(Path(place).glob(f"{_PREFIX}*")):
        moment = folder.name.removeprefix(_PREFIX)
        try:
            found.append((datetime.strptime(moment, _MOMENT).replace(tzinfo=UTC), folder))
        except ValueError:
            continue
    return found
