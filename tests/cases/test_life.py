"""The life of a case, from opening to reopening, as its services tell it."""

from datetime import date, timedelta

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, HandOverAnswer, PhasePeriod, Seat
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.open_case import NewCase, OpenedCase, open_case
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.directory.selectors import parsed_model
from tests.lives import handed_on
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db


def open_one(world: World, *, director: str | None = "sanne", phase: int = 2) -> OpenedCase:
    """Open a case about one resident."""
    chosen = {} if director is None else {Responsibility.CASE_DIRECTION: Choice(member_id=world.id(director))}
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.HOUSEHOLD,
        name="Huishouden Dijkhuis",
        phase=phase,
        domain="oggz",
        residents=[NewCaseResident(make_resident(world).id)],
        chosen=chosen,
    )
    return open_case(actor=world.actor("marit"), now=NOW, new=new)


def enough(world: World, lower: int, upper: int) -> frozenset[str]:
    """Tick every criterion of a boundary."""
    boundary = parsed_model(world.adopted).boundary(lower, upper)
    assert boundary is not None
    return frozenset(criterion.code for criterion in boundary.criteria.criteria())


def seat_of(case_id: object, responsibility: Responsibility) -> Seat:
    """Give the newest seat."""
    found: Seat = getattr(Case.objects.get(pk=str(case_id)), responsibility.value)
    return found


def test_a_new_case_has_a_phase_and_four_seats_and_an_audit_row() -> None:
    world = make_world()
    opened = open_one(world, director=None)
    case = Case.objects.get(pk=opened.id)
    assert case.phase_period.phase == 2
    assert case.case_direction.state == Seat.State.VACANT
    assert case.operational.state == Seat.State.HELD
    assert case.administrative.member_id == world.id("wiebe")
    assert opened.code == "C-2026-0001"
    assert list(Entry.objects.filter(case=opened.id).values_list("event", flat=True)) == ["case.opened"]


def test_a_case_is_scaled_up_handed_over_scaled_urgently_down_closed_and_reopened() -> None:
    world = make_world()
    opened = open_one(world)
    _scale_up(world, opened)
    _hand_over(world, opened)
    _scale_urgently_and_back(world, opened)
    _close(world, opened)
    _reopen(world, opened)
    assert list(Entry.objects.filter(case=opened.id).order_by("number").values_list("event", flat=True)) == [
        "case.opened",
        "scaling.proposed",
        "scaling.decided",
        "hand_over.asked",
        "hand_over.answered",
        "scaling.urgent",
        "scaling.urgency_answered",
        "scaling.decided",
        "case.closed",
        "case.reopened",
    ]


LATER = NOW + timedelta(hours=1)


def _scale_up(world: World, opened: OpenedCase) -> None:
    proposal = propose_scaling(
        actor=world.actor("sanne"),
        now=NOW,
        case_id=opened.id,
        new=NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig."),
    )
    decide_scaling(
        actor=world.actor("marit"),
        now=NOW,
        proposal_id=proposal,
        approve=True,
        how=Deciding(chosen={Responsibility.PROCESS_DIRECTION: Choice(member_id=world.id("marit"))}),
    )
    assert seat_of(opened.id, Responsibility.CASE_DIRECTION).member_id == world.id("sanne")
    assert seat_of(opened.id, Responsibility.PROCESS_DIRECTION).member_id == world.id("marit")


def _hand_over(world: World, opened: OpenedCase) -> None:
    asked = ask_hand_over(
        actor=world.actor("sanne"),
        now=LATER,
        case_id=opened.id,
        responsibility=Responsibility.CASE_DIRECTION,
        to_member=world.id("bram"),
        reason="Andere wijk.",
    )
    assert seat_of(opened.id, Responsibility.CASE_DIRECTION).member_id == world.id("sanne")
    answer_hand_over(actor=world.actor("bram"), now=LATER, hand_over_id=asked, outcome=HandOverAnswer.Outcome.ACCEPTED)
    assert seat_of(opened.id, Responsibility.CASE_DIRECTION).member_id == world.id("bram")


def _scale_urgently_and_back(world: World, opened: OpenedCase) -> None:
    urgent = scale_urgently(
        actor=world.actor("marit"),
        now=LATER,
        case_id=opened.id,
        new=NewProposal(4, frozenset(list(enough(world, 3, 4))[:1]), "Ernstige dreiging vannacht."),
    )
    assert Case.objects.get(pk=opened.id).phase_period.phase == 4
    answer_urgency(
        actor=world.actor("burg"),
        now=LATER,
        decision_id=urgent,
        confirm=False,
        how=Deciding(reason="Geen dreiging meer."),
    )
    assert Case.objects.get(pk=opened.id).phase_period.cause == PhasePeriod.Cause.REVERSED


def _close(world: World, opened: OpenedCase) -> None:
    scale(
        actor=world.actor("marit"),
        now=LATER,
        case_id=opened.id,
        new=NewProposal(2, enough(world, 3, 2), "Doelen gehaald."),
        how=Deciding(not_waited="De partners zijn gebeld.", handing_on=handed_on(world)),
    )
    assert Case.objects.get(pk=opened.id).phase_period.phase == 2
    close_case(
        actor=world.actor("bram"),
        now=LATER,
        case_id=opened.id,
        new=NewClosing("goals_reached", "Het gaat goed.", date(2027, 2, 1)),
    )
    closed = Case.objects.get(pk=opened.id)
    assert closed.phase_period.state == PhasePeriod.State.CLOSED
    assert {seat_of(opened.id, each).state for each in Responsibility} == {Seat.State.NOT_REQUIRED}


def _reopen(world: World, opened: OpenedCase) -> None:
    reopen_case(
        actor=world.actor("marit"),
        now=LATER,
        case_id=opened.id,
        phase=2,
        reason="Terugval.",
        chosen={Responsibility.CASE_DIRECTION: Choice(member_id=world.id("bram"))},
    )
    assert Case.objects.get(pk=opened.id).relapses == 1


def test_assigning_fills_a_vacancy() -> None:
    world = make_world()
    opened = open_one(world, director=None)
    assign_seat(
        actor=world.actor("marit"),
        now=NOW,
        case_id=opened.id,
        responsibility=Responsibility.CASE_DIRECTION,
        choice=Choice(member_id=world.id("bram")),
    )
    assert seat_of(opened.id, Responsibility.CASE_DIRECTION).member_id == world.id("bram")
