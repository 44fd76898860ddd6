"""Seeing plans and tasks: through the reasons to see their case, or the reason to see one task (ADR 0004)."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.rules.matrix import LEADING, Part, Relation
from houvast.cases.scopes import access, cases_seen, seen
from houvast.directory.viewer import Viewer
from houvast.plans.models import (
    LifeArea,
    Limit,
    LimitEnd,
    LimitTold,
    Plan,
    PlanVersion,
    TailorMade,
    TailorMadeDecision,
    TailorMadeOutcome,
    TailorMadeSetting,
    Task,
    TaskLink,
    TaskStep,
)

_CARE = (Part.CARE_SUMMARY, Part.CARE_NOTES)


def plans(viewer: Viewer, *, now: datetime) -> QuerySet[Plan]:
    """Give the plans that the viewer may see."""
    return Plan.objects.filter(case_id__in=cases_seen(viewer, Part.PLAN, now=now))


def versions(viewer: Viewer, *, now: datetime) -> QuerySet[PlanVersion]:
    """Give the versions, present and past, of visible plans."""
    return PlanVersion.objects.filter(case_id__in=cases_seen(viewer, Part.PLAN, now=now))


def tasks_to_lead(viewer: Viewer, *, now: datetime) -> QuerySet[Task]:
    """Give the tasks of the plans that the viewer sees because they lead the case or its process."""
    return Task.objects.filter(case_id__in=seen(viewer, Q(part=Part.PLAN, relation__in=LEADING), now=now))


def counted_tasks(municipality_id: UUID) -> QuerySet[Task]:
    """Give the tasks of a municipality, to count and never to read: it opens no case."""
    return Task.objects.filter(municipality_id=municipality_id).defer("what_sealed")


def tasks(viewer: Viewer, *, now: datetime) -> QuerySet[Task]:
    """Give the tasks of visible plans, and those that the viewer or a team of theirs does."""
    of_plan = Q(case_id__in=cases_seen(viewer, Part.PLAN, now=now))
    own = Q(pk__in=seen(viewer, Q(part=Part.TASK, source="task"), now=now, column="source_id"))
    return Task.objects.filter(of_plan | own)


def task_steps(viewer: Viewer, *, now: datetime) -> QuerySet[TaskStep]:
    """Give how visible tasks stand and stood."""
    return TaskStep.objects.filter(task_id__in=tasks(viewer, now=now).values("pk"))


def links(viewer: Viewer, *, now: datetime) -> QuerySet[TaskLink]:
    """Give the links to tasks of visible plans; who does another task sees none."""
    return TaskLink.objects.filter(case_id__in=cases_seen(viewer, Part.PLAN, now=now))


def link_of_secret(digest: str) -> QuerySet[TaskLink]:
    """Give the link of a secret, for who has the secret: the link itself, and nothing of its task."""
    return TaskLink.objects.filter(digest=digest)


def link_in_hand(link_id: UUID) -> QuerySet[TaskLink]:
    """Give a link for who opened it in this session."""
    return TaskLink.objects.filter(pk=link_id)


def limits(viewer: Viewer, *, now: datetime) -> QuerySet[Limit]:
    """Give the limits of visible plans; compulsory care only where the viewer may see that there is care."""
    care = cases_seen(viewer, *_CARE, now=now)
    rows = Limit.objects.filter(case_id__in=cases_seen(viewer, Part.PLAN, now=now))
    return rows.filter(~Q(kind=Limit.Kind.COMPULSORY_CARE) | Q(case_id__in=care))


def limit_ends(viewer: Viewer, *, now: datetime) -> QuerySet[LimitEnd]:
    """Give how visible limits ended before their time."""
    return LimitEnd.objects.filter(limit_id__in=limits(viewer, now=now).values("pk"))


def limits_told(viewer: Viewer, *, now: datetime) -> QuerySet[LimitTold]:
    """Give of which visible limits the resident was told later."""
    return LimitTold.objects.filter(limit_id__in=limits(viewer, now=now).values("pk"))


def sees_care(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether the viewer may see that there is care in a case."""
    return access(viewer, now=now).filter(case_id=case_id, part__in=_CARE).exists()


def tailor_made(viewer: Viewer, *, now: datetime) -> QuerySet[TailorMade]:
    """Give the tailor-made help of visible plans, and what was asked of who decides about it."""
    as_holder = Q(part=Part.TAILOR_MADE, relation=Relation.OPERATIONAL_HOLDER)
    as_asked = Q(part=Part.TAILOR_MADE, relation=Relation.ASKED_FOR_TAILOR_MADE)
    of_plan = Q(case_id__in=cases_seen(viewer, Part.PLAN, now=now))
    holds = Q(case_id__in=seen(viewer, as_holder, now=now))
    asked = Q(pk__in=seen(viewer, as_asked, now=now, column="source_id"))
    return TailorMade.objects.filter(of_plan | (Q(way=TailorMade.Way.ASKED) & (holds | asked)))


def tailor_made_decisions(viewer: Viewer, *, now: datetime) -> QuerySet[TailorMadeDecision]:
    """Give what was decided about visible tailor-made help."""
    return TailorMadeDecision.objects.filter(tailor_made_id__in=tailor_made(viewer, now=now).values("pk"))


def tailor_made_outcomes(viewer: Viewer, *, now: datetime) -> QuerySet[TailorMadeOutcome]:
    """Give what visible tailor-made help brought."""
    return TailorMadeOutcome.objects.filter(tailor_made_id__in=tailor_made(viewer, now=now).values("pk"))


def counted_decisions(municipality_id: UUID) -> QuerySet[TailorMadeDecision]:
    """Give what a municipality decided about tailor-made help, to count and never to read: it opens no case."""
    return TailorMadeDecision.objects.filter(municipality_id=municipality_id).defer("why_sealed")


def counted_outcomes(municipality_id: UUID) -> QuerySet[TailorMadeOutcome]:
    """Give what tailor-made help really cost in a municipality, to count and never to read."""
    return TailorMadeOutcome.objects.filter(municipality_id=municipality_id).defer("words_sealed")


def tailor_made_settings(municipality_id: UUID) -> QuerySet[TailorMadeSetting]:
    """Give what a municipality set for tailor-made help: amounts without people."""
    return TailorMadeSetting.objects.filter(municipality_id=municipality_id)


def life_areas(municipality_id: UUID) -> QuerySet[LifeArea]:
    """Give the life areas of a municipality: a list without people, for everybody."""
    return LifeArea.objects.filter(municipality_id=municipality_id)
