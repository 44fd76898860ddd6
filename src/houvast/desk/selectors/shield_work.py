"""Mijn werk: who is shielded from somebody, on the day on which one looks again whether that is still needed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases import policy
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.shields import shields_to_review
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam


def shield_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give the cases with somebody whose shield is to be looked at; one query, and one more when there is any."""
    due = shields_to_review(viewer, led.keys(), in_amsterdam(now).date(), now=now) if led else {}
    for case_id, review_on in due.items():
        found = led[case_id]
        if not policy.may_work_in(viewer, found.facts).allowed:
            continue
        band, when = found.band, term(review_on, now)
        yield WorkRow(
            Cause.REVIEW,
            band.code,
            band.name,
            band.phase,
            "Iemand in deze casus is afgeschermd voor een ander. Is dat nog nodig?",
            *when,
            Act.SEE_PEOPLE,
            "",
            (0, review_on.isoformat()),
        )
