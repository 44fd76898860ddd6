"""Mijn werk: parts left out of own pages, on the day on which somebody looks again whether that is still needed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.participation import policy
from houvast.participation.selectors.withholding import to_look_at_again


def own_page_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give the cases of which the viewer decides what own pages show; one query for who leads any."""
    due = to_look_at_again(viewer, in_amsterdam(now).date(), now=now) if led else {}
    for case_id, review_on in due.items():
        found = led.get(case_id)
        if found is None or not policy.may_withhold(viewer, found.facts).allowed:
            continue
        band, when = found.band, term(review_on, now)
        yield WorkRow(
            Cause.REVIEW,
            band.code,
            band.name,
            band.phase,
            "Op een eigen pagina is een deel weggelaten. Is dat nog nodig?",
            *when,
            Act.REVIEW_OWN_PAGE,
            "",
            (0, review_on.isoformat()),
        )
