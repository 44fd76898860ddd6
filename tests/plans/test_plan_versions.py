"""A plan: versions that never change, exactly one current, made by who leads, seen by who may."""

from dataclasses import replace

import pytest

from houvast.audit.models import Entry
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.plans.models import PlanVersion
from houvast.plans.rules.areas import AreaLine
from houvast.plans.rules.content import Asked, Goal
from houvast.plans.selectors.reading import current_version, life_areas, version, version_lines
from houvast.plans.services.make_plan_version import make_plan_version
from houvast.plans.services.set_life_area import set_life_area
from tests.plans.worlds import SLEEP, WORDS, Planned
from tests.worlds import NOW


def test_the_first_version_is_the_plan(planned: Planned) -> None:
    planned.make_version()
    found = current_version(planned.viewer("sanne"), planned.case_id, now=NOW)
    assert found is not None
    assert found.content == WORDS
    assert (found.line.number, found.line.made_by) == (1, "Sanne uit Eemsdelta")


def test_the_next_version_stands_beside_the_former(planned: Planned) -> None:
    first = planned.make_version()
    changed = replace(WORDS, goals=(replace(SLEEP, words="Ik slaap weer."),))
    planned.make_version(changed, seen=first)
    sanne = planned.viewer("sanne")
    now, then = (
        current_version(sanne, planned.case_id, now=NOW),
        version(sanne, planned.case_id, 1, now=NOW),
    )
    assert now is not None
    assert then is not None
    assert (now.content, then.content) == (changed, WORDS)
    assert [line.number for line in version_lines(sanne, planned.case_id, now=NOW)] == [2, 1]


def test_two_who_make_a_version_at_once_are_told_apart(planned: Planned) -> None:
    first = planned.make_version()
    planned.make_version(seen=first)
    with pytest.raises(Conflict):
        planned.make_version(seen=first)
    with pytest.raises(Conflict):
        planned.make_version(seen=None)
    assert PlanVersion.objects.count() == 2


def test_a_life_area_of_another_municipality_is_refused_at_its_goal(planned: Planned) -> None:
    strange = replace(WORDS, goals=(SLEEP, Goal(new_id(), "elsewhere", Asked.NOT_ASKED)))
    with pytest.raises(Invalid) as wrong:
        planned.make_version(strange)
    assert wrong.value.problems.keys() == {"goal-1"}
    assert not PlanVersion.objects.exists()


@pytest.mark.parametrize(("who", "why"), [("erik", Refused), ("iris", NotVisible), ("beheer", NotVisible)])
def test_only_who_leads_makes_a_version(planned: Planned, who: str, why: type[Exception]) -> None:
    with pytest.raises(why):
        make_plan_version(
            actor=planned.world.actor(who), now=NOW, case_id=planned.case_id, content=WORDS, seen_version=None
        )
    assert not PlanVersion.objects.exists()
    assert Entry.objects.filter(event="plan.version_made", outcome="refused").count() == 1


@pytest.mark.parametrize("who", ["erik", "nadia", "iris", "beheer", "privacy"])
def test_the_plan_is_not_there_for_who_does_not_lead(planned: Planned, who: str) -> None:
    planned.make_version()
    viewer = planned.viewer(who)
    assert current_version(viewer, planned.case_id, now=NOW) is None
    assert version(viewer, planned.case_id, 1, now=NOW) is None
    assert version_lines(viewer, planned.case_id, now=NOW) == ()


def test_the_log_says_who_made_which_version_and_no_word_of_it(planned: Planned) -> None:
    made = planned.make_version()
    entry = Entry.objects.get(event="plan.version_made")
    assert (entry.outcome, entry.subject_id, entry.details) == ("done", made, {"number": 1, "goals": 2})


def test_the_list_of_life_areas_begins_with_a_default_and_is_the_municipalitys_own(planned: Planned) -> None:
    beheer, here = planned.world.actor("beheer"), planned.world.municipality.id
    set_life_area(actor=beheer, now=NOW, municipality_id=here, area=AreaLine("money", "Schulden", 1, False))
    set_life_area(actor=beheer, now=NOW, municipality_id=here, area=AreaLine("garden", "De tuin", 998))
    areas = life_areas(here)
    assert (areas[-1].name, areas[-1].active) == ("De tuin", True)
    assert [(each.name, each.active) for each in areas if each.code == "money"] == [("Schulden", False)]
    assert len(areas) == 13


@pytest.mark.parametrize(
    ("area", "field"), [(AreaLine("money", " ", 5), "name"), (AreaLine("money", "Geld", 1000), "position")]
)
def test_a_life_area_that_cannot_be_is_told_at_its_field(planned: Planned, area: AreaLine, field: str) -> None:
    here = planned.world.municipality.id
    with pytest.raises(Invalid) as wrong:
        set_life_area(actor=planned.world.actor("beheer"), now=NOW, municipality_id=here, area=area)
    assert wrong.value.problems.keys() == {field}


def test_only_an_administrator_sets_the_list(planned: Planned) -> None:
    here = planned.world.municipality.id
    with pytest.raises(Refused):
        set_life_area(
            actor=planned.world.actor("sanne"), now=NOW, municipality_id=here, area=AreaLine("money", "Geld", 1)
        )
