"""What Mijn werk says of wishes: somebody proposes somebody on their own page, or asks for another date."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases import policy_own_words
from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment
from houvast.participation.rules.wishing import WishKind
from houvast.participation.selectors.wishes import WishLine, open_wishes


def wish_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give what waits for an answer of the viewer, as own words wait to be read; one query for who leads any."""
    for line in open_wishes(viewer, led.keys(), now=now) if led else ():
        if not waits(viewer, led[line.case_id]):
            continue
        band = led[line.case_id].band
        yield WorkRow(
            cause=Cause.RESIDENT_WISHES,
            code=band.code,
            name=band.name,
            phase=band.phase,
            why=f"{in_short(line)}.",
            when=days_since(line.at, now),
            when_exact=moment(line.at, now),
            late=False,
            act=Act.ANSWER_WISH,
            target=str(line.id),
            order=(0, line.at.isoformat()),
        )


def waits(viewer: Viewer, found: FoundCase) -> bool:
    """Say whether a wish waits for this viewer: for the case director; for the process director when nobody leads."""
    return policy_own_words.waits_for(viewer, found.facts, frozenset())


def in_short(line: WishLine) -> str:
    """Say in one line what is wished: "Ruben Dijkhuis vraagt om een andere dag voor zaterdag 28 november"."""
    if line.kind is WishKind.SOMEBODY:
        return f"{line.by} stelt iemand voor: {line.name}, {line.relation}"
    return f"{line.by} vraagt om een andere dag voor {line.stood}"
