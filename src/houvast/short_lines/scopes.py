"""Seeing short lines: who works in the team, and the administrator of its organisation."""

from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.directory.viewer import Viewer
from houvast.short_lines.models import LineCheck, LineContact, LineSetting, ShortLine


def lines(viewer: Viewer) -> QuerySet[ShortLine]:
    """Give the lines of the viewer's own teams, those that ended too; to an administrator those of all own teams."""
    seen = Q(team_id__in=viewer.team_ids)
    if viewer.is_administrator:
        seen |= Q(team__organisation_id=viewer.organisation_id)
    return ShortLine.objects.filter(seen)


def contacts(viewer: Viewer) -> QuerySet[LineContact]:
    """Give the contacts that visible lines have, and had."""
    return LineContact.objects.filter(line_id__in=lines(viewer).values("pk"))


def checks(viewer: Viewer) -> QuerySet[LineCheck]:
    """Give when visible lines were looked at."""
    return LineCheck.objects.filter(line_id__in=lines(viewer).values("pk"))


def settings(municipality_id: UUID) -> QuerySet[LineSetting]:
    """Give what a municipality set; the terms are no secret to who works there."""
    return LineSetting.objects.filter(municipality_id=municipality_id)
