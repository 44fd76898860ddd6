"""Mijn werk: cases that give no hit, on the day on which somebody looks again whether that is still needed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases import policy_hits
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.shielding import withheld_to_review
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam


def hit_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give the cases of which the viewer decides whether they give a hit again; one query for who leads any."""
    due = withheld_to_review(viewer, in_amsterdam(now).date(), now=now) if led else {}
    for case_id, review_on in due.items():
        found = led.get(case_id)
        if found is None or not policy_hits.may_withhold_hit(viewer, found.facts).allowed:
            continue
        band, when = found.band, term(review_on, now)
        yield WorkRow(
            Cause.REVIEW,
            band.code,
            band.name,
            band.phase,
            "Deze casus geeft geen treffer aan wie vraagt of iemand bekend is. Is dat nog nodig?",
            *when,
            Act.REVIEW_HIT,
            "",
            (0, review_on.isoformat()),
        )
