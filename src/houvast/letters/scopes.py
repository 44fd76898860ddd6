"""Seeing letters: who reads the general notes of their case, and who made them (ADR 0004, 0037)."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.scopes import seen
from houvast.directory.viewer import Viewer
from houvast.letters.models import Letter, LetterTemplate

_NOT_A_HOST = ~Q(relation=Relation.HOST)


def letters(viewer: Viewer, *, now: datetime) -> QuerySet[Letter]:
    """Give the letters that the viewer may read. An agreement with another municipality never names letters."""
    read = seen(viewer, Q(part=Part.GENERAL_NOTES) & _NOT_A_HOST, now=now)
    band = seen(viewer, Q(part=Part.BAND) & _NOT_A_HOST, now=now)
    return Letter.objects.filter(Q(case_id__in=read) | Q(made_by_id=viewer.member_id, case_id__in=band))


def templates(municipality_id: UUID) -> QuerySet[LetterTemplate]:
    """Give every version of the texts of a municipality; they are about nobody."""
    return LetterTemplate.objects.filter(municipality_id=municipality_id)
