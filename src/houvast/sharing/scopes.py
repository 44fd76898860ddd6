"""Seeing grounds, covenants and what was shared: one function per table."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.models import Access
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.scopes import access
from houvast.directory.viewer import Viewer
from houvast.sharing.models import (
    Consent,
    ConsentEnd,
    CovenantVersion,
    Disclosure,
    DisclosureTurn,
    GroundVersion,
)


def grounds(municipality_id: UUID) -> QuerySet[GroundVersion]:
    """Give the versions of a municipality's table of grounds: a list without people."""
    return GroundVersion.objects.filter(municipality_id=municipality_id)


def covenants(municipality_id: UUID) -> QuerySet[CovenantVersion]:
    """Give the versions of a municipality's covenants: a list without people."""
    return CovenantVersion.objects.filter(municipality_id=municipality_id)


def _led(viewer: Viewer, now: datetime) -> QuerySet[Access]:
    """Give the reasons by which somebody sees all that was shared in a case: not who something was shared with."""
    return access(viewer, now=now).filter(part=Part.SHARED).exclude(relation=Relation.SHARED_WITH)


def disclosures(viewer: Viewer, *, now: datetime) -> QuerySet[Disclosure]:
    """Give what was shared, asked and refused in cases that the viewer leads; what was shared with the viewer while it
    runs; and what the viewer shared, while they see the case."""
    received = access(viewer, now=now).filter(part=Part.SHARED, relation=Relation.SHARED_WITH)
    band = access(viewer, now=now).filter(part=Part.BAND)
    own = Q(by_id=viewer.member_id, case_id__in=band.values("case_id"))
    led = Q(case_id__in=_led(viewer, now).values("case_id"))
    return Disclosure.objects.filter(led | own | Q(pk__in=received.values("source_id")))


def disclosure_turns(viewer: Viewer, *, now: datetime) -> QuerySet[DisclosureTurn]:
    """Give how visible disclosures went."""
    return DisclosureTurn.objects.filter(disclosure__in=disclosures(viewer, now=now))


def told_disclosures(viewer: Viewer, *, now: datetime) -> QuerySet[Disclosure]:
    """Give the disclosures of which the viewer may read why: not who it was shared with."""
    own = Q(by_id=viewer.member_id, pk__in=disclosures(viewer, now=now).values("pk"))
    return Disclosure.objects.filter(Q(case_id__in=_led(viewer, now).values("case_id")) | own)


def consents(viewer: Viewer, *, now: datetime) -> QuerySet[Consent]:
    """Give the consents in cases that the viewer leads."""
    return Consent.objects.filter(case_id__in=_led(viewer, now).values("case_id"))


def consent_ends(viewer: Viewer, *, now: datetime) -> QuerySet[ConsentEnd]:
    """Give which visible consents were withdrawn."""
    return ConsentEnd.objects.filter(consent__in=consents(viewer, now=now))
