"""Seeing who takes part: who leads the case sees it; and who comes in with a code gets their own row only."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.rules.matrix import LEADING, Part
from houvast.cases.scopes import seen
from houvast.directory.viewer import Viewer
from houvast.participation.models import OwnPageSetting, Participant, PersonalCode
from houvast.residents.selectors import meant


def participants(viewer: Viewer, *, now: datetime) -> QuerySet[Participant]:
    """Give who takes part, now or before, in the cases that the viewer leads."""
    led = seen(viewer, Q(part=Part.PEOPLE, relation__in=LEADING), now=now)
    return Participant.objects.filter(case_id__in=led)


def personal_codes(viewer: Viewer, *, now: datetime) -> QuerySet[PersonalCode]:
    """Give that there are codes, of who takes part in the cases that the viewer leads."""
    return PersonalCode.objects.filter(participant_id__in=participants(viewer, now=now).values("pk")).defer("digest")


def participant_in_hand(participant_id: UUID) -> QuerySet[Participant]:
    """Give the row of somebody who proved in this session that it is theirs."""
    return Participant.objects.filter(pk=participant_id)


def code_with_digest(digest: str) -> QuerySet[PersonalCode]:
    """Give a personal code, for who typed it."""
    return PersonalCode.objects.filter(digest=digest)


def participants_with_bsn(bsn: str) -> QuerySet[Participant]:
    """Give the rows of who proved in this session that this BSN is theirs, in whichever municipality they take part."""
    return Participant.objects.filter(meant(bsn=bsn, surname="", birth_date=None, prefix="person__"))


def own_page_settings(municipality_id: UUID) -> QuerySet[OwnPageSetting]:
    """Give what a municipality set for own pages: a list without residents, for everybody."""
    return OwnPageSetting.objects.filter(municipality_id=municipality_id)
