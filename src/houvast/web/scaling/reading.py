"""Putting a read on record before its page is shown: no entry, no page."""

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.own_words import of_case
from houvast.web.door import DoorRequest
from houvast.web.own_words_look import WordsLook, seen_words, words_look


def record(request: DoorRequest, found: FoundCase, page: str) -> None:
    """Record that the viewer was shown a page about this case."""
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        details={"page": page},
    )


def said(request: DoorRequest, found: FoundCase) -> WordsLook:
    """Give what people said in their own words, beside an act: newer words than were seen stand there all."""
    lines = of_case(request.viewer, found.band.case_id, now=request.now)
    return words_look(lines, seen=seen_words(request), now=request.now)
