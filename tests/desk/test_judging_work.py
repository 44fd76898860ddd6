"""Mijn werk of who is asked to judge, and the timeline and case page that keep saying who did not agree."""

import pytest

from houvast.cases.models import Case
from houvast.cases.rules.judging import NewJudgement
from houvast.desk.rules.timeline import judgement_sentence
from houvast.desk.rules.work import Act, Cause
from houvast.desk.selectors.case_page import case_page
from tests.cases.services.test_weighing_together import LATER, NO, Weighing
from tests.desk.test_work import WEEK, found, rows_of

pytestmark = pytest.mark.django_db


def test_who_is_asked_gets_a_row_until_they_answered() -> None:
    weighing = Weighing()
    assert (Act.JUDGE, False) in found(rows_of(weighing.world, "bos"), Cause.YOUR_DECISION)
    assert (Act.JUDGE, True) in found(rows_of(weighing.world, "bos", later=2 * WEEK), Cause.TERM_PASSED)
    assert (Act.JUDGE, False) not in found(rows_of(weighing.world, "sanne"), Cause.YOUR_DECISION)
    weighing.judge("bos", weighing.asked("bos"), NO)
    assert found(rows_of(weighing.world, "bos"), Cause.YOUR_DECISION) == []


def test_who_asked_outside_houvast_gets_the_row_to_record_it() -> None:
    weighing = Weighing()
    weighing.ask(organisation_id=weighing.alone.id)
    assert (Act.JUDGE, False) in found(rows_of(weighing.world, "sanne"), Cause.YOUR_DECISION)
    assert (Act.JUDGE, False) not in found(rows_of(weighing.world, "marit"), Cause.YOUR_DECISION)


def test_nobody_has_a_row_once_it_is_decided() -> None:
    weighing = Weighing()
    weighing.ask(organisation_id=weighing.alone.id)
    weighing.decide("Wij wachten niet.")
    assert found(rows_of(weighing.world, "bos"), Cause.YOUR_DECISION) == []
    assert (Act.JUDGE, False) not in found(rows_of(weighing.world, "sanne"), Cause.YOUR_DECISION)


def test_the_case_page_and_the_timeline_keep_the_dissent() -> None:
    weighing = Weighing()
    weighing.judge("yara", weighing.ask(member_id=weighing.yara.id), NO)
    yes = NewJudgement(True, "Klein.", "De nacht.", "Doelen gehaald.")
    weighing.judge("bos", weighing.asked("bos"), yes)
    weighing.decide()
    code = Case.objects.get(pk=weighing.case).code
    page = case_page(weighing.viewer("sanne"), code, now=LATER)
    assert [each.organisation for each in page.dissent] == ["FACT Noord"]
    told = [each.strong + each.text for each in page.timeline]
    assert "FACT Noord was het niet eens met afschalen naar AVE 2, zegt Yara Mensah." in told
    assert "Gemeente Eemsdelta was het eens met afschalen naar AVE 2, zegt Bos uit Eemsdelta." in told


def test_a_judgement_from_outside_houvast_names_no_member() -> None:
    told = judgement_sentence("Welzijn", "", 4, agrees=True, up=True)
    assert told == ("Welzijn was het eens", " met opschalen naar AVE 4.")
