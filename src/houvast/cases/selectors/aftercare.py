"""Closed cases to which somebody looks again ("vinger aan de pols")."""

from datetime import date, datetime

from houvast.cases import scopes
from houvast.cases.models import PhasePeriod
from houvast.cases.rules.matrix import Relation
from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase
from houvast.directory.viewer import Viewer


def near(viewer: Viewer, until: date, *, now: datetime) -> tuple[tuple[FoundCase, date], ...]:
    """Give the closed cases that the viewer led and whose aftercare date is not after `until`; in two queries."""
    led = scopes.access(viewer, now=now).filter(relation=Relation.AFTERCARE).values("case_id")
    closures = scopes.closures(viewer, now=now).filter(case_id__in=led, aftercare_on__lte=until)
    newest = closures.filter(case__phase_period__state=PhasePeriod.State.CLOSED).order_by("closed_at")
    days = {closure.case_id: closure.aftercare_on for closure in newest}
    found = bands.by_ids(viewer, days.keys(), now=now)
    return tuple((found[case_id], day) for case_id, day in days.items() if day is not None and case_id in found)
