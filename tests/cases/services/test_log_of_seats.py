"""The log says who got a seat: by id, never by name."""

from datetime import timedelta

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import HandOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from tests.lives import CASE_DIRECTION, PROCESS_DIRECTION, open_with
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
    lent = {"responsibility": "case_direction", "extension": 0, "member": iris}
    assert details("seat.filled_temporarily") == lent


def test_the_log_names_a_resident_who_leads_by_id_only() -> None:
    world = make_world()
    resident = make_resident(world, "Wieringa", "Anne").id
    case_id = open_with(world, resident, director=None)
    choice = Choice(resident_id=resident)
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, choice=choice)
    expected = {"responsibility": "case_direction", "state": "held_by_resident", "resident": str(resident)}
    assert details("seat.assigned") == expected
