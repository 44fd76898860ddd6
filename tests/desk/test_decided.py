"""What was decided in a case while it was discussed stands in the minutes, and what comes later does not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale import scale
from houvast.consultation.selectors.agenda import agenda
from houvast.consultation.services.close_meeting import close_meeting
from houvast.web.consultation.looks import happened_at, happened_lines
from tests.consultation.worlds import BEGUN, Tabled, make_tabled
from tests.lives import CASE_DIRECTION, PROCESS_DIRECTION, enough

pytestmark = pytest.mark.django_db
SOON, LATER = BEGUN + timedelta(minutes=5), BEGUN + timedelta(hours=1)


def lines(tabled: Tabled) -> tuple[str, ...]:
    """Read what the minutes say of the case, as its chair does an hour later, in three queries."""
    shown = agenda(tabled.viewer("nadia", LATER), tabled.meeting_id, now=LATER)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        happened = happened_at(shown, shown.items, LATER)
    assert len(counted.captured_queries) == 3
    return happened_lines(happened[shown.items[0].id])


def test_minutes_keep_what_was_decided_in_the_case_meanwhile_and_nothing_later() -> None:
    tabled = make_tabled()
    world, case_id = tabled.world, tabled.case_id
    tabled.put_case()
    tabled.open()
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    asked = propose_scaling(actor=tabled.actor("sanne"), now=BEGUN, case_id=case_id, new=new)
    refuse = Deciding(reason="Eerst bellen.")
    decide_scaling(actor=tabled.actor("marit"), now=BEGUN, proposal_id=asked, approve=False, how=refuse)
    how = Deciding(chosen={PROCESS_DIRECTION: Choice(member_id=world.id("marit"))})
    scale(actor=tabled.actor("marit"), now=SOON, case_id=case_id, new=new, how=how)
    close_meeting(actor=tabled.actor("nadia"), now=SOON, meeting_id=tabled.meeting_id)
    minutes = lines(tabled)
    marit = "Marit uit Eemsdelta"
    assert minutes == (
        f"10.02 uur: Niet akkoord met opschalen naar AVE 3. Besloten door {marit}.",
        f"10.07 uur: Opgeschaald van AVE 2 naar AVE 3 door {marit}.",
        f"10.07 uur: Procesregie: {marit}.",
    )
    iris = Choice(member_id=world.id("iris"))
    assign_seat(actor=tabled.actor("marit"), now=LATER, case_id=case_id, responsibility=CASE_DIRECTION, choice=iris)
    assert lines(tabled) == minutes
