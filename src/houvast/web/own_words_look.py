"""What people said in their own words, as professionals read it: beside the case, the plan and a decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.own_words import WordsLine, newest_of, of_case
from houvast.kernel.dutch_dates import moment
from houvast.kernel.terms import word_for
from houvast.web.door import DoorRequest

_SHOWN = 5
NEWER = "Er kwam net iets bij wat u nog niet las. Er is nog niets gedaan. Lees het en druk dan nog eens."


@dataclass(frozen=True, slots=True)
class WordsMark:
    """Somebody's own words: who and when, about what, and whether they were read."""

    heading: str
    words: str
    so: str


@dataclass(frozen=True, slots=True)
class WordsLook:
    """Own words beside an act: what is shown, up to which number one then has seen, and how many are not shown."""

    marks: tuple[WordsMark, ...]
    seen: int
    more: int


def words_mark(line: WordsLine, now: datetime) -> WordsMark:
    """Give somebody's own words."""
    about = f"{word_for(line.about)}: {line.stood}" if line.stood else word_for(line.about)
    read = ", ".join(f"{each.by} ({word_for(each.responsibility)}, {moment(each.at, now)})" for each in line.reads)
    so = f"Gelezen door {read}." if read else "Nog niet gelezen door wie leidt."
    return WordsMark(f"{line.by}, {moment(line.at, now)}, {about}", line.words, so)


def words_marks(lines: Iterable[WordsLine], now: datetime) -> tuple[WordsMark, ...]:
    """Give own words."""
    return tuple(words_mark(each, now) for each in lines)


def words_look(lines: Sequence[WordsLine], *, seen: int, now: datetime) -> WordsLook:
    """Give own words beside an act: all that are newer than what was seen, and the last few."""
    newer = [each for each in lines if each.number > seen]
    shown = lines[: max(_SHOWN, len(newer))]
    return WordsLook(words_marks(shown, now), newest_of(lines), len(lines) - len(shown))


def seen_words(request: HttpRequest) -> int:
    """Give up to which number somebody saw own words when they sent a form; 0 for what is no number."""
    sent = request.POST.get("seen_words", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < len("1000000000") else 0


def said(request: DoorRequest, found: FoundCase) -> WordsLook:
    """Give what people said in their own words, beside an act: newer words than were seen stand there all."""
    lines = of_case(request.viewer, found.band.case_id, now=request.now)
    return words_look(lines, seen=seen_words(request), now=request.now)
