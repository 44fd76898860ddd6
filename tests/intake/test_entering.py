"""Entering a concern in the quick form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Organisation
from houvast.intake.models import Concern, ReportingPoint, Theme
from houvast.intake.services.enter_concern import NewConcern, enter_concern
from houvast.intake.services.steps.file_concern import REPORTER_PLACE, TEXT_PLACE
from houvast.kernel.actor import member, system
from houvast.kernel.errors import Invalid, NotVisible, Refused
from houvast.vault.sealing import unseal
from tests.intake.worlds import make_point
from tests.worlds import NOW, add_member, make_world

pytestmark = pytest.mark.django_db


def filled(point: ReportingPoint) -> NewConcern:
    return NewConcern(
        form_id=uuid4(),
        point_id=point.id,
        surname="van der Vegt",
        first_names="Yvonne",
        birth_date="25-05-1998",
        address="Sennweg 16, 9934 AB Delfzijl",
        text="De gordijnen blijven dicht.\nVeel post op de mat.",
        urgency="urgent",
        reporter="Buurvrouw, 0596 00 01 12",
        wants_answer=True,
    )


def test_a_filled_form_becomes_a_concern_with_its_clock() -> None:
    world = make_world()
    point = make_point(world, "public_order", "oggz")
    concern_id = enter_concern(actor=world.actor("beheer"), now=NOW, new=filled(point))
    concern = Concern.objects.select_related("key").get(pk=concern_id)
    assert (concern.surname_prefix, concern.surname, concern.first_names) == ("van der", "Vegt", "Yvonne")
    assert (concern.birth_year, concern.birth_month, concern.birth_day) == (1998, 5, 25)
    assert (concern.street, concern.house_number, concern.postcode, concern.town) == (
        "Sennweg",
        "16",
        "9934 AB",
        "Delfzijl",
    )
    assert (concern.step, concern.state, concern.reported_on) == ("public_order", "waiting", NOW.date())
    # Monday 10.30 in Amsterdam and four working hours: 14.30, which is 13.30 in UTC.
    assert concern.decide_before == datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
    assert (concern.entered_by_id, concern.wants_answer) == (world.id("beheer"), True)
    assert concern.key is not None
    assert "post op de mat" in unseal(concern.key, concern.text_sealed, place=f"{TEXT_PLACE}:{concern.id}")
    reporter = unseal(concern.key, concern.reporter_sealed, place=f"{REPORTER_PLACE}:{concern.id}")
    assert reporter == "Buurvrouw, 0596 00 01 12"


def test_only_the_worry_must_be_filled_in() -> None:
    world = make_world()
    new = NewConcern(form_id=uuid4(), point_id=make_point(world).id, text="Tent in het park.")
    concern = Concern.objects.get(pk=enter_concern(actor=world.actor("sanne"), now=NOW, new=new))
    assert (concern.surname, concern.birth_year, concern.urgency) == ("", 0, "normal")


def test_a_form_that_is_sent_twice_is_entered_once() -> None:
    world = make_world()
    new = filled(make_point(world))
    first = enter_concern(actor=world.actor("sanne"), now=NOW, new=new)
    assert enter_concern(actor=world.actor("sanne"), now=NOW, new=new) == first
    assert Concern.objects.count() == 1
    assert list(Entry.objects.order_by("number").values_list("details__again", flat=True)) == [None, True]


def test_two_forms_about_one_person_are_two_concerns() -> None:
    world = make_world()
    point = make_point(world)
    enter_concern(actor=world.actor("sanne"), now=NOW, new=filled(point))
    enter_concern(actor=world.actor("sanne"), now=NOW, new=filled(point))
    assert Concern.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda new: replace(new, text=" \n "), "text"),
        (lambda new: replace(new, text="x" * 4001), "text"),
        (lambda new: replace(new, urgency="tomorrow"), "urgency"),
        (lambda new: replace(new, birth_date="31-02-1998"), "birth_date"),
        (lambda new: replace(new, birth_date="25-05-98"), "birth_date"),
        (lambda new: replace(new, birth_date="24-11-2026"), "birth_date"),
        (lambda new: replace(new, surname="V" * 121), "surname"),
        (lambda new: replace(new, themes=("parking",)), "themes"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_field(change: Callable[[NewConcern], NewConcern], field: str) -> None:
    world = make_world()
    new = change(filled(make_point(world)))
    with pytest.raises(Invalid) as refused:
        enter_concern(actor=world.actor("sanne"), now=NOW, new=new)
    assert set(refused.value.problems) == {field}
    assert not Concern.objects.exists()


def test_themes_come_from_the_municipality_s_own_list() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    Theme.objects.create(municipality=world.municipality, code="housing", name="Wonen")
    Theme.objects.create(municipality=other.municipality, code="debts", name="Schulden")
    new = filled(make_point(world))
    enter_concern(actor=world.actor("sanne"), now=NOW, new=replace(new, themes=("housing", "housing")))
    assert Concern.objects.get().themes == ["housing"]
    with pytest.raises(Invalid):
        enter_concern(actor=world.actor("sanne"), now=NOW, new=replace(new, form_id=uuid4(), themes=("debts",)))


def test_a_point_of_another_municipality_takes_nothing_from_here() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    police = Organisation.objects.create(kind="police", name="Politie Noord")
    officer = add_member(police, "Wijkagent", "politie", "", "wijkagent", None)
    for actor in (other.actor("sanne"), member(officer.id)):
        with pytest.raises(Refused) as refused:
            enter_concern(actor=actor, now=NOW, new=filled(make_point(world, name=str(uuid4()))))
        assert refused.value.verdict.reason == "other_municipality"


def test_a_closed_point_does_not_exist_and_the_system_enters_nothing() -> None:
    world = make_world()
    point = make_point(world)
    with pytest.raises(Refused):
        enter_concern(actor=system("import-e33"), now=NOW, new=filled(point))
    ReportingPoint.objects.update(active=False)
    with pytest.raises(NotVisible):
        enter_concern(actor=world.actor("sanne"), now=NOW, new=filled(point))


def test_parts_of_a_name_or_address_that_do_not_fit_are_cut() -> None:
    world = make_world()
    new = replace(filled(make_point(world)), surname=f"{'van de ' * 10}Vegt", address=f"Weg 1{'x' * 21}, {'D' * 85}")
    concern = Concern.objects.get(pk=enter_concern(actor=world.actor("sanne"), now=NOW, new=new))
    assert (len(concern.surname_prefix), len(concern.house_number), len(concern.town)) == (30, 20, 80)
