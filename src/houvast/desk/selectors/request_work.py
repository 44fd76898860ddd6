"""Mijn werk: requests of residents about their own data, with the term of the law."""

from collections.abc import Iterator
from datetime import datetime

from houvast.accountability.selectors.requests import due_requests, put_before
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.terms import word_for


def request_rows(viewer: Viewer, *, size: int, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each request that waits, to the privacy officer, and to a house before which it was put."""
    at_home = viewer.municipality_id is not None
    for each in due_requests(viewer, size=size) if at_home else put_before(viewer):
        when, exact, late = term(each.due_on, now)
        yield WorkRow(
            cause=Cause.REQUEST,
            code="",
            name=f"V-{each.number}",
            phase=None,
            why=f"Een inwoner vraagt om {word_for(each.kind)}.",
            when=when,
            when_exact=exact,
            late=late,
            act=Act.SEE_REQUEST,
            target=str(each.id) if at_home else "",
            order=(0, each.due_on.isoformat()),
        )
