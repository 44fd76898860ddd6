"""Mijn werk: requests of residents about their own data, with the term of the law; and what they mean for a case.

Who leads a case hears that something of it was gathered for a request, for two weeks: by which function, and not what
was asked. They know the resident, and would notice a request that nobody made.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.accountability.selectors.gathered import gathered
from houvast.accountability.selectors.requests import due_requests, put_before
from houvast.cases.models import Statement
from houvast.cases.selectors import statements
from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since, is_told, term
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment
from houvast.kernel.terms import word_for

_NOBODY = " Niemand behandelt dit verzoek."
_GATHERED = (
    "Een privacy officer verzamelde gegevens uit deze casus, omdat een inwoner daarom vroeg. Weet u van niets? Vraag "
    "ernaar."
)


def request_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each request that waits: to who handles it, to all who may choose that when nobody does, and to a
    house before which it was put.

    Who leads a case reads that somebody in it asks for a correction, and that something of it was gathered.
    """
    at_home = viewer.municipality_id is not None
    for each in due_requests(viewer, now=now) if at_home else put_before(viewer, now=now):
        when, exact, late = term(each.due_on, now)
        yield WorkRow(
            cause=Cause.REQUEST,
            code="",
            name=f"V-{each.number}",
            phase=None,
            why=f"Een inwoner vraagt om {word_for(each.kind)}.{_NOBODY if at_home and not each.is_own else ''}",
            when=when,
            when_exact=exact,
            late=late,
            act=Act.SEE_REQUEST,
            target=str(each.id) if at_home else "",
            order=(0, each.due_on.isoformat()),
        )
    yield from _said_rows(viewer, led, now=now)
    yield from _gathered_rows(viewer, led, now=now)


def _gathered_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    for each in gathered(viewer, led.keys(), now=now) if led else ():
        if is_told(each.at, now):
            found = led[each.case_id].band
            yield WorkRow(
                cause=Cause.REQUEST,
                code=found.code,
                name=found.name,
                phase=found.phase,
                why=_GATHERED,
                when=days_since(each.at, now),
                when_exact=moment(each.at, now),
                late=False,
                act=Act.LOOK_AGAIN,
                target="",
                order=(2, each.at.isoformat()),
            )


def _said_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give who leads a case that somebody in it asks for a correction: they can make it. An objection is a mark."""
    for line in statements.waiting(viewer, led.keys(), now=now) if led else ():
        if line.kind is Statement.Kind.CORRECTION:
            found = led[line.case_id].band
            yield WorkRow(
                cause=Cause.REQUEST,
                code=found.code,
                name=found.name,
                phase=found.phase,
                why=f"{line.resident} {word_for(line.kind)}. Klopt het, dan verbetert u het.",
                when=days_since(line.at, now),
                when_exact=moment(line.at, now),
                late=False,
                act=Act.HEAR_RESIDENT,
                target=str(line.id),
                order=(1, line.at.isoformat()),
            )
