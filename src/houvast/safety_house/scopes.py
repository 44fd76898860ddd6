"""Seeing referrals and files. Two tables decide, and neither reads the other: `cases.Access` for the municipality,
`FileAccess` for the house (ADR 0014). A referral, its answer and its return stand between them: each side reaches them
through its own table and opens its own sealed copy.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.rules.matrix import Part
from houvast.cases.scopes import cases_seen
from houvast.directory.viewer import Viewer
from houvast.safety_house.models import (
    AdmissionCriterion,
    FileAccess,
    FileNote,
    HouseFile,
    LookBack,
    Referral,
    ReferralPiece,
)
from houvast.safety_house.rules.pieces import PARTS


def file_access(viewer: Viewer, *, now: datetime) -> QuerySet[FileAccess]:
    """Give the reasons that hold now for this viewer: as a member, a stand-in, or part of the house."""
    who = Q(member_id__in=viewer.member_ids) | Q(organisation_id=viewer.organisation_id)
    not_over = Q(until_at__isnull=True) | Q(until_at__gt=now)
    not_withdrawn = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=now)
    return FileAccess.objects.filter(who, not_over, not_withdrawn, from_at__lte=now)


def files(viewer: Viewer, *, now: datetime) -> QuerySet[HouseFile]:
    """Give the files that the viewer may see."""
    return HouseFile.objects.filter(pk__in=file_access(viewer, now=now).values("file_id"))


def notes(viewer: Viewer, *, now: datetime) -> QuerySet[FileNote]:
    """Give the notes of visible files."""
    return FileNote.objects.filter(file_id__in=files(viewer, now=now).values("pk"))


def participants(viewer: Viewer, *, now: datetime) -> QuerySet[FileAccess]:
    """Give who takes part in visible files, and who did."""
    return FileAccess.objects.filter(file_id__in=files(viewer, now=now).values("pk"))


def received(viewer: Viewer, *, now: datetime) -> QuerySet[ReferralPiece]:
    """Give what was disclosed to visible files."""
    return ReferralPiece.objects.filter(referral_id__in=files(viewer, now=now).values("referral_id"))


def referrals(viewer: Viewer, *, now: datetime) -> QuerySet[Referral]:
    """Give the referrals of cases whose decisions the viewer sees, with their answer and return."""
    return Referral.objects.filter(case_id__in=cases_seen(viewer, Part.DECISIONS, now=now))


def pieces(viewer: Viewer, *, now: datetime) -> QuerySet[ReferralPiece]:
    """Give what was disclosed from visible cases: each piece to who sees the part of the case that it came from."""
    seen = Q(pk__in=[])
    for kind, parts in PARTS.items():
        seen |= Q(kind=kind, case_id__in=cases_seen(viewer, *parts, now=now))
    return ReferralPiece.objects.filter(seen)


def looks_back(viewer: Viewer, *, now: datetime) -> QuerySet[LookBack]:
    """Give what came of expectations in visible cases: for who sees the plan, and never for the house."""
    return LookBack.objects.filter(case_id__in=cases_seen(viewer, Part.PLAN, now=now))


def criteria(house_id: UUID) -> QuerySet[AdmissionCriterion]:
    """Give the versions of the criteria of a house: a list without people, for everybody."""
    return AdmissionCriterion.objects.filter(organisation_id=house_id)
