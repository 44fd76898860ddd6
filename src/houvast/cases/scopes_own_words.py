"""Seeing what people say in their own words: who leads, who sees the plan, and who sees what is decided."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import OwnWords, OwnWordsRead, ResidentQuestion
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.own_words import HEARD_BY_DECIDERS, READERS
from houvast.cases.scopes import cases_seen
from houvast.directory.viewer import Viewer


def own_words(viewer: Viewer, *, now: datetime) -> QuerySet[OwnWords]:
    """Give what was said in cases of which the viewer sees the plan; and what deciders hear, to who sees decisions."""
    sees_plan = Q(case_id__in=cases_seen(viewer, Part.PLAN, now=now))
    decides = Q(about__in=HEARD_BY_DECIDERS, case_id__in=cases_seen(viewer, Part.DECISIONS, now=now))
    return OwnWords.objects.filter(sees_plan | decides)


def own_words_of(source_id: UUID) -> QuerySet[OwnWords]:
    """Give what one participant said, for a higher room that judged that it is they who ask."""
    return OwnWords.objects.filter(source_id=source_id)


def unread(rows: QuerySet[OwnWords], readers: Mapping[UUID, Responsibility]) -> QuerySet[OwnWords]:
    """Give what was not read in each case by who reads it there as what `readers` says."""
    found = Q(pk__in=[])
    for each in READERS:
        read = OwnWordsRead.objects.filter(own_words_id=OuterRef("pk"), responsibility=each.value)
        led = [case_id for case_id, reads_as in readers.items() if reads_as is each]
        found |= Q(~Exists(read), case_id__in=led)
    return rows.filter(found)


def reads_of(words_ids: Collection[UUID]) -> QuerySet[OwnWordsRead]:
    """Give that words were read, for who sees these words."""
    return OwnWordsRead.objects.filter(own_words_id__in=words_ids)


def resident_questions(viewer: Viewer, *, now: datetime) -> QuerySet[ResidentQuestion]:
    """Give what residents were asked, in cases of which the viewer sees the plan."""
    return ResidentQuestion.objects.filter(case_id__in=cases_seen(viewer, Part.PLAN, now=now))


def questions_to(case_id: UUID, resident_id: UUID) -> QuerySet[ResidentQuestion]:
    """Give what a resident was asked in a case, for a higher room that judged that it is they who look."""
    return ResidentQuestion.objects.filter(case_id=case_id, resident_id=resident_id)


def unanswered(rows: QuerySet[ResidentQuestion]) -> QuerySet[ResidentQuestion]:
    """Give the questions to which nobody answered yet."""
    answered = OwnWords.objects.filter(case_id=OuterRef("case_id"), about_id=OuterRef("pk"))
    return rows.filter(~Exists(answered))
