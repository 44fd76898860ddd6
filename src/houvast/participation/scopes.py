"""Seeing who takes part: who leads the case sees it; and who comes in with a code gets their own row only."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.rules.matrix import LEADING, Part
from houvast.cases.scopes import seen
from houvast.directory.viewer import Viewer
from houvast.participation.models import OwnPageSetting, Participant, PersonalCode, Wish, WithheldPart
from houvast.residents.selectors import meant


def participants(viewer: Viewer, *, now: datetime) -> QuerySet[Participant]:
    """Give who takes part, now or before, in the cases that the viewer leads."""
    led = seen(viewer, Q(part=Part.PEOPLE, relation__in=LEADING), now=now)
    return Participant.objects.filter(case_id__in=led)


def personal_codes(viewer: Viewer, *, now: datetime) -> QuerySet[PersonalCode]:
    """Give that there are codes, of who takes part in the cases that the viewer leads."""
    return PersonalCode.objects.filter(participant_id__in=participants(viewer, now=now).values("pk")).defer("digest")


def withheld_parts(viewer: Viewer, *, now: datetime) -> QuerySet[WithheldPart]:
    """Give what own pages of the cases that the viewer leads do not show now, and why."""
    led = seen(viewer, Q(part=Part.PEOPLE, relation__in=LEADING), now=now)
    return WithheldPart.objects.filter(case_id__in=led, ended_at__isnull=True)


def wishes(viewer: Viewer, *, now: datetime) -> QuerySet[Wish]:
    """Give what is wished on own pages of the cases that the viewer leads."""
    led = seen(viewer, Q(part=Part.PEOPLE, relation__in=LEADING), now=now)
    return Wish.objects.filter(case_id__in=led)


def wishes_of(participant_id: UUID) -> QuerySet[Wish]:
    """Give what one participant wishes, for who judged that it is they who look. Nobody else's own page shows it."""
    return Wish.objects.filter(participant_id=participant_id)


def withheld_from(participant: Participant) -> QuerySet[WithheldPart]:
    """Give what one own page does not show now: which parts, never why. A page that is given anew shows no more."""
    same = Q(
        participant__resident_id=participant.resident_id,
        participant__person_id=participant.person_id,
        participant__network_member_id=participant.network_member_id,
    )
    running = WithheldPart.objects.filter(case_id=participant.case_id, ended_at__isnull=True).defer("reason_sealed")
    return running.filter(same | Q(participant__isnull=True))


def participant_in_hand(participant_id: UUID) -> QuerySet[Participant]:
    """Give the row of somebody who proved in this session that it is theirs."""
    return Participant.objects.filter(pk=participant_id)


def participants_named(names: Collection[str]) -> QuerySet[Participant]:
    """Give the participants whom a log names as who acted, for who may read that log: as what they take part."""
    return Participant.objects.filter(pk__in=names)


def code_with_digest(digest: str) -> QuerySet[PersonalCode]:
    """Give a personal code, for who typed it."""
    return PersonalCode.objects.filter(digest=digest)


def participants_with_bsn(bsn: str) -> QuerySet[Participant]:
    """Give the rows of who proved in this session that this BSN is theirs, in whichever municipality they take part."""
    return Participant.objects.filter(meant(bsn=bsn, surname="", birth_date=None, prefix="person__"))


def own_page_settings(municipality_id: UUID) -> QuerySet[OwnPageSetting]:
    """Give what a municipality set for own pages: a list without residents, for everybody."""
    return OwnPageSetting.objects.filter(municipality_id=municipality_id)
