"""Closed cases to which somebody looks again ("vinger aan de pols")."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.cases.models import PhasePeriod
from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase
from houvast.directory.viewer import Viewer


def looks_after(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether the viewer led this closed case and still sees it until its aftercare date."""
    return scopes.looked_after(viewer, now=now).filter(case_id=case_id).exists()


def looked_after(viewer: Viewer, *, now: datetime) -> frozenset[UUID]:
    """Give the closed cases that the viewer led and still sees until their aftercare date."""
    return frozenset(scopes.looked_after(viewer, now=now).values_list("case_id", flat=True))


def near(
    viewer: Viewer, looked_after: Collection[UUID], until: date, *, now: datetime
) -> tuple[tuple[FoundCase, date], ...]:
    """Give those of the closed cases that are looked after of which that date is not after `until`; in two queries."""
    closures = scopes.closures(viewer, now=now).filter(case_id__in=looked_after, aftercare_on__lte=until)
    newest = closures.filter(case__phase_period__state=PhasePeriod.State.CLOSED).order_by("closed_at")
    days = {closure.case_id: closure.aftercare_on for closure in newest}
    found = bands.by_ids(viewer, days.keys(), now=now)
    return tuple((found[case_id], day) for case_id, day in days.items() if day is not None and case_id in found)
