"""A sealed file opens as it was, from any place in it; and not at all once something of it is not as it was."""

import io
import os
from collections.abc import Callable

import pytest

from houvast.vault.files import CHUNK, FileSealer, SealedFile, new_file_key, sealed_length
from houvast.vault.sealing import BrokenSeal

KEY = bytes(range(32))
SEALED_CHUNK = sealed_length(CHUNK)
SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5)


def _sealed(content: bytes, key: bytes = KEY, *, piece: int = 50_000) -> bytes:
    out = io.BytesIO()
    sealer = FileSealer(key, out)
    for start in range(0, len(content), piece):
        sealer.write(content[start : start + piece])
    sealer.finish()
    return out.getvalue()


def _opened(sealed: bytes, key: bytes = KEY) -> bytes:
    return b"".join(SealedFile(key, io.BytesIO(sealed)).chunks())


@pytest.mark.parametrize("size", SIZES)
def test_a_file_opens_as_it_was(size: int) -> None:
    content = os.urandom(size)
    sealed = _sealed(content)
    assert len(sealed) == sealed_length(size)
    assert SealedFile(KEY, io.BytesIO(sealed)).size == size
    assert _opened(sealed) == content


def test_a_file_is_read_from_any_place() -> None:
    content = os.urandom(3 * CHUNK + 5)
    with io.BufferedReader(SealedFile(KEY, io.BytesIO(_sealed(content)))) as opened:
        for place, length in ((0, 4), (CHUNK - 2, 4), (3 * CHUNK, 99), (len(content) + 9, 4)):
            opened.seek(place)
            assert opened.read(length) == content[place : place + length]
        opened.seek(-3, io.SEEK_END)
        assert opened.read() == content[-3:]
        assert opened.seekable()
        assert opened.readable()


def test_the_content_is_not_in_the_sealed_file_and_no_two_keys_are_alike() -> None:
    assert b"Dijkhuis" not in _sealed(b"Dijkhuis " * 20)
    assert new_file_key() != new_file_key()


def _flip(sealed: bytes) -> bytes:
    return sealed[:-1] + bytes([sealed[-1] ^ 1])


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a bit": _flip,
    "without its end": lambda sealed: sealed[:-1],
    "without its last chunk": lambda sealed: sealed[: 2 * SEALED_CHUNK],
    "without its first chunk": lambda sealed: sealed[SEALED_CHUNK:],
    "two chunks changed places": lambda sealed: (
        sealed[SEALED_CHUNK : 2 * SEALED_CHUNK] + sealed[:SEALED_CHUNK] + sealed[2 * SEALED_CHUNK :]
    ),
    "a chunk twice": lambda sealed: sealed[:SEALED_CHUNK] + sealed,
    "something behind it": lambda sealed: sealed + bytes(20),
    "nothing": lambda _: b"",
    "less than a seal": lambda _: bytes(15),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_file_that_is_not_what_it_was_does_not_open(change: Callable[[bytes], bytes]) -> None:
    sealed = change(_sealed(os.urandom(2 * CHUNK + 5)))
    with pytest.raises(BrokenSeal):
        _opened(sealed)


def test_a_file_opens_under_its_own_key_only() -> None:
    with pytest.raises(BrokenSeal):
        _opened(_sealed(b"Een brief."), new_file_key())


def test_a_file_that_was_not_finished_does_not_open() -> None:
    out = io.BytesIO()
    FileSealer(KEY, out).write(os.urandom(2 * CHUNK + 5))
    with pytest.raises(BrokenSeal):
        _opened(out.getvalue())
