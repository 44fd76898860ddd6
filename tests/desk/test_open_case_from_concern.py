"""A concern becomes a case: person, case and link come about together, or not at all."""

from dataclasses import replace

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, CaseResident
from houvast.cases.rules.opening import Choice
from houvast.desk.selectors.asked import case_asked_for
from houvast.desk.services.open_case_from_concern import NewCaseFromConcern, open_case_from_concern
from houvast.intake.models import Concern, TriageDecision
from houvast.intake.rules.person import PersonFacts
from houvast.intake.services.confirm_person import confirm_person
from houvast.intake.services.undo_decision import undo_decision
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.residents.models import Resident
from houvast.vault.sealing import bsn_index
from tests.intake.worlds import make_concern, make_duo, make_point
from tests.worlds import NOW, make_resident, make_world

pytestmark = pytest.mark.django_db

BSN = "132496689"
PERSON = PersonFacts("Vegt", "van der", "Yvonne", bsn=BSN, postcode="9934 AB oud")
NEW = NewCaseFromConcern(reason="new_concerns", kind=Case.Kind.PERSON, name="Yvonne van der Vegt", phase=2)


def test_a_new_person_is_registered_and_the_case_is_linked() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PERSON)
    chosen = {Responsibility.CASE_DIRECTION: Choice(member_id=world.id("sanne"))}
    opened = open_case_from_concern(
        actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=replace(NEW, chosen=chosen)
    )
    resident = Resident.objects.get()
    assert (resident.surname, resident.bsn_index, resident.ground, resident.postcode) == (
        "Vegt",
        bsn_index(BSN),
        "oggz",
        "",
    )
    assert CaseResident.objects.get(case_id=opened.id).resident_id == resident.id
    concern.refresh_from_db()
    assert (concern.state, concern.case_id, concern.resident_id) == ("decided", opened.id, resident.id)
    assert TriageDecision.objects.get().outcome == "new_case"
    events = Entry.objects.filter(case=opened.id).order_by("number").values_list("event", flat=True)
    assert list(events) == ["case.opened", "concern.decided"]
    assert case_asked_for("", concern.id) == opened.id


def test_a_confirmed_person_is_not_registered_again() -> None:
    world = make_world()
    resident = make_resident(world)
    concern = make_concern(world, make_point(world), person=PERSON)
    confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=resident.id)
    open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    assert Resident.objects.count() == 1


def test_a_duo_shares_the_triage_and_not_the_ground_on_which_a_case_opens() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world), person=PERSON)
    with pytest.raises(Refused) as said:  # Nadia works on public order, the concern waits at OGGZ
        open_case_from_concern(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    assert said.value.verdict.reason == "other_domain"
    assert not Case.objects.exists()
    assert not Resident.objects.exists()
    concern.refresh_from_db()
    assert concern.state == "waiting"
    open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    assert Case.objects.get().domain == "oggz"


def test_when_the_case_cannot_be_opened_nothing_stays() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PERSON)
    with pytest.raises(Invalid) as refused:
        open_case_from_concern(
            actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=replace(NEW, phase=4)
        )
    assert set(refused.value.problems) == {"phase"}
    assert (Resident.objects.count(), Case.objects.count(), TriageDecision.objects.count()) == (0, 0, 0)
    assert Concern.objects.get().state == "waiting"


def test_a_person_without_a_name_gets_one_in_the_form() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PersonFacts(place="Delfzijl"))
    with pytest.raises(Invalid) as refused:
        open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    assert set(refused.value.problems) == {"surname"}
    named = replace(NEW, surname="Onbekend")
    open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=named)
    assert Resident.objects.get().surname == "Onbekend"


def test_the_reason_comes_from_the_list() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PERSON)
    with pytest.raises(Invalid) as refused:
        open_case_from_concern(
            actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=replace(NEW, reason="once")
        )
    assert set(refused.value.problems) == {"reason"}


def test_who_does_not_triage_this_opens_nothing_and_the_second_hears_of_the_first() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PERSON)
    with pytest.raises(NotVisible):
        open_case_from_concern(actor=world.actor("sanne"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    with pytest.raises(Conflict):
        open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    assert Case.objects.count() == 1


def test_a_case_that_was_opened_stays() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PERSON)
    open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    with pytest.raises(Refused) as refused:
        undo_decision(actor=world.actor("marit"), now=NOW, concern_id=concern.id)
    assert refused.value.verdict.reason == "case_opened"


def test_themes_come_from_the_list_and_else_from_the_concern() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=PERSON)
    Concern.objects.update(themes=["wonen"])
    with pytest.raises(Invalid) as refused:
        open_case_from_concern(
            actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=replace(NEW, themes=["elders"])
        )
    assert set(refused.value.problems) == {"themes"}
    open_case_from_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=NEW)
    assert Case.objects.get().themes == ["wonen"]
