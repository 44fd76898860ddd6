"""The key store: a folder outside the database with the secret of each epoch, sealed under the master key.

It has one file for the epoch of now. While a new epoch begins there are two; when that stands in the database, the
older one is overwritten and removed. Its backups are kept apart from those of the database and 30 days at most
(docs/beheer/bewaren-en-vernietigen.md).
"""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings

from houvast.kernel.errors import HouvastError

_SUFFIX = ".sleutel"
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


class SecretMissing(HouvastError):
    """The key store does not have the secret of an epoch."""


def _folder() -> Path:
    return Path(settings.HOUVAST_KEY_STORE)


def _name(family: UUID, epoch: UUID) -> str:
    return f"{family}.{epoch}{_SUFFIX}"


def read_secret(epoch: UUID) -> bytes:
    """Read the sealed secret of an epoch. Raises `SecretMissing`."""
    for file in _folder().glob(f"*.{epoch}{_SUFFIX}"):
        return file.read_bytes()
    raise SecretMissing(
        f"In de sleutelbos ({_folder()}) ontbreekt de sleutel die bij deze database hoort. "
        "Zet de reservekopie van de sleutelbos terug."
    )


def keep_secret(family: UUID, epoch: UUID, sealed: bytes) -> None:
    """Write the sealed secret of a new epoch, safely on the disk before anything is wrapped under it.

    `family` is the first epoch of the database: so two databases that use one folder leave each other's secrets alone.
    """
    write_secret(_folder() / _name(family, epoch), sealed)


def keep_only(family: UUID, epoch: UUID) -> None:
    """Overwrite and remove every secret of a database but that of one epoch."""
    kept = _name(family, epoch)
    for file in _folder().glob(f"{family}.*{_SUFFIX}"):
        if file.name != kept:
            remove_secret(file)
    _flush(_folder())


def secrets_here() -> list[Path]:
    """Give the files with the secrets that are in the store now."""
    return sorted(_folder().glob(f"*{_SUFFIX}"))


def write_secret(file: Path, sealed: bytes) -> None:
    """Write a sealed secret into a new file that only who runs this reads; it is on the disk before this returns."""
    file.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE), "wb") as opened:
        opened.write(sealed)
        opened.flush()
        os.fsync(opened.fileno())
    _flush(file.parent)


def remove_secret(file: Path) -> None:
    """Overwrite a file with a secret, and remove it."""
    with file.open("r+b") as opened:
        opened.write(bytes(file.stat().st_size))
        opened.flush()
        os.fsync(opened.fileno())
    file.unlink()


def _flush(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
