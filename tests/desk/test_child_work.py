"""Mijn werk and the plan say it when a plan lacks the children; a version is not made without them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from houvast.cases.services.add_resident import NewCaseResident, add_resident
from houvast.desk.rules.work import Act, WorkRow
from houvast.desk.selectors.plan_page import plan_page
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Invalid
from houvast.plans.models import PlanVersion
from houvast.plans.services.make_plan_version import make_plan_version
from tests.desk.test_work import rows_of
from tests.plans.worlds import WORDS, Planned, make_planned
from tests.worlds import NOW, make_resident

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def joins(planned: Planned, hours: int) -> None:
    """Let a child come into the case."""
    new = NewCaseResident(make_resident(planned.world, first_names="Mila").id, is_child=True)
    add_resident(actor=planned.world.actor("sanne"), now=NOW + hours * HOUR, case_id=planned.case_id, new=new)


def seen(planned: Planned, who: str, hours: int) -> list[WorkRow]:
    return [row for row in rows_of(planned.world, who, later=hours * HOUR) if row.act is Act.UPDATE_PLAN]


def test_a_plan_that_lacks_the_children_asks_for_them_until_it_has_them() -> None:
    planned = make_planned()
    first = planned.make_version()
    assert seen(planned, "sanne", 1) == []
    joins(planned, 1)
    (row,) = seen(planned, "sanne", 2)
    assert (row.code, row.late) == ("C-2026-0001", False)
    assert "nog niet wat het betekent voor de kinderen" in row.why
    assert seen(planned, "nadia", 2) == []
    actor = planned.world.actor("sanne")
    said = replace(WORDS, children="Mila blijft naar school gaan.")
    with pytest.raises(Invalid) as wrong:
        make_plan_version(actor=actor, now=NOW + 2 * HOUR, case_id=planned.case_id, content=WORDS, seen_version=first)
    assert wrong.value.problems.keys() == {"children"}
    make_plan_version(actor=actor, now=NOW + 2 * HOUR, case_id=planned.case_id, content=said, seen_version=first)
    assert seen(planned, "sanne", 3) == []
    joins(planned, 3)
    (row,) = seen(planned, "sanne", 4)
    assert "kwam er een kind bij" in row.why
    assert [each.says_children for each in PlanVersion.objects.order_by("number")] == [False, True]
    page = plan_page(viewer_of(actor, now=NOW + 4 * HOUR), row.code, now=NOW + 4 * HOUR)
    assert (page.lacks_children, page.children.said) == (True, "Mila (33) en Mila (33)")
