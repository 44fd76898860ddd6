"""Closing a case ends its own pages for good, also when another municipality takes it over."""

from datetime import timedelta

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.opening import Choice
from houvast.cases.services.close_case import NewClosing
from houvast.cases.services.reopen_case import reopen_case
from houvast.desk.services.close_case_everywhere import close_case_everywhere
from houvast.desk.services.receive_case import ReceivedCase, receive_case
from houvast.kernel.ids import new_id
from houvast.participation.models import ParticipantEnd
from houvast.participation.selectors.taking_part import participating, with_personal_code
from tests.moves import make_offer
from tests.participation.worlds import Household
from tests.rights.region import take_process_direction
from tests.worlds import NOW, make_world

LATER, AGAIN = NOW + timedelta(hours=1), NOW + timedelta(hours=2)


@pytest.fixture
def home(db: None) -> Household:
    return Household()


def test_an_old_code_does_not_come_back_with_a_reopened_case(home: Household) -> None:
    given, case_id = home.give(), home.case_id
    text = "Klaar."
    close_case_everywhere(actor=home.sanne, now=LATER, case_id=case_id, new=NewClosing("goals_reached", text, None))
    entry = Entry.objects.get(event="participant.page_ended")
    assert (entry.actor_member, entry.case, entry.subject_id) == (home.sanne.member_id, case_id, given.participant_id)
    assert participating(given.participant_id, now=LATER) is None
    chosen = {Responsibility.CASE_DIRECTION: Choice(member_id=home.world.id("sanne"))}
    marit = home.world.actor("marit")
    reopen_case(actor=marit, now=AGAIN, case_id=case_id, phase=2, reason="Terug.", chosen=chosen)
    assert with_personal_code(given.code, now=AGAIN) is None
    assert participating(given.participant_id, now=AGAIN) is None
    assert with_personal_code(home.give(now=AGAIN).code, now=AGAIN) is not None


def test_nor_does_a_page_outlive_a_move(home: Household) -> None:
    there = make_world("opsterland", "Opsterland")
    take_process_direction(home.world, home.case_id)
    given = home.give()
    offer = make_offer(home.world, there, home.case_id, now=NOW)
    chosen = {Responsibility.CASE_DIRECTION: Choice(member_id=there.id("bram"))}
    new = ReceivedCase("Huishouden Dijkhuis", 2, "oggz", new_id(), chosen)
    receive_case(actor=there.actor("marit"), now=LATER, offer_id=offer, new=new)
    assert ParticipantEnd.objects.get().participant_id == given.participant_id
