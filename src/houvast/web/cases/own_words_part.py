"""What people wrote on their own page, as the case page prints it; and saying that one read it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.own_words import newest_of
from houvast.cases.services.read_own_words import read_own_words
from houvast.desk.selectors.case_page import CasePage
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.own_words_look import WordsLook, WordsMark, seen_words, words_look, words_marks


@dataclass(frozen=True, slots=True)
class OwnWordsLook:
    """What waits to be read, above everything, with where one says that it was read; and the rest, beside the plan."""

    unread: tuple[WordsMark, ...]
    seen: int
    read_url: str
    rest: WordsLook


def own_words_look(page: CasePage, *, now: datetime) -> OwnWordsLook:
    """Give what people wrote."""
    rest = tuple(each for each in page.words if each not in page.unread)
    return OwnWordsLook(
        unread=words_marks(reversed(page.unread), now),
        seen=newest_of(page.unread),
        read_url=addresses.case_act(page.found.band.code, "eigen-woorden/gelezen"),
        rest=words_look(rest, seen=newest_of(rest), now=now),
    )


@require_POST
@signed_in
def read(request: DoorRequest, code: str) -> HttpResponse:
    """Put on record that who leads read it, up to the last that stood there."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    seen = seen_words(request)
    read_own_words(actor=request.actor, now=request.now, case_id=found.band.case_id, seen_words=seen)
    messages.success(request, "Vastgelegd dat u dit las. Wie het schreef, ziet dat.")
    return HttpResponseRedirect(addresses.case(found.band.code))
