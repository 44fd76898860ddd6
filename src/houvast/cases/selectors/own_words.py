"""What people said in their own words: for who works in the case, and for whose words they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet

from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes_own_words
from houvast.cases.models import OwnWords
from houvast.cases.rules.own_words import WordsAbout
from houvast.cases.services.put_own_words import BY_PLACE, STOOD_PLACE, WORDS_PLACE
from houvast.directory.viewer import Viewer
from houvast.vault.sealing import unseal

MOST = 100
"""How many are given at once. *Verzonnen*: nobody reads more beside one form."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """That words were read: as what, by whom and when."""

    responsibility: Responsibility
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WordsLine:
    """What somebody said: who, about what as it stood then, when, and who of those who lead read it."""

    id: UUID
    case_id: UUID
    number: int
    by: str
    about: WordsAbout
    about_id: UUID | None
    stood: str
    words: str
    at: datetime
    reads: tuple[ReadLine, ...]

    @property
    def read_by(self) -> frozenset[Responsibility]:
        """Give as what it was read."""
        return frozenset(each.responsibility for each in self.reads)


@dataclass(frozen=True, slots=True)
class WaitingWords:
    """That something waits to be read in a case: the first of it, and how many there are in all."""

    first: WordsLine
    count: int


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[WordsLine, ...]:
    """Give what was said in a case as far as the viewer sees it, the newest first; in two queries."""
    said = scopes_own_words.own_words(viewer, now=now).filter(case_id=case_id)
    return _lines(said.order_by("-at", "-number"))


def unread_of_case(viewer: Viewer, case_id: UUID, reads_as: Responsibility, *, now: datetime) -> tuple[WordsLine, ...]:
    """Give what was not read, the newest first; of very much the oldest, so that reading them brings the next."""
    said = scopes_own_words.own_words(viewer, now=now)
    return _lines(scopes_own_words.unread(said, {case_id: reads_as}).order_by("at", "number"))[::-1]


def waiting(viewer: Viewer, readers: Mapping[UUID, Responsibility], *, now: datetime) -> tuple[WaitingWords, ...]:
    """Give in which cases something was not read, by how the viewer reads each of them; in two queries."""
    rows = scopes_own_words.unread(scopes_own_words.own_words(viewer, now=now), readers)
    counts = {each["case_id"]: each for each in rows.values("case_id").annotate(n=Count("pk"), first=Min("number"))}
    if not counts:
        return ()
    wanted = reduce(or_, (Q(case_id=case_id, number=each["first"]) for case_id, each in counts.items()))
    first = rows.filter(wanted).select_related("case__key").order_by("at", "number")
    return tuple(WaitingWords(_line(row, ()), counts[row.case_id]["n"]) for row in first)


def said_by(source_id: UUID) -> tuple[WordsLine, ...]:
    """Give what one participant said, the newest first, for a higher room that judged who asks; in two queries."""
    return _lines(scopes_own_words.own_words_of(source_id).order_by("-at", "-number"))


def newest_of(lines: Iterable[WordsLine]) -> int:
    """Give the number of the newest that is shown; 0 for none. It is what somebody saw when they act."""
    return max((each.number for each in lines), default=0)


def newest_number(viewer: Viewer, case_id: UUID, *, now: datetime) -> int:
    """Give the number of the newest words that the viewer sees in a case; 0 when nothing was said. In one query."""
    rows = scopes_own_words.own_words(viewer, now=now).filter(case_id=case_id)
    return rows.aggregate(number=Max("number"))["number"] or 0


def _lines(rows: QuerySet[OwnWords]) -> tuple[WordsLine, ...]:
    found = list(rows.select_related("case__key")[:MOST])
    reads: dict[UUID, list[ReadLine]] = defaultdict(list)
    read_rows = scopes_own_words.reads_of([row.id for row in found]).select_related("by")
    for each in read_rows.order_by("at", "responsibility") if found else ():
        reads[each.own_words_id].append(ReadLine(Responsibility(each.responsibility), each.by.name, each.at))
    return tuple(_line(row, tuple(reads[row.id])) for row in found)


def _line(row: OwnWords, reads: tuple[ReadLine, ...]) -> WordsLine:
    def told(sealed: bytes | memoryview, place: str) -> str:
        return unseal(row.case.key, sealed, place=f"{place}:{row.id}")

    return WordsLine(
        id=row.id,
        case_id=row.case_id,
        number=row.number,
        by=told(row.by_sealed, BY_PLACE),
        about=WordsAbout(row.about),
        about_id=row.about_id,
        stood=told(row.stood_sealed, STOOD_PLACE),
        words=told(row.words_sealed, WORDS_PLACE),
        at=row.at,
        reads=reads,
    )
