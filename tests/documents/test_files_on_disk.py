"""Files on disk: sealed while they come in, counted in bytes that came, and nothing left behind of what is not kept."""

import errno
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from houvast.documents import store
from houvast.documents.incoming import NO_ROOM, IncomingFile, too_large
from houvast.kernel.ids import new_id
from tests.documents.files import TEXT
from tests.documents.worlds import incoming, on_disk
from tests.worlds import NOW

MEGABYTE = 1024 * 1024
PIECE = b"Ruben " * 10_923


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """Give each test a folder of its own."""
    with override_settings(HOUVAST_DOCUMENTS=tmp_path, HOUVAST_DOCUMENT_MEGABYTES=1):
        yield tmp_path


def test_what_comes_in_is_sealed_before_it_is_on_the_disk(folder: Path) -> None:
    file = IncomingFile("verslag.txt")
    for _ in range(5):
        file.add(PIECE)
    on_its_way = file.path.read_bytes()
    assert on_its_way
    assert b"Ruben" not in on_its_way
    assert not file.is_whole
    file.finish()
    with file.opened() as reader:
        assert reader.read() == PIECE * 5
    assert file.path.stat().st_mode & 0o077 == 0
    assert file.path.parent.stat().st_mode & 0o077 == 0
    assert "verslag" not in str(file.path)


def test_as_much_as_is_allowed_comes_in_and_one_byte_more_does_not() -> None:
    whole = incoming([bytes(MEGABYTE - 1), b"x"])
    assert (whole.is_whole, whole.size, whole.problem) == (True, MEGABYTE, "")
    whole.discard()
    more = incoming([bytes(MEGABYTE), b"x", bytes(MEGABYTE)])
    assert (more.is_whole, more.problem) == (False, too_large())
    assert on_disk() == set()


def test_what_is_thrown_away_leaves_nothing() -> None:
    file = IncomingFile("verslag.txt")
    file.add(PIECE)
    file.discard()
    file.discard()
    assert on_disk() == set()


def test_an_empty_file_is_a_file() -> None:
    file = incoming(b"")
    with file.opened() as reader:
        assert reader.read() == b""


class _Full:
    """A disk that is full once something is written."""

    def __init__(self, *_: object) -> None:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("at", ["fdopen", "fsync"])
def test_a_full_disk_is_said_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    monkeypatch.setattr(f"houvast.documents.incoming.os.{at}", _Full)
    file = incoming([PIECE, PIECE])
    assert (file.is_whole, file.problem) == (False, NO_ROOM)
    assert on_disk() == set()


def test_a_file_is_put_under_its_id_and_taken_back_when_it_goes_wrong() -> None:
    version, other = new_id(), new_id()
    with store.shelf(NOW) as putting:
        putting.put(incoming().path, version)
    with pytest.raises(KeyError), store.shelf(NOW) as putting:
        putting.put(incoming().path, other)
        raise KeyError
    assert on_disk() == {store.place_of(version)}
    store.open_sealed(version).close()
    store.remove(version)
    store.remove(version)
    assert on_disk() == set()


def test_what_never_came_in_is_swept_after_a_day() -> None:
    assert store.sweep(NOW) == 0
    old, new = IncomingFile("oud.txt"), IncomingFile("nieuw.txt")
    for file, age in ((old, timedelta(days=1, seconds=1)), (new, timedelta(hours=23))):
        file.add(TEXT)
        file.finish()
        moment = (NOW - age).timestamp()
        os.utime(file.path, (moment, moment))
    assert store.sweep(NOW) == 1
    assert on_disk() == {new.path}


def test_a_file_is_known_by_its_place_once_it_stands_there_for_a_day(folder: Path) -> None:
    version, young = new_id(), new_id()
    with store.shelf(NOW) as putting:
        for each in (version, young):
            putting.put(incoming().path, each)
    strange = store.place_of(version).with_name("aantekening.txt")
    strange.write_bytes(TEXT)
    moment = (NOW - timedelta(days=2)).timestamp()
    for place in (store.place_of(version), strange):
        os.utime(place, (moment, moment))
    os.utime(store.place_of(young), (NOW.timestamp(), NOW.timestamp()))
    assert list(store.put_before(NOW)) == [[version]]
    with override_settings(HOUVAST_DOCUMENTS=folder / "leeg"):
        assert list(store.put_before(NOW)) == []
