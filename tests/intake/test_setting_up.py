"""Opening reporting points and keeping the list of themes: for the administrator, or a command."""

import pytest

from houvast.audit.models import Entry
from houvast.intake.models import ReportingPoint, Theme
from houvast.intake.rules.triage import Step
from houvast.intake.services.add_theme import NewTheme, add_theme
from houvast.intake.services.register_point import NewPoint, register_point
from houvast.kernel.actor import Actor, system
from houvast.kernel.errors import Invalid, Refused
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

COMMAND = system("practice-region")


def point(world: World, name: str = "Meldpunt Bezorgd", steps: tuple[Step, ...] = (Step.OGGZ,)) -> NewPoint:
    """Describe a point."""
    return NewPoint(world.municipality.id, name, ReportingPoint.Source.REPORTING_POINT, ("Is er nu gevaar?",), steps)


def test_the_administrator_opens_a_point_and_it_is_on_record() -> None:
    world = make_world()
    point_id = register_point(
        point(world, " Meldpunt Bezorgd ", (Step.PUBLIC_ORDER, Step.OGGZ)), actor=world.actor("beheer"), now=NOW
    )
    made = ReportingPoint.objects.get(pk=point_id)
    assert made.name == "Meldpunt Bezorgd"
    assert made.instruction == ["Is er nu gevaar?"]
    assert made.steps == ["public_order", "oggz"]
    entry = Entry.objects.get(event="point.registered")
    assert (entry.outcome, entry.subject_id, entry.ground) == ("done", point_id, "administrator")
    assert entry.municipality == world.municipality.id


def test_a_command_opens_a_point_and_adds_a_theme() -> None:
    world = make_world()
    register_point(point(world), actor=COMMAND, now=NOW)
    add_theme(NewTheme(world.municipality.id, "wonen", " Wonen "), actor=COMMAND, now=NOW)
    assert set(Entry.objects.values_list("event", "ground", "actor_name")) == {
        ("point.registered", "system", "practice-region"),
        ("theme.added", "system", "practice-region"),
    }
    assert Theme.objects.get().name == "Wonen"


@pytest.mark.parametrize("name", ["marit", "privacy"])
def test_nobody_else_sets_intake_up(name: str) -> None:
    world = make_world()
    with pytest.raises(Refused, match="functioneel beheerder"):
        register_point(point(world), actor=world.actor(name), now=NOW)
    with pytest.raises(Refused, match="functioneel beheerder"):
        add_theme(NewTheme(world.municipality.id, "wonen", "Wonen"), actor=world.actor(name), now=NOW)
    assert not ReportingPoint.objects.exists()
    assert Entry.objects.filter(outcome="refused").count() == 2


def test_an_administrator_sets_nothing_up_elsewhere() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    elsewhere: Actor = other.actor("beheer")
    with pytest.raises(Refused):
        register_point(point(world), actor=elsewhere, now=NOW)


@pytest.mark.parametrize(
    ("name", "steps", "field"),
    [
        (" ", (Step.OGGZ,), "name"),
        ("Meldpunt Bezorgd", (Step.OGGZ,), "name"),
        ("Sociaal Plein", (), "steps"),
    ],
)
def test_a_point_has_a_name_of_its_own_and_somebody_who_decides(name: str, steps: tuple[Step, ...], field: str) -> None:
    world = make_world()
    register_point(point(world), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid) as wrong:
        register_point(point(world, name, steps), actor=COMMAND, now=NOW)
    assert set(wrong.value.problems) == {field}


@pytest.mark.parametrize(("code", "name", "field"), [("wonen", "Huis", "code"), ("geld", " ", "name")])
def test_a_theme_has_a_name_and_a_code_of_its_own(code: str, name: str, field: str) -> None:
    world = make_world()
    add_theme(NewTheme(world.municipality.id, "wonen", "Wonen"), actor=COMMAND, now=NOW)
    with pytest.raises(Invalid) as wrong:
        add_theme(NewTheme(world.municipality.id, code, name), actor=COMMAND, now=NOW)
    assert set(wrong.value.problems) == {field}
