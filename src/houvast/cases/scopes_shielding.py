"""Who may not see, whatever reasons there are (ADR 0025): asked before every reason, and where a hit is said."""

from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet

from houvast.cases.models import CaseResident, ClosedCell, LockOut, MoveOffer, WithheldHit
from houvast.directory.viewer import Viewer


def _holds(now: datetime, begins: str) -> Q:
    return Q(**{f"{begins}__lte": now}) & (Q(ended_at__isnull=True) | Q(ended_at__gt=now))


def locked_out_of(viewer: Viewer, now: datetime) -> QuerySet[LockOut, UUID]:
    """Give the cases of which this person sees nothing, for whomever they stand in."""
    return LockOut.objects.filter(_holds(now, "added_at"), member_id=viewer.member_id).values_list("case_id", flat=True)


def locked_out(*, now: datetime) -> QuerySet[LockOut]:
    """Give who sees nothing of which case now: for what decides who reads about somebody. It is told to nobody."""
    return LockOut.objects.filter(_holds(now, "added_at"))


def people_kept_from(viewer: Viewer, now: datetime) -> QuerySet[CaseResident, UUID]:
    """Give of whom there is a case of which this person sees nothing."""
    return CaseResident.objects.filter(case_id__in=locked_out_of(viewer, now)).values_list("resident_id", flat=True)


def closed(now: datetime) -> QuerySet[ClosedCell]:
    """Give the closed cell of a reason, in the municipality that its case belongs to."""
    own = {name: OuterRef(name) for name in ("municipality_id", "relation", "part")}
    return ClosedCell.objects.filter(_holds(now, "decided_at"), **own)


def known_places(viewer: Viewer, *, now: datetime) -> QuerySet[CaseResident]:
    """Give who cases are about, for saying hit or no hit and no more: not where the viewer is locked out."""
    return CaseResident.objects.exclude(case_id__in=locked_out_of(viewer, now))


def withholding(now: datetime) -> QuerySet[WithheldHit, UUID]:
    """Give the cases that give no hit to who asks whether somebody is known."""
    return WithheldHit.objects.filter(_holds(now, "added_at")).values_list("case_id", flat=True)


def offered_to(municipality_id: UUID | None) -> QuerySet[MoveOffer, UUID]:
    """Give the cases whose move to a municipality runs: offered there, and not answered yet."""
    running = MoveOffer.objects.filter(to_municipality_id=municipality_id, answer__isnull=True)
    return running.values_list("case_id", flat=True)
