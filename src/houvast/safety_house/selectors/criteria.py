"""The admission criteria of a house as they hold now."""

from uuid import UUID

from houvast.safety_house import scopes
from houvast.safety_house.rules.criteria import CriterionLine, Need, newest


def criteria_of(house_id: UUID) -> tuple[CriterionLine, ...]:
    """Give the criteria of a house, those out of use too, in one query."""
    rows = scopes.criteria(house_id).order_by("number")
    return newest(CriterionLine(row.code, row.text, Need(row.need), row.source, row.active, row.number) for row in rows)
