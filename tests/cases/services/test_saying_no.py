"""What the services say no to: each mistake has its message at its field, and leaves the case as it was."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases import events
from houvast.cases.models import (
    Case,
    FollowUp,
    HandOverAnswer,
    Note,
    PhasePeriod,
    ScalingDecision,
    Seat,
    TakeOverAnswer,
)
from houvast.cases.rules.following_up import NewFollowUp
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.add_resident import NewCaseResident, add_resident
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.link_cases import NewLink, link_cases
from houvast.cases.services.open_case import NewCase, open_case
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.record_follow_up import record_follow_up
from houvast.cases.services.release_organisation import release_organisation
from houvast.cases.services.remove_resident import remove_resident
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.return_seat import return_seat
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.withdraw_scaling import withdraw_scaling
from houvast.cases.services.write_note import write_note
from houvast.directory.models import Mandate
from houvast.kernel.actor import system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.lives import HOUR, close, enough, handed_on, open_with
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db
CASE, PROCESS = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Scene:
    """An open case in phase 2 of which Sanne is director, with one resident."""

    world: World
    resident: UUID
    case: UUID

    def by(self, who: str, service: Callable[..., object], **fields: object) -> Callable[[], object]:
        """Let somebody call a service on the case."""
        return partial(service, actor=self.world.actor(who), now=NOW, case_id=self.case, **fields)


@pytest.fixture
def scene() -> Scene:
    """Open the case."""
    world = make_world()
    resident = make_resident(world).id
    return Scene(world, resident, open_with(world, resident))


def made(call: Callable[[], object]) -> UUID:
    """Call, and give the id of what was made."""
    result = call()
    assert isinstance(result, UUID)
    return result


def assert_invalid(call: Callable[[], object], *fields: str) -> None:
    """Call, and see that exactly these fields have a message and that nothing came on record."""
    before = Entry.objects.count(), Seat.objects.count(), PhasePeriod.objects.count()
    with pytest.raises(Invalid) as said:
        call()
    assert sorted(said.value.problems) == sorted(fields)
    assert all(said.value.problems.values())
    assert (Entry.objects.count(), Seat.objects.count(), PhasePeriod.objects.count()) == before


def test_opening(scene: Scene) -> None:
    world = scene.world
    new = NewCase(world.municipality.id, Case.Kind.PERSON, "Ruben", 2, "oggz", [NewCaseResident(new_id())])
    call = partial(open_case, actor=world.actor("marit"), now=NOW)
    assert_invalid(partial(call, new=new), "residents")
    assert_invalid(partial(call, new=replace(new, phase=1, name="")), "phase", "name")
    stranger = {CASE: Choice(resident_id=scene.resident)}
    assert_invalid(partial(call, new=replace(new, chosen=stranger)), "case_direction")
    assert_invalid(partial(call, new=replace(new, chosen={CASE: Choice(member_id=new_id())})), "case_direction")
    same = replace(new, residents=[NewCaseResident(scene.resident)])
    assert_invalid(partial(call, new=same), "residents")
    linked = replace(same, links=[NewLink(scene.case, "Twee gezinnen.")])
    assert open_case(actor=world.actor("marit"), now=NOW, new=linked).code == "C-2026-0002"
    with pytest.raises(Refused):
        open_case(actor=world.actor("erik"), now=NOW, new=new)
    with pytest.raises(Refused):
        open_case(actor=system("import"), now=NOW, new=new)


def test_choosing_for_a_seat(scene: Scene) -> None:
    call = partial(scene.by, "marit", assign_seat, responsibility=CASE)
    assert_invalid(call(choice=Choice(member_id=scene.world.id("burg"))), "holder")
    assert_invalid(call(choice=Choice(resident_id=make_resident(scene.world).id)), "holder")
    assert_invalid(call(choice=Choice(network_member_id=new_id())), "holder")
    assert_invalid(call(choice=Choice()), "holder")
    call(choice=Choice(resident_id=scene.resident))()
    assert Case.objects.get(pk=scene.case).case_direction.state == Seat.State.HELD_BY_RESIDENT


def test_people_and_organisations(scene: Scene) -> None:
    sanne, organisation = partial(scene.by, "sanne"), scene.world.organisation.id
    assert_invalid(sanne(add_resident, new=NewCaseResident(scene.resident)), "residents")
    assert_invalid(sanne(add_resident, new=NewCaseResident(new_id())), "residents")
    assert_invalid(sanne(remove_resident, resident_id=scene.resident), "residents")
    assert_invalid(sanne(add_organisation, new=NewCaseOrganisation(organisation, people=0)), "people")
    assert_invalid(sanne(add_organisation, new=NewCaseOrganisation(new_id())), "organisation")
    sanne(add_organisation, new=NewCaseOrganisation(organisation))()
    assert_invalid(sanne(add_organisation, new=NewCaseOrganisation(organisation)), "organisation")
    sanne(add_resident, new=NewCaseResident(make_resident(scene.world).id))()
    for call in (sanne(remove_resident, resident_id=new_id()), sanne(release_organisation, row_id=new_id())):
        with pytest.raises(NotVisible):
            call()


def test_linking_and_notes(scene: Scene) -> None:
    sanne = partial(scene.by, "sanne")
    assert_invalid(sanne(link_cases, new=NewLink(scene.case, " ")), "link_reason")
    assert_invalid(sanne(link_cases, new=NewLink(new_id(), "Buren.")), "link")
    assert_invalid(sanne(write_note, part=Note.Part.GENERAL, text=" "), "text")
    fill = {"responsibility": PROCESS, "member_id": scene.world.id("nadia"), "until": date(2026, 12, 1)}
    scene.by("marit", fill_seat_temporarily, reason="Verlof.", **fill)()
    assert_invalid(scene.by("nadia", write_note, part=Note.Part.CARE, text="Ziek."), "part")


def test_filling_for_a_time_and_giving_back(scene: Scene) -> None:
    call = partial(scene.by, "marit", fill_seat_temporarily, responsibility=CASE, member_id=scene.world.id("bos"))
    assert_invalid(call(until=TODAY, reason="Ziekte."), "until")
    assert_invalid(call(until=date(2027, 3, 1), reason=""), "until", "reason")
    wrong = {"responsibility": CASE, "member_id": scene.world.id("burg"), "reason": "Ziekte."}
    assert_invalid(scene.by("marit", fill_seat_temporarily, until=date(2026, 12, 1), **wrong), "holder")
    assert_invalid(scene.by("sanne", return_seat, responsibility=CASE, reason=" "), "reason")


def test_handing_over_and_asking_a_team(scene: Scene) -> None:
    world = scene.world
    call = partial(scene.by, "sanne", ask_hand_over, responsibility=CASE, reason="Andere wijk.")
    assert_invalid(call(to_member=world.id("sanne")), "holder")
    asked = made(call(to_member=world.id("bram")))
    answer = partial(answer_hand_over, actor=world.actor("bram"), now=NOW, hand_over_id=asked)
    assert_invalid(partial(answer, outcome=HandOverAnswer.Outcome.REFUSED), "reason")
    team = world.teams["Jeugd"].id
    assert_invalid(scene.by("sanne", ask_take_over, to_team=new_id(), reason=""), "team", "reason")
    request = made(scene.by("sanne", ask_take_over, to_team=team, reason="Er is een kind."))
    reply = partial(answer_take_over, actor=world.actor("iris"), now=NOW, request_id=request)
    assert_invalid(partial(reply, outcome=TakeOverAnswer.Outcome.SHARED), "advice")
    assert_invalid(partial(reply, outcome=TakeOverAnswer.Outcome.ACCEPTED), "case_director")
    done = NewClosing("moved", "Verhuisd.", None)
    assert_invalid(scene.by("sanne", close_case, new=done), "hand_over", "take_over")


def test_scaling(scene: Scene) -> None:
    world, ticked = scene.world, enough(scene.world, 2, 3)
    new = NewProposal(3, ticked, "Het moet.")
    urgent = partial(scene.by, "marit", scale_urgently)
    assert_invalid(urgent(new=NewProposal(3, frozenset(), "")), "criteria", "reason")
    assert_invalid(urgent(new=NewProposal(1, ticked, "Het moet.")), "to_phase")
    assert_invalid(urgent(new=NewProposal(4, ticked, "Het moet.")), "to_phase")
    child = NewCaseResident(make_resident(world).id, is_child=True)
    scene.by("sanne", add_resident, new=child)()
    assert_invalid(urgent(new=new), "children")
    new = replace(new, children="Zij gaan naar oma.")
    assert_invalid(scene.by("sanne", propose_scaling, new=replace(new, criteria=frozenset())), "criteria")
    stranger = Deciding(chosen={PROCESS: Choice(member_id=world.id("burg"))})
    assert_invalid(scene.by("nadia", scale, new=new, how=stranger), "process_direction")
    proposal = made(scene.by("sanne", propose_scaling, new=new))
    assert_invalid(scene.by("sanne", close_case, new=NewClosing("x", "", TODAY)), *CLOSING)
    decide = partial(decide_scaling, actor=world.actor("marit"), now=NOW, proposal_id=proposal)
    assert_invalid(partial(decide, approve=False, how=Deciding()), "reason")
    withdraw = partial(withdraw_scaling, actor=world.actor("sanne"), now=NOW, proposal_id=proposal)
    assert_invalid(partial(withdraw, reason=""), "reason")
    decide(approve=True, how=Deciding())
    with pytest.raises(Conflict):
        withdraw(reason="Toch niet.")


def called(world: World) -> Deciding:
    """Decide without waiting for the partners, with Sanne as the receiver."""
    return Deciding(not_waited="De partners zijn gebeld.", handing_on=handed_on(world))


CLOSING = ("reason", "text", "aftercare_on", "proposal")


def test_answering_and_following_up(scene: Scene) -> None:
    world = scene.world
    new = NewProposal(3, enough(world, 2, 3), "Het moet.")
    urgent = made(scene.by("marit", scale_urgently, new=new))
    answer = partial(answer_urgency, actor=world.actor("erik"), now=NOW, decision_id=urgent)
    assert_invalid(partial(answer, confirm=False, how=Deciding()), "reason")
    answer(confirm=True, how=Deciding())
    follow = partial(record_follow_up, actor=world.actor("sanne"), now=NOW, decision_id=urgent)
    follow = partial(follow, item=FollowUp.Item.HEARD)
    done, postponed = FollowUp.State.DONE, FollowUp.State.POSTPONED
    assert_invalid(partial(follow, state=done, on_date=None, text=""), "on_date", "text")
    assert_invalid(partial(follow, state=done, on_date=TODAY + timedelta(days=1), text="Gehoord."), "on_date")
    assert_invalid(partial(follow, state=postponed, on_date=TODAY, text="Later."), "on_date")
    plain = made(scene.by("nadia", scale, new=NewProposal(2, enough(world, 3, 2), "Klaar."), how=called(world)))
    with pytest.raises(Conflict):
        answer_urgency(actor=world.actor("sanne"), now=NOW, decision_id=plain, confirm=True, how=Deciding())


def test_a_decision_waits_until_what_is_filled_in_with_it_is_right(scene: Scene) -> None:
    world = scene.world
    new = NewProposal(3, enough(world, 2, 3), "Het moet.")
    leads = Deciding(chosen={PROCESS: Choice(member_id=world.id("marit"))})
    right = NewFollowUp("heard", "done", TODAY, "Mevrouw, aan huis.")
    wrong = NewFollowUp("resident_told", "postponed", TODAY, " ")
    at_once = partial(scene.by, "marit", scale, new=new)
    assert_invalid(at_once(how=leads, follow_ups=[right, wrong]), "told", "told_on")
    with pytest.raises(Refused):  # who leads nothing afterwards leaves it to who does
        at_once(how=Deciding(), follow_ups=[right])()
    proposal = made(scene.by("sanne", propose_scaling, new=new))
    decide = partial(decide_scaling, actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=True)
    assert_invalid(partial(decide, how=leads, follow_ups=[wrong]), "told", "told_on")
    with pytest.raises(Refused):
        decide(how=Deciding(), follow_ups=[right])
    assert not ScalingDecision.objects.exists()
    assert Case.objects.get(pk=scene.case).phase_period.phase == 2
    decide(how=leads, follow_ups=[right])
    assert FollowUp.objects.get().decision.proposal_id == proposal
    done = Entry.objects.filter(case=scene.case, outcome="done").order_by("number")
    assert [entry.event for entry in done][-2:] == [events.SCALING_DECIDED.code, events.FOLLOW_UP_RECORDED.code]


def test_a_decision_on_behalf_of_somebody_needs_its_date_channel_and_document(scene: Scene) -> None:
    world = scene.world
    Mandate.objects.create(
        member=world.members["marit"], function="burgemeester", document="Mandaatbesluit", from_at=NOW - HOUR
    )
    scene.by("marit", scale, new=NewProposal(3, enough(world, 2, 3), "Het moet."), how=Deciding())()
    high = partial(scene.by, "marit", scale, new=NewProposal(4, enough(world, 3, 4), "Het moet."))
    assert_invalid(high(how=replace(called(world), on_behalf_of="burgemeester")), "decided_on", "channel", "document")
    late = replace(
        called(world), on_behalf_of="burgemeester", decided_on=TODAY + timedelta(days=1), channel="mail", document="Z-1"
    )
    assert_invalid(high(how=late), "decided_on")
    high(how=replace(late, decided_on=TODAY))()
    assert Case.objects.get(pk=scene.case).phase_period.phase == 4


def test_closing_without_a_date_for_aftercare_leaves_nobody_looking(scene: Scene) -> None:
    scene.by("sanne", close_case, new=NewClosing("moved", "Verhuisd, geen nazorg nodig.", None))()
    with pytest.raises(NotVisible):
        scene.by("sanne", close_case, new=NewClosing("moved", "Nog eens.", None))()


def test_a_case_closes_only_after_its_urgent_scaling_is_answered(scene: Scene) -> None:
    world, done = scene.world, NewClosing("moved", "Verhuisd.", date(2027, 2, 1))
    urgent = made(scene.by("marit", scale_urgently, new=NewProposal(3, enough(world, 2, 3), "Het moet.")))
    assert_invalid(scene.by("sanne", close_case, new=done), "urgency")
    answer_urgency(actor=world.actor("erik"), now=NOW, decision_id=urgent, confirm=True, how=Deciding())
    scene.by("sanne", close_case, new=done)()
    assert Case.objects.get(pk=scene.case).phase_period.state == PhasePeriod.State.CLOSED


def test_an_urgent_scaling_that_the_case_outran_does_not_hold_up_closing(scene: Scene) -> None:
    world, done = scene.world, NewClosing("moved", "Verhuisd.", date(2027, 2, 1))
    scene.by("marit", scale_urgently, new=NewProposal(3, enough(world, 2, 3), "Het moet."))()
    scene.by("nadia", scale, new=NewProposal(2, enough(world, 3, 2), "Klaar."), how=called(world))()
    scene.by("sanne", close_case, new=done)()
    assert Case.objects.get(pk=scene.case).phase_period.state == PhasePeriod.State.CLOSED


def test_reopening(scene: Scene) -> None:
    close(scene.world, scene.case)
    call = partial(reopen_case, actor=scene.world.actor("marit"), case_id=scene.case, chosen={})
    assert_invalid(partial(call, now=NOW + HOUR, phase=4, reason=" "), "phase", "reason")
    open_with(scene.world, scene.resident)
    assert_invalid(partial(call, now=NOW + HOUR, phase=2, reason="Terugval."), "residents")
    with pytest.raises(Conflict):
        call(now=NOW, phase=2, reason="Een moment van voor het sluiten.")


def test_who_is_nobody_here_is_refused_and_sees_nothing(scene: Scene) -> None:
    with pytest.raises(NotVisible):
        scene.by("beheer", return_seat, responsibility=CASE, reason="x")()
    with pytest.raises(NotVisible):
        answer_hand_over(
            actor=scene.world.actor("bram"),
            now=NOW,
            hand_over_id=new_id(),
            outcome=HandOverAnswer.Outcome.ACCEPTED,
        )
    assert list(Entry.objects.order_by("number").values_list("outcome", flat=True)).count("refused") == 2
