"""What is done beside an answer."""

from threading import Event, current_thread

import pytest

from houvast.web.afterwards import afterwards


def test_it_is_done_and_nobody_waits_for_it() -> None:
    may_go, done, told = Event(), Event(), []

    def do() -> None:
        may_go.wait()
        told.append(current_thread())
        done.set()

    afterwards(do)
    assert told == []
    may_go.set()
    assert done.wait(60)
    assert told != [current_thread()]


def test_what_fails_is_told_without_its_words_and_keeps_nobody_waiting(caplog: pytest.LogCaptureFixture) -> None:
    done = Event()

    def fail() -> None:
        raise ValueError("06 12345678")

    for each in (*[fail] * 8, done.set):
        afterwards(each)
    assert done.wait(60)
    assert "ValueError" in caplog.text
    assert "06 12345678" not in caplog.text
