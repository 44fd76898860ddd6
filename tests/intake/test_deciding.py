"""Deciding about a concern: the outcomes, the steps, two at once, undoing."""

from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Case
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.open_case import NewCase, OpenedCase, open_case
from houvast.intake.models import Concern, TriageDecision
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.confirm_person import confirm_person
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.send_to_next_step import send_to_next_step
from houvast.intake.services.steps.write_decision import REASON_PLACE
from houvast.kernel.actor import member
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.residents.models import Resident
from houvast.vault.sealing import unseal
from tests.intake.worlds import make_concern, make_duo, make_point, make_triager
from tests.worlds import NOW, PEOPLE, World, make_resident, make_world

pytestmark = pytest.mark.django_db

ADVICE = NewDecision(Outcome.ADVICE, "reporter_can_act", "Buurvrouw belt zelf de huisarts.")
NOTHING = NewDecision(Outcome.NOTHING, "once")


def decide(world: World, concern: Concern, new: NewDecision, who: str = "marit", version: int = 0) -> UUID:
    return decide_concern(actor=world.actor(who), now=NOW, concern_id=concern.id, version=version, new=new)


def open_case_about(world: World, resident: Resident, *, who: str = "nadia") -> OpenedCase:
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.PERSON,
        name="Vegt",
        phase=2,
        domain=PEOPLE[who][1],
        residents=[NewCaseResident(resident.id)],
    )
    return open_case(actor=world.actor(who), now=NOW, new=new)


def test_advice_is_decided_by_who_is_signed_in_with_a_reason_and_a_sealed_text() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    decision_id = decide(world, concern, ADVICE)
    row = TriageDecision.objects.select_related("concern__key").get()
    assert (row.id, row.number, row.step, row.outcome) == (decision_id, 1, "oggz", "advice")
    assert (row.reason, row.decided_by_id, row.decided_at) == ("reporter_can_act", world.id("marit"), NOW)
    assert row.concern.key is not None
    assert unseal(row.concern.key, row.reason_sealed, place=f"{REASON_PLACE}:{row.id}") == ADVICE.text
    concern.refresh_from_db()
    assert (concern.state, concern.version, concern.decision_id) == ("decided", 1, row.id)
    entry = Entry.objects.get()
    assert (entry.event, entry.subject_id, entry.ground) == ("concern.decided", concern.id, "own_domain")
    assert entry.details == {"outcome": "advice", "number": 1}


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewDecision(Outcome.ADVICE), "reason"),
        (NewDecision(Outcome.NOTHING, "danger_now"), "reason"),
        (NewDecision(Outcome.PASSED_ON, "other_task"), "team"),
        (NewDecision(Outcome.JOINED, "fits_running_concerns"), "case"),
        (NewDecision(Outcome.STRAIGHT_OUT, receiver="the_neighbour"), "receiver"),
        (NewDecision(Outcome.NEW_CASE, "new_concerns"), "outcome"),
    ],
)
def test_what_an_outcome_asks_for_must_be_there(new: NewDecision, field: str) -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    with pytest.raises(Invalid) as refused:
        decide(world, concern, new)
    assert set(refused.value.problems) == {field}
    assert not TriageDecision.objects.exists()


def test_a_team_of_another_municipality_receives_nothing() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.PASSED_ON, "other_task", to_team=other.teams["Gebiedsteam"].id)
    with pytest.raises(Invalid):
        decide(world, concern, new)


@pytest.mark.parametrize("who", ["sanne", "beheer", "nadia", "burg"])
def test_for_who_does_not_work_on_the_step_the_concern_does_not_exist(who: str) -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    with pytest.raises(NotVisible):
        decide(world, concern, ADVICE, who)
    assert Entry.objects.get().outcome == "refused"


def test_another_municipality_sees_and_decides_nothing() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    concern = make_concern(world, make_point(world))
    with pytest.raises(NotVisible):
        decide(other, concern, ADVICE)


def test_who_entered_a_concern_sees_it_and_does_not_decide_it() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), entered_by=world.id("sanne"))
    with pytest.raises(Refused) as refused:
        decide(world, concern, ADVICE, "sanne")
    assert refused.value.verdict.reason == "not_your_step"


def test_a_duo_partner_decides_too_and_the_log_says_on_which_ground() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    decide(world, make_concern(world, make_point(world)), ADVICE, "nadia")
    assert Entry.objects.get().ground == "duo"


def test_the_second_to_decide_hears_who_decided_what() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world))
    decide(world, concern, ADVICE)
    with pytest.raises(Conflict) as conflict:
        decide(world, concern, NOTHING, "nadia")
    assert conflict.value.message == (
        "Marit uit Eemsdelta was eerder: advies, op 23-11 om 10.30 uur. Uw keuze is niet opgeslagen."
    )
    with pytest.raises(Conflict):
        decide(world, concern, NOTHING, version=1)
    assert TriageDecision.objects.count() == 1


def test_public_order_sends_a_concern_on_to_oggz_and_the_clock_goes_on() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world, "public_order", "oggz"))
    with pytest.raises(NotVisible):
        decide(world, concern, ADVICE, "marit")
    send_to_next_step(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=0, text="Geen gevaar.")
    before = concern.decide_before
    concern.refresh_from_db()
    assert (concern.step, concern.state, concern.version, concern.decide_before) == ("oggz", "waiting", 1, before)
    with pytest.raises(Refused):
        decide(world, concern, ADVICE, "nadia", version=1)
    decide(world, concern, ADVICE, version=1)
    assert list(TriageDecision.objects.order_by("number").values_list("step", "outcome")) == [
        ("public_order", "next_step"),
        ("oggz", "advice"),
    ]


def test_public_order_may_end_a_concern_itself() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world, "public_order", "oggz"))
    decide(world, concern, NOTHING, "nadia")
    assert Concern.objects.get().state == "decided"


def test_the_last_step_sends_nothing_on() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    with pytest.raises(Refused) as refused:
        send_to_next_step(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0)
    assert refused.value.verdict.reason == "no_next_step"


def test_a_concern_joins_a_case_that_triage_sees_in_the_log_of_that_case() -> None:
    world = make_world()
    opened = open_case_about(world, make_resident(world))
    concern = make_concern(world, make_point(world))
    decide(world, concern, NewDecision(Outcome.JOINED, "fits_running_concerns", case_id=opened.id))
    assert Concern.objects.get().case_id == opened.id
    assert Entry.objects.filter(case=opened.id, event="concern.decided").count() == 1


def test_joining_a_case_that_one_may_not_see_takes_a_confirmed_person_in_it() -> None:
    world = make_world()
    resident = make_resident(world)
    opened = open_case_about(world, resident, who="sanne")
    concern = make_concern(world, make_point(world))
    joined = NewDecision(Outcome.JOINED, "fits_running_concerns", case_id=opened.id)
    triager = member(make_triager(world, "Jelte uit Eemsdelta", "oggz").id)
    with pytest.raises(Invalid):
        decide_concern(actor=triager, now=NOW, concern_id=concern.id, version=0, new=joined)
    confirm_person(actor=triager, now=NOW, concern_id=concern.id, resident_id=resident.id)
    decide_concern(actor=triager, now=NOW, concern_id=concern.id, version=0, new=joined)
    assert Concern.objects.get().case_id == opened.id


def test_a_closed_or_foreign_case_is_not_joined() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    opened = open_case_about(other, make_resident(other))
    resident = make_resident(world)
    concern = make_concern(world, make_point(world))
    confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=resident.id)
    with pytest.raises(Invalid):
        decide(world, concern, NewDecision(Outcome.JOINED, "fits_running_concerns", case_id=opened.id))
