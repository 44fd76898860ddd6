"""Seal and open files, chunk by chunk: never whole in memory, and no byte comes out that was not checked.

Each file has a random key of its own, which is sealed under the key of its case like text. A chunk is sealed with
AES-256-GCM under a nonce of its number and whether it is the last one (STREAM: Hoang, Reyhanitabar, Rogaway and Vizár,
2015; the form that age uses). So a chunk that was changed, moved, left out or added is found, and so is an end that is
missing. A key seals one file and no other: that is what makes the counting nonces safe.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from houvast.vault.models import Key
from houvast.vault.sealing import BrokenSeal, seal, unseal

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 64 * 1024
"""How many bytes of a file are sealed at a time."""
_TAG = 16
_SEALED_CHUNK = CHUNK + _TAG
_LAST, _NOT_LAST = b"\x01", b"\x00"


def new_file_key() -> bytes:
    """Give a random key for one new file. It is never written anywhere as it is."""
    return AESGCM.generate_key(bit_length=256)


def seal_file_key(key: Key, file_key: bytes, *, place: str) -> bytes:
    """Seal the key of a file under the key of its case. Whoever destroys that key destroys the file."""
    return seal(key, file_key.hex(), place=place)


def unseal_file_key(key: Key, sealed: bytes | memoryview, *, place: str) -> bytes:
    """Open the key of a file; raises `BrokenSeal`, also when the key of its case was destroyed."""
    opened = unseal(key, sealed, place=place)
    if not opened:
        raise BrokenSeal(place)
    return bytes.fromhex(opened)


def sealed_length(size: int) -> int:
    """Give how many bytes a file of this size takes once it is sealed."""
    return size + _TAG * max(1, -(-size // CHUNK))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + (_LAST if is_last else _NOT_LAST)


class FileSealer:
    """Seals what is written into another file. Without `finish` there is no last chunk, and the file does not open."""

    def __init__(self, file_key: bytes, out: BinaryIO) -> None:
        """Begin an empty file."""
        self._cipher, self._out = AESGCM(file_key), out
        self._waiting, self._number = bytearray(), 0

    def write(self, data: bytes) -> None:
        """Add bytes. What may be the last chunk waits until more comes."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), is_last=False)
            del self._waiting[:CHUNK]

    def finish(self) -> None:
        """Seal what waits as the last chunk."""
        self._put(bytes(self._waiting), is_last=True)
        self._waiting.clear()

    def _put(self, chunk: bytes, *, is_last: bool) -> None:
        self._out.write(self._cipher.encrypt(_nonce(self._number, is_last=is_last), chunk, None))
        self._number += 1


class SealedFile(io.RawIOBase):
    """Reads a sealed file, from any place in it. Every read raises `BrokenSeal` when its chunk is not what it was."""

    def __init__(self, file_key: bytes, sealed: BinaryIO) -> None:
        """Read from a file that can seek. Raises `BrokenSeal` when no file that was sealed has this length."""
        super().__init__()
        self._cipher, self._sealed, self._at = AESGCM(file_key), sealed, 0
        length = sealed.seek(0, io.SEEK_END)
        self._chunks = -(-length // _SEALED_CHUNK)
        self.size = length - self._chunks * _TAG
        if self._chunks == 0 or sealed_length(self.size) != length:
            raise BrokenSeal("length")
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Say that it reads."""
        return True

    def seekable(self) -> bool:
        """Say that it reads from any place."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the file as it was."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read what one chunk has of it, or less at the end."""
        if self._at >= self.size:
            return 0
        number, place = divmod(self._at, CHUNK)
        room = memoryview(buffer).cast("B")
        found = self._chunk(number)[place : place + len(room)]
        room[: len(found)] = found
        self._at += len(found)
        return len(found)

    def chunks(self) -> Iterator[bytes]:
        """Give the whole file, chunk by chunk."""
        for number in range(self._chunks):
            yield self._chunk(number)

    def close(self) -> None:
        """Close the file beneath as well."""
        self._sealed.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if self._held[0] != number:
            self._sealed.seek(number * _SEALED_CHUNK)
            sealed = self._sealed.read(_SEALED_CHUNK)
            try:
                opened = self._cipher.decrypt(_nonce(number, is_last=number == self._chunks - 1), sealed, None)
            except InvalidTag as broken:
                raise BrokenSeal(f"chunk {number}") from broken
            self._held = (number, opened)
        return self._held[1]
