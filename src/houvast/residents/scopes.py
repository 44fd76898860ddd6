"""Seeing residents. Who sees whom is decided by cases and by triage; they hand over the ids that may be read."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from houvast.residents.models import HouseholdMember, NetworkMember, Resident


def among(ids: Collection[UUID]) -> QuerySet[Resident]:
    """Give the residents whose ids another room's scope has already allowed."""
    return Resident.objects.filter(pk__in=ids)


def known_in(municipality_id: UUID) -> QuerySet[Resident]:
    """Give the residents of a municipality, for triage to compare with; triage shows hit or no hit and whom to ask."""
    return Resident.objects.filter(municipality_id=municipality_id)


def network_of(resident_ids: Collection[UUID]) -> QuerySet[NetworkMember]:
    """Give the present network of residents whose ids another room's scope has already allowed."""
    return NetworkMember.objects.filter(resident_id__in=resident_ids, until__isnull=True)


def stays_in(household_ids: Collection[UUID]) -> QuerySet[HouseholdMember]:
    """Give who lives or lived in households, for cases that have already been found visible."""
    return HouseholdMember.objects.filter(household_id__in=household_ids)


def children_at_home() -> QuerySet[HouseholdMember]:
    """Give which children live in households now, to stand in a question about cases that were found already."""
    return HouseholdMember.objects.filter(until__isnull=True, is_child=True)
