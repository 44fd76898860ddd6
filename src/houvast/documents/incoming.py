"""A file on its way in: sealed as it comes, counted in bytes that came, and gone when nobody keeps it."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from django.conf import settings

from houvast.documents import store
from houvast.vault.files import FileSealer, SealedFile, new_file_key

MEGABYTE = 1024 * 1024
NOT_WHOLE = "Het bestand kwam niet heel binnen. Kies het opnieuw."
NO_ROOM = "Er is nu geen plaats om het bestand te bewaren. Probeer het later, en vertel het uw functioneel beheerder."


def most_bytes() -> int:
    """Give how large a file may be."""
    return int(settings.HOUVAST_DOCUMENT_MEGABYTES) * MEGABYTE


def too_large() -> str:
    """Say that a file is too large."""
    return (
        f"Het bestand is groter dan {settings.HOUVAST_DOCUMENT_MEGABYTES} MB. Maak het kleiner, of splits het in delen."
    )


class IncomingFile:
    """Takes bytes until there are too many of them. `problem` says in Dutch why it takes no more."""

    def __init__(self, name: str) -> None:
        """Begin a file that somebody calls `name`: a word about it, never a path. Nothing is on disk yet."""
        self.name, self.size, self.problem = name, 0, ""
        self.file_key = new_file_key()
        self.path = store.begin()
        self._out: BinaryIO | None = None
        self._sealer: FileSealer | None = None
        self._is_whole = False

    def add(self, data: bytes) -> None:
        """Take more bytes; after a problem they are counted and thrown away."""
        self.size += len(data)
        if self.size > most_bytes() and not self.problem:
            self._stop(too_large())
        if self.problem:
            return
        try:
            self._sealing().write(data)
        except OSError:
            self._stop(NO_ROOM)

    def finish(self) -> None:
        """Be whole, and on the disk for good."""
        if self.problem:
            return
        try:
            self._sealing().finish()
            if self._out is not None:
                self._out.flush()
                os.fsync(self._out.fileno())
        except OSError:
            self._stop(NO_ROOM)
            return
        self._close()
        self._is_whole = True

    @property
    def is_whole(self) -> bool:
        """Say whether it came in to the end, without a problem."""
        return self._is_whole

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Read it from any place."""
        with io.BufferedReader(SealedFile(self.file_key, self.path.open("rb"))) as reader:
            yield reader

    def discard(self) -> None:
        """Leave nothing behind; a file that was put in its place is no longer here."""
        self._close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _stop(self, problem: str) -> None:
        self.problem = problem
        self.discard()

    def _sealing(self) -> FileSealer:
        if self._sealer is None:
            self.path.parent.mkdir(mode=store.PRIVATE_FOLDER, parents=True, exist_ok=True)
            self._out = os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, store.PRIVATE_FILE), "wb")
            self._sealer = FileSealer(self.file_key, self._out)
        return self._sealer

    def _close(self) -> None:
        if self._out is not None:
            with suppress(OSError):
                self._out.close()
        self._out = None
