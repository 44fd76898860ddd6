"""Changing a reporting point: who may, what the log says, two at once, and concerns that are on their way."""

from dataclasses import replace
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.directory.selectors import viewer_of
from houvast.intake.models import ReportingPoint
from houvast.intake.rules.points import PointFacts
from houvast.intake.selectors.points import points_to_set
from houvast.intake.services.change_point import ChangedPoint, change_point
from houvast.intake.services.send_to_next_step import send_to_next_step
from houvast.intake.services.steps.write_point import facts_of_point as was
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.intake.worlds import make_concern, make_point
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def point(world: World) -> ReportingPoint:
    return make_point(world, "public_order", "oggz")


def changing(point: ReportingPoint, after: PointFacts, *, point_id: UUID | None = None) -> ChangedPoint:
    """Change a point as it was seen."""
    return ChangedPoint(point.municipality_id, point_id or point.id, after, was(point).mark())


def change(world: World, new: ChangedPoint) -> None:
    """Let the administrator change it."""
    change_point(new, actor=world.actor("beheer"), now=NOW)


def test_the_administrator_changes_a_point_and_the_log_names_the_fields(world: World, point: ReportingPoint) -> None:
    asked = ("Is er nu gevaar?", " ", "Wie belt?")
    new = changing(point, replace(was(point), name=" Loket ", questions=asked, steps=("oggz",)))
    change(world, new)
    point.refresh_from_db()
    assert (point.name, point.instruction) == ("Loket", ["Is er nu gevaar?", "Wie belt?"])
    assert (point.steps, point.active) == (["oggz"], True)
    entry = Entry.objects.get(event="point.changed")
    assert (entry.outcome, entry.subject_id, entry.ground) == ("done", point.id, "administrator")
    assert entry.details == {"fields": ["name", "questions", "steps"]}


@pytest.mark.parametrize("name", ["marit", "privacy"])
def test_nobody_else_changes_a_point(world: World, point: ReportingPoint, name: str) -> None:
    with pytest.raises(Refused, match="functioneel beheerder"):
        change_point(changing(point, replace(was(point), name="Loket")), actor=world.actor(name), now=NOW)
    assert Entry.objects.get(event="point.changed").outcome == "refused"


def test_a_point_elsewhere_does_not_exist(world: World, point: ReportingPoint) -> None:
    other = make_world("pekela", "Pekela")
    there = make_point(other)
    for point_id in (there.id, new_id()):
        with pytest.raises(NotVisible):
            change_point(changing(point, was(point), point_id=point_id), actor=world.actor("beheer"), now=NOW)


def test_who_was_second_is_told_and_changes_nothing(world: World, point: ReportingPoint) -> None:
    mine, theirs = (
        changing(point, replace(was(point), name="Loket")),
        changing(point, replace(was(point), steps=("oggz",))),
    )
    change(world, mine)
    with pytest.raises(Conflict, match="Iemand anders wijzigde dit meldpunt net"):
        change(world, theirs)
    point.refresh_from_db()
    assert point.steps == ["public_order", "oggz"]


def test_what_is_wrong_is_told_and_a_point_keeps_its_own_name(world: World, point: ReportingPoint) -> None:
    make_point(world, name="Groendienst")
    with pytest.raises(Invalid) as wrong:
        change_point(
            changing(point, replace(was(point), name="groendienst", steps=())),
            actor=world.actor("beheer"),
            now=NOW,
        )
    assert set(wrong.value.problems) == {"name", "steps"}
    change(world, changing(point, replace(was(point), active=False)))


def test_a_name_that_somebody_takes_meanwhile_is_told_at_its_field(
    world: World, point: ReportingPoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_point(world, name="Groendienst")
    monkeypatch.setattr("houvast.intake.services.steps.write_point.problems_with_point", lambda *_: {})
    with pytest.raises(Invalid) as wrong:
        change_point(changing(point, replace(was(point), name="Groendienst")), actor=world.actor("beheer"), now=NOW)
    assert set(wrong.value.problems) == {"name"}


def test_a_concern_at_public_order_still_reaches_oggz_when_its_point_skips_that_step(
    world: World, point: ReportingPoint
) -> None:
    concern = make_concern(world, point)
    assert concern.step == "public_order"
    change(world, changing(point, replace(was(point), steps=("oggz",))))
    send_to_next_step(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=0)
    concern.refresh_from_db()
    assert concern.step == "oggz"


def test_a_concern_at_oggz_stays_there_when_its_point_begins_at_public_order(world: World) -> None:
    point = make_point(world, "oggz")
    concern = make_concern(world, point)
    change_point(
        changing(point, replace(was(point), steps=("public_order", "oggz"))),
        actor=world.actor("beheer"),
        now=NOW,
    )
    with pytest.raises(Refused, match="laatste stap"):
        send_to_next_step(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0)


def test_only_who_may_see_the_settings_is_given_the_points_of_their_own_municipality(
    world: World, point: ReportingPoint
) -> None:
    ReportingPoint.objects.update(active=False)
    make_point(make_world("pekela", "Pekela"))
    found = {name: viewer_of(world.actor(name), now=NOW) for name in ("beheer", "marit", "sanne", "privacy")}
    given = {name: [each.id for each in points_to_set(viewer)] for name, viewer in found.items()}
    assert given == {"beheer": [point.id], "marit": [point.id], "sanne": [], "privacy": []}
