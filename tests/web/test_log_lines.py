"""The log of the program leaves out what opens something for who reads it."""

import logging

import pytest
from structlog.stdlib import ProcessorFormatter

from houvast.web.log_lines import without_contents, without_secret_paths


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Method Not Allowed (POST): /link/Zk3-geheim_9/", "Method Not Allowed (POST): /link/…/"),
        ("Not Found: /link/Zk3-geheim_9", "Not Found: /link/…"),
        ("Not Found: /overleg/kalender/Zk3-geheim_9.ics", "Not Found: /overleg/kalender/…"),
        ("Not Found: /taken/", "Not Found: /taken/"),
    ],
)
def test_the_secret_of_a_link_is_in_no_line(said: str, written: str) -> None:
    assert without_secret_paths(None, "", {"event": said})["event"] == written


def test_the_message_of_an_exception_is_in_no_line() -> None:
    line = without_contents(None, "", {"event": "Internal Server Error", "exc_info": ValueError("Ruben")})
    assert (line["exception"], "Ruben" in str(line)) == ("ValueError", False)


def test_what_django_says_of_a_link_goes_through_it() -> None:
    formatters = [each.formatter for each in logging.getLogger().handlers]
    ours = [each for each in formatters if isinstance(each, ProcessorFormatter)]
    arguments = ("POST", "/link/Zk3-geheim_9/")
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Allowed (%s): %s", arguments, None)
    assert ours
    assert ["geheim" in each.format(record) for each in ours] == [False] * len(ours)
