"""What is shown beforehand is what then happens, to the seat and to what people see."""

import pytest
from pytest_django import DjangoAssertNumQueries

from houvast.ave.vocabulary import Holding, Responsibility
from houvast.cases import scopes
from houvast.cases.models import Case
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.preview import NewPhase, Option, new_phase, preview
from houvast.cases.services.scale import scale
from houvast.cases.services.steps.load_case import facts_of_seat
from houvast.directory.models import Member
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from tests.lives import handed_on
from tests.web.scaling.cases import CODE, TO_3, household
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
CASE, PROCESS = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION
DOWN_TO_2 = ["doelen-gehaald", "ontvanger-kan", "terugval-afspraak"]


def looks(world: World, name: str) -> Viewer:
    found = viewer(world.id(name), now=NOW)
    assert found is not None
    return found


def look_at(world: World, number: int, name: str = "marit") -> tuple[FoundCase, NewPhase]:
    who = looks(world, name)
    found = case_by_code(who, CODE, now=NOW)
    return found, new_phase(who, found, number, now=NOW)


def option(phase: NewPhase, responsibility: Responsibility, world: World, name: str) -> Option:
    return next(each for each in phase.options(responsibility) if each.choice.member_id == world.id(name))


@pytest.mark.parametrize("chooses", [None, "marit", "nadia"])
@pytest.mark.parametrize("director", ["sanne", None])
def test_what_is_shown_is_what_happens_on_the_way_up(director: str | None, chooses: str | None) -> None:
    world = make_world()
    case_id = household(world, director=director, children=False)
    _, phase = look_at(world, 3)
    chosen = {} if chooses is None else {PROCESS: option(phase, PROCESS, world, chooses)}
    shown = preview(phase, chosen, now=NOW)
    scale(
        actor=world.actor("marit"),
        now=NOW,
        case_id=case_id,
        new=NewProposal(3, frozenset(TO_3), "Het loopt vast."),
        how=Deciding(chosen={responsibility: each.choice for responsibility, each in chosen.items()}),
    )
    case = Case.objects.get(pk=case_id)
    assert {each.responsibility: each.becomes for each in shown.seats} == {
        each: facts_of_seat(getattr(case, each.value)) for each in Responsibility
    }
    assert (shown.phase.number, shown.review_on) == (case.phase_period.phase, case.phase_period.review_on)
    names = dict(Member.objects.values_list("id", "name"))
    for each in shown.seats:
        assert each.becomes_holder == names.get(getattr(case, each.responsibility.value).member_id, "")


def test_what_people_would_see_is_what_they_then_see() -> None:
    world = make_world()
    case_id = household(world, children=False)
    _, phase = look_at(world, 3)
    shown = preview(phase, {PROCESS: option(phase, PROCESS, world, "nadia")}, now=NOW)
    scale(
        actor=world.actor("marit"),
        now=NOW,
        case_id=case_id,
        new=NewProposal(3, frozenset(TO_3), "Het loopt vast."),
        how=Deciding(chosen={PROCESS: option(phase, PROCESS, world, "nadia").choice}),
    )
    told = {sight.member_id: sight.after for sight in shown.sights}
    assert {world.id(name) for name in ("sanne", "nadia", "erik", "wiebe")} == set(told)
    for member_id, parts in told.items():
        who = viewer(member_id, now=NOW)
        assert who is not None
        by_seat = scopes.access(who, now=NOW).filter(case_id=case_id, member_id=member_id, source="seat")
        assert set(by_seat.values_list("part", flat=True)) == {part.value for part in parts}
    assert told[world.id("wiebe")] == {Part.BAND, Part.DECISIONS}
    assert Part.CARE_SUMMARY not in told[world.id("nadia")]


def test_down_again_who_may_stay_stays_and_the_preview_says_so() -> None:
    world = make_world()
    case_id = household(world, phase=3, children=False)
    _, phase = look_at(world, 2)
    shown = preview(phase, {}, now=NOW)
    assert shown.seat(CASE).stays
    assert shown.seat(CASE).becomes_holder == "Sanne uit Eemsdelta"
    scale(
        actor=world.actor("marit"),
        now=NOW,
        case_id=case_id,
        new=NewProposal(2, frozenset(DOWN_TO_2), "Het gaat beter."),
        how=Deciding(not_waited="De partners zijn gebeld.", handing_on=handed_on(world)),
    )
    case = Case.objects.get(pk=case_id)
    assert {each.responsibility: each.becomes for each in shown.seats} == {
        each: facts_of_seat(getattr(case, each.value)) for each in Responsibility
    }


def test_only_whom_the_model_lets_hold_a_seat_for_good_can_be_chosen() -> None:
    world = make_world()
    household(world, children=False)
    found, phase = look_at(world, 3)
    for responsibility in (CASE, PROCESS):
        rule = found.model.seat(3, responsibility)
        for each in phase.options(responsibility):
            assert any(rule.holding(code) is Holding.YES for code in each.functions)
    assert [each.name for each in phase.options(PROCESS)] == ["Marit uit Eemsdelta", "Nadia uit Eemsdelta"]
    assert phase.options(Responsibility.OPERATIONAL) == ()


def test_the_resident_can_be_chosen_where_the_model_allows_it_by_who_may_see_people() -> None:
    world = make_world()
    household(world, phase=3)
    _, seen_by_director = look_at(world, 2, "sanne")
    assert seen_by_director.options(CASE)[0].name == "Anne Wieringa"
    assert "Siem Jan Wieringa" not in [each.name for each in seen_by_director.options(CASE)]
    _, seen_by_team = look_at(world, 2, "marit")
    assert "Anne Wieringa" not in [each.name for each in seen_by_team.options(CASE)]


def test_looking_takes_a_fixed_number_of_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    world = make_world()
    household(world)
    who = looks(world, "sanne")
    found = case_by_code(who, CODE, now=NOW)
    with django_assert_num_queries(4):
        preview(new_phase(who, found, 3, now=NOW), {}, now=NOW)
