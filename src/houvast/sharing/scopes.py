"""Seeing grounds, covenants and what was shared: one function per table."""

from uuid import UUID

from django.db.models import QuerySet

from houvast.sharing.models import CovenantVersion, GroundVersion


def grounds(municipality_id: UUID) -> QuerySet[GroundVersion]:
    """Give the versions of a municipality's table of grounds: a list without people."""
    return GroundVersion.objects.filter(municipality_id=municipality_id)


def covenants(municipality_id: UUID) -> QuerySet[CovenantVersion]:
    """Give the versions of a municipality's covenants: a list without people."""
    return CovenantVersion.objects.filter(municipality_id=municipality_id)
