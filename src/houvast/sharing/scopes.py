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
    KnownQuestion,
    SharingTerm,
)

OF_ONE = (Relation.SHARED_WITH, Relation.ASKED_TO_APPROVE)
"""Who sees one disclosure, and not what else was shared from the case."""


def grounds(municipality_id: UUID) -> QuerySet[GroundVersion]:
    """Give the versions of a municipality's table of grounds: a list without people."""
    return GroundVersion.objects.filter(municipality_id=municipality_id)


def covenants(municipality_id: UUID) -> QuerySet[CovenantVersion]:
    """Give the versions of a municipality's covenants: a list without people."""
    return CovenantVersion.objects.filter(municipality_id=municipality_id)


def terms(municipality_id: UUID) -> QuerySet[SharingTerm]:
    """Give the versions of a municipality's terms: a list without people."""
    return SharingTerm.objects.filter(municipality_id=municipality_id)


def covenants_of_others(municipality_id: UUID) -> QuerySet[CovenantVersion]:
    """Give the versions of the covenants of the other municipalities: a list without people."""
    return CovenantVersion.objects.exclude(municipality_id=municipality_id)


def questions_to_judge(viewer: Viewer) -> QuerySet[KnownQuestion]:
    """Give a privacy officer the questions of the municipality that were set aside, but their own; else none."""
    own = viewer.municipality_id if viewer.is_privacy_officer else None
    rows = KnownQuestion.objects.filter(in_sample=True).exclude(by_id__in=viewer.member_ids)
    return rows.filter(municipality_id=own) if own else rows.none()


def _led(viewer: Viewer, now: datetime) -> QuerySet[Access]:
    """Give the reasons by which somebody sees all that was shared in a case: not because of one disclosure."""
    return access(viewer, now=now).filter(part=Part.SHARED).exclude(relation__in=OF_ONE)


def sent_to(viewer: Viewer, *relations: Relation, now: datetime) -> QuerySet[Disclosure]:
    """Give what was shared with the viewer, or what they are asked to approve, by such a relation to one disclosure."""
    reasons = access(viewer, now=now).filter(part=Part.SHARED, relation__in=relations)
    return Disclosure.objects.filter(pk__in=reasons.values("source_id"))


def disclosures(viewer: Viewer, *, now: datetime) -> QuerySet[Disclosure]:
    """Give what was shared, asked and refused in cases that the viewer leads; what was shared with the viewer while it
    runs, or waits for their approval; and what the viewer shared, while they see the case."""
    one = sent_to(viewer, *OF_ONE, now=now)
    band = access(viewer, now=now).filter(part=Part.BAND)
    own = Q(by_id=viewer.member_id, case_id__in=band.values("case_id"))
    led = Q(case_id__in=_led(viewer, now).values("case_id"))
    return Disclosure.objects.filter(led | own | Q(pk__in=one.values("pk")))


def disclosure_turns(viewer: Viewer, *, now: datetime) -> QuerySet[DisclosureTurn]:
    """Give how visible disclosures went."""
    return DisclosureTurn.objects.filter(disclosure__in=disclosures(viewer, now=now))


def told_disclosures(viewer: Viewer, *, now: datetime) -> QuerySet[Disclosure]:
    """Give the disclosures of which the viewer may read why: not who it was shared with."""
    own = Q(by_id=viewer.member_id, pk__in=disclosures(viewer, now=now).values("pk"))
    asked = Q(pk__in=sent_to(viewer, Relation.ASKED_TO_APPROVE, now=now).values("pk"))
    return Disclosure.objects.filter(Q(case_id__in=_led(viewer, now).values("case_id")) | own | asked)


def consents(viewer: Viewer, *, now: datetime) -> QuerySet[Consent]:
    """Give the consents in cases that the viewer leads."""
    return Consent.objects.filter(case_id__in=_led(viewer, now).values("case_id"))


def consent_ends(viewer: Viewer, *, now: datetime) -> QuerySet[ConsentEnd]:
    """Give which visible consents were withdrawn."""
    return ConsentEnd.objects.filter(consent__in=consents(viewer, now=now))
