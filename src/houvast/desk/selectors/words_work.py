"""What Mijn werk says of own words: somebody wrote something on their own page, and nobody who leads read it yet."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases import policy_own_words
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.own_words import waiting
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment


def words_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give one row for each case with words that wait for the viewer, since the first of them; in two queries."""
    readers = {}
    for case_id, found in led.items():
        reads_as = policy_own_words.reads_as(viewer, found.facts)
        if reads_as is not None and policy_own_words.waits_for(viewer, found.facts, frozenset()):
            readers[case_id] = reads_as
    for each in waiting(viewer, readers, now=now) if readers else ():
        first = each.first
        band = led[first.case_id].band
        more = f" En nog {each.count - 1} keer iets." if each.count > 1 else ""
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
