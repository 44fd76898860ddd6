"""Before somebody moves: what still runs in the case, so that nothing is lost when the old one closes."""

import pytest

from houvast.cases.models import CrucialMoment
from houvast.consultation.services.withdraw_question import withdraw_question
from houvast.desk.selectors.leaving import still_running
from tests.consultation.asking import Asking
from tests.consultation.worlds import BEGUN, make_tabled
from tests.moments import plan
from tests.plans.tailoring import add_tailor_made
from tests.safety_house.worlds import make_referable
from tests.worlds import NOW

pytestmark = pytest.mark.django_db


def test_moments_and_questions_to_tables_are_shown_until_they_end() -> None:
    tabled = make_tabled()
    asking = Asking(tabled, tabled.put_case())
    prison, clinic, _ = (
        plan(tabled.world, tabled.case_id, kind, now=NOW)
        for kind in (CrucialMoment.Kind.PRISON_OUT, CrucialMoment.Kind.CLINIC_OUT, CrucialMoment.Kind.MOVE)
    )
    found = still_running(tabled.viewer("sanne"), tabled.case_id, now=BEGUN)
    assert [each.id for each in found.told] == [prison]
    assert [each.id for each in found.untold] == [clinic]
    assert [each.id for each in found.questions] == [asking.question_id]
    withdraw_question(actor=tabled.actor("nadia"), now=BEGUN, question_id=asking.question_id)
    assert still_running(tabled.viewer("sanne"), tabled.case_id, now=BEGUN).questions == ()


def test_tailor_made_help_and_referrals_are_shown_to_who_leads() -> None:
    made = make_referable()
    referral = made.refer()
    alone, asked = add_tailor_made(made.actor("sanne"), made.case_id)
    found = still_running(made.viewer("sanne"), made.case_id, now=NOW)
    assert [each.id for each in found.referrals] == [referral]
    assert {each.id: each.for_answer for each in found.tailor_made} == {alone: False, asked: True}
    assert still_running(made.viewer("bram"), made.case_id, now=NOW).referrals == ()
