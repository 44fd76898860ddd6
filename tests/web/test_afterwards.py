"""What is done beside an answer."""

from threading import Event, current_thread

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
