"""What Mijn werk says of own words: somebody wrote something on their own page, and nobody who leads read it yet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases import policy_own_words
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.own_words import WordsLine, of_cases
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment


def words_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give one row for each case with words that wait for the viewer, since the first of them; in two queries."""
    waiting: dict[UUID, list[WordsLine]] = defaultdict(list)
    for line in of_cases(viewer, led.keys(), now=now):
        if policy_own_words.waits_for(viewer, led[line.case_id].facts, line.read_by):
            waiting[line.case_id].append(line)
    for case_id, lines in waiting.items():
        band, first = led[case_id].band, lines[-1]
        more = f" En nog {len(lines) - 1} keer iets." if len(lines) > 1 else ""
        yield WorkRow(
            cause=Cause.RESIDENT_SAID,
            code=band.code,
            name=band.name,
            phase=band.phase,
            why=f"{first.by} schreef u iets.{more}",
            when=days_since(first.at, now),
            when_exact=moment(first.at, now),
            late=False,
            act=Act.READ_WORDS,
            target="",
            order=(0, first.at.isoformat()),
        )
