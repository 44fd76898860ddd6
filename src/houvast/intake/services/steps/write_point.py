"""Write a reporting point, new or changed, when nothing is wrong with it."""

from django.db import IntegrityError, transaction

from houvast.intake.models import ReportingPoint
from houvast.intake.rules.points import NAME_TAKEN, PointFacts, problems_with_point
from houvast.kernel.errors import Invalid


def facts_of_point(point: ReportingPoint) -> PointFacts:
    """Give a point as rules see it."""
    return PointFacts(point.name, tuple(point.instruction), tuple(point.steps), point.active)


def write_point(point: ReportingPoint, facts: PointFacts) -> None:
    """Write the point with these facts. Raises `Invalid` with a message at each field."""
    others = ReportingPoint.objects.filter(municipality_id=point.municipality_id).exclude(pk=point.pk)
    problems = problems_with_point(facts, list(others.values_list("name", flat=True)))
    if problems:
        raise Invalid(problems)
    point.name, point.active = facts.name, facts.active
    point.instruction, point.steps = list(facts.questions), list(facts.steps)
    try:
        with transaction.atomic():
            point.save()
    except IntegrityError as taken:
        raise Invalid({"name": NAME_TAKEN}) from taken
