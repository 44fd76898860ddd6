"""The log says who got a seat: by id, never by name."""

from datetime import timedelta

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import HandOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.scale_urgently import scale_urgently
from tests.lives import CASE_DIRECTION, HOUR, PROCESS_DIRECTION, close, enough, open_with
from tests.worlds import NOW, make_resident, make_world

pytestmark = pytest.mark.django_db


def details(event: str) -> object:
    return Entry.objects.get(event=event).details


def test_the_log_says_to_which_member_a_seat_was_assigned_handed_over_or_lent() -> None:
    world = make_world()
    case_id, marit = open_with(world), world.actor("marit")
    choice = Choice(member_id=world.id("marit"))
    assign_seat(actor=marit, now=NOW, case_id=case_id, responsibility=PROCESS_DIRECTION, choice=choice)
    leads, bram, iris = (str(world.id(name)) for name in ("marit", "bram", "iris"))
    assert details("seat.assigned") == {"responsibility": "process_direction", "state": "held", "member": leads}
    asked = ask_hand_over(
        actor=world.actor("sanne"),
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=world.id("bram"),
        reason="Andere wijk.",
    )
    assert details("hand_over.asked") == {"responsibility": "case_direction", "member": bram}
    accepted = HandOverAnswer.Outcome.ACCEPTED
    answer_hand_over(actor=world.actor("bram"), now=NOW, hand_over_id=asked, outcome=accepted)
    answered = {"responsibility": "case_direction", "outcome": "accepted", "member": bram}
    assert details("hand_over.answered") == answered
    fill_seat_temporarily(
        actor=marit,
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        member_id=world.id("iris"),
        until=(NOW + timedelta(days=3)).date(),
        reason="Verlof.",
    )
    lent = {"responsibility": "case_direction", "extension": 0, "until": "2026-11-26", "member": iris}
    assert details("seat.filled_temporarily") == lent


def test_the_log_names_a_resident_who_leads_by_id_only() -> None:
    world = make_world()
    resident = make_resident(world, "Wieringa", "Anne").id
    case_id = open_with(world, resident, director=None)
    choice = Choice(resident_id=resident)
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, choice=choice)
    expected = {"responsibility": "case_direction", "state": "held_by_resident", "resident": str(resident)}
    assert details("seat.assigned") == expected


def test_the_log_says_who_got_what_when_a_case_opens_scales_is_reversed_and_reopens() -> None:
    world = make_world()
    case_id, marit, sanne = open_with(world), world.actor("marit"), world.id("sanne")
    opened = details("case.opened")
    assert isinstance(opened, dict)
    assert f"case_direction:held:{sanne}" in opened["seats"]
    assert "process_direction:vacant" in opened["seats"]
    bos = Choice(member_id=world.id("bos"))
    assign_seat(actor=marit, now=NOW, case_id=case_id, responsibility=PROCESS_DIRECTION, choice=bos)
    new = NewProposal(3, enough(world, 2, 3), "Dit kan niet wachten.")
    decision_id = scale_urgently(actor=marit, now=NOW + HOUR / 4, case_id=case_id, new=new)
    scaled = details("scaling.urgent")
    assert isinstance(scaled, dict)
    assert scaled["seats"] == ["process_direction:vacant"]
    answer_urgency(
        actor=world.actor("erik"),
        now=NOW + HOUR / 2,
        decision_id=decision_id,
        confirm=False,
        how=Deciding(reason="Voorbij."),
    )
    turned = details("scaling.urgency_answered")
    assert isinstance(turned, dict)
    assert (turned["outcome"], turned["phase"]) == ("reversed", 2)
    assert turned["seats"] == [f"process_direction:held:{world.id('bos')}"]
    close(world, case_id)
    again = {CASE_DIRECTION: Choice(member_id=sanne)}
    reopen_case(actor=marit, now=NOW + 3 * HOUR, case_id=case_id, phase=2, reason="Terugval.", chosen=again)
    reopened = details("case.reopened")
    assert isinstance(reopened, dict)
    assert f"case_direction:held:{sanne}" in reopened["seats"]
