"""The folder in which files stand, each under the id of its version and nothing else, and sealed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from houvast.kernel.ids import new_id

ABANDONED_AFTER = timedelta(days=1)
"""How long a file may be on its way in. *Verzonnen*: far longer than any upload, so that nobody's is cut off."""
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


def folder() -> Path:
    """Give the folder of all files."""
    return Path(settings.HOUVAST_DOCUMENTS)


def _incoming() -> Path:
    return folder() / "onderweg"


def place_of(version_id: UUID) -> Path:
    """Give where the file of a version stands: spread by the first letters of its id, as one folder would grow long."""
    return folder() / version_id.hex[:2] / str(version_id)


def begin() -> Path:
    """Give a place for a file that comes in. Nothing stands there yet, nor need its folder."""
    return _incoming() / str(new_id())


def _old_in(directory: Path, now: datetime) -> list[Path]:
    """Give the files in a folder that were last written so long ago that nobody is at work on them."""
    found = []
    with suppress(OSError):
        for each in directory.iterdir():
            with suppress(FileNotFoundError):
                if each.is_file() and each.stat().st_mtime < (now - ABANDONED_AFTER).timestamp():
                    found.append(each)
    return found


def abandoned(now: datetime) -> list[Path]:
    """Give what was on its way in and never came. Their keys are gone, so nobody can read them."""
    return _old_in(_incoming(), now)


def sweep(now: datetime) -> int:
    """Remove what was on its way in and never came; gives how many."""
    gone = abandoned(now)
    for each in gone:
        with suppress(OSError):
            each.unlink(missing_ok=True)
    return len(gone)


def put_before(now: datetime) -> Iterator[list[UUID]]:
    """Give the ids of versions whose file stands here since a day, folder by folder; other files are not ours."""
    if not folder().is_dir():
        return
    for directory in sorted(folder().iterdir()):
        ids = [version for each in _old_in(directory, now) if (version := _named(each)) is not None]
        if directory.is_dir() and ids:
            yield ids


def _named(path: Path) -> UUID | None:
    """Give which version a file is of by its place; None for what stands where no version does."""
    with suppress(ValueError):
        version = UUID(path.name)
        return version if place_of(version) == path else None
    return None


class Shelf:
    """Puts files of new versions where they belong; what was put stays only when all of it goes well."""

    def __init__(self) -> None:
        """Begin with nothing put."""
        self._put: list[UUID] = []

    def put(self, incoming: Path, version_id: UUID) -> None:
        """Move a finished file to its place. It is on the disk for good before its row is."""
        place = place_of(version_id)
        place.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        self._put.append(version_id)
        incoming.replace(place)
        _on_disk(place.parent)

    def take_back(self) -> None:
        """Remove everything that was put."""
        for version_id in self._put:
            remove(version_id)


@contextmanager
def shelf(now: datetime) -> Iterator[Shelf]:
    """Put files together with what is written in the database: when that is taken back, so are they.

    What others once left on its way in is swept first.
    """
    sweep(now)
    putting = Shelf()
    try:
        yield putting
    except BaseException:
        putting.take_back()
        raise


def open_sealed(version_id: UUID) -> BinaryIO:
    """Open the sealed file of a version; raises `OSError` when it is not there."""
    return place_of(version_id).open("rb")


def remove(version_id: UUID) -> None:
    """Remove the file of a version for good; its row stays, and says that there was one."""
    place_of(version_id).unlink(missing_ok=True)


def _on_disk(directory: Path) -> None:
    opened = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
