"""Mijn werk says when a safety house does not answer, when its answer came, and when a case came back."""

from datetime import timedelta

import pytest

from houvast.cases.models import Case
from houvast.desk.rules.work import Act, Cause
from houvast.desk.selectors.case_page import case_page
from houvast.desk.selectors.referral_page import referral_start
from houvast.desk.selectors.work import work
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import Owner
from houvast.safety_house.models import Referral
from houvast.safety_house.rules.content import LookBackContent, ReferralOutcome
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.services.look_back import look_back
from tests.plans.worlds import add_plan
from tests.safety_house.worlds import Referable, make_referable
from tests.worlds import NOW

DAY = timedelta(days=1)
HOUSE = "Zorg- en Veiligheidshuis van de proef"


@pytest.fixture
def referable(db: None) -> Referable:
    """Give a case that can be referred."""
    return make_referable()


def rows(referable: Referable, days: int = 0, who: str = "sanne") -> list[tuple[Cause, str]]:
    """Give what Mijn werk says about referrals."""
    now = NOW + days * DAY
    found = work(referable.viewer(who, now), now=now)
    acts = (Act.SEE_REFERRAL, Act.LOOK_BACK)
    return [(row.cause, row.why) for group in found.groups for row in group.rows if row.act in acts]


def test_no_answer_is_told_when_the_term_has_passed(referable: Referable) -> None:
    referable.refer()
    assert rows(referable, 14) == []
    late = f"{HOUSE} gaf nog geen antwoord op de aanmelding. Bel daarover."
    assert rows(referable, 15) == rows(referable, 15, "marit") == [(Cause.TERM_PASSED, late)]
    assert rows(referable, 15, "erik") == []


def test_an_answer_is_news_for_a_week(referable: Referable) -> None:
    referable.answer(referable.referred(), ReferralOutcome.REFUSED)
    said = f"{HOUSE} gaf antwoord: geweigerd. Lees wat het wel en niet doet."
    assert rows(referable, 7) == [(Cause.YOUR_DECISION, said)]
    assert rows(referable, 8) == []


def test_a_case_that_came_back_asks_to_look_back_until_that_is_done(referable: Referable) -> None:
    for _ in range(2):
        referable.send_back(referable.accepted())
    why = f"Terug van {HOUSE}, 2e keer. Kijk terug op wat u van elkaar verwachtte."
    assert rows(referable, 60) == [(Cause.YOUR_DECISION, why)]
    newest, words = Referral.objects.get(number=2).id, LookBackContent("Dat lukte.", "Dat ook.", "Niets.")
    look_back(actor=referable.actor("sanne"), now=NOW, referral_id=newest, content=words)
    assert rows(referable, 60) == []


def test_the_timeline_says_what_was_asked_answered_and_came_back(referable: Referable) -> None:
    referable.send_back(referable.accepted())
    referable.answer(referable.referred(), ReferralOutcome.ADVICE)
    code = Case.objects.get(pk=referable.case_id).code
    lines = [each.strong + each.text for each in case_page(referable.viewer("sanne"), code, now=NOW).timeline]
    told = [line for line in lines if HOUSE in line]
    assert sorted(told) == [
        f"Aangemeld bij {HOUSE} door Marit uit Eemsdelta.",
        f"Aangemeld bij {HOUSE} door Marit uit Eemsdelta.",
        f"Antwoord van {HOUSE}: aangenomen.",
        f"Antwoord van {HOUSE}: advies.",
        f"Terug van {HOUSE}, 1e keer.",
    ]


def test_the_house_counts_what_it_has_to_answer(referable: Referable) -> None:
    referable.refer()
    assert [work(referable.viewer(who), now=NOW).referrals.count for who in ("mirjam", "yara", "marit")] == [1, 0, 0]


def test_houvast_writes_down_what_may_be_shared_for_a_start(referable: Referable) -> None:
    add_plan(referable.actor("sanne"), referable.case_id, Owner(member_id=referable.id("yara")))
    case = Referral(case_id=referable.case_id).case
    start = referral_start(referable.viewer("sanne"), case.code, None, now=NOW)
    assert start.house is not None
    assert (start.house.id, [each.id for each in start.other_houses]) == (referable.house.id, [referable.outside.id])
    assert start.pieces[PieceKind.PERSONS].startswith("Ruben Dijkhuis, ")
    assert start.pieces[PieceKind.PLAN] == "Lichaam en gezondheid: Ik wil slapen."
    assert set(start.pieces) == set(PieceKind)
    other = referral_start(referable.viewer("sanne"), case.code, referable.outside.id, now=NOW)
    assert other.house is not None
    assert not other.house.works_here
    with pytest.raises(NotVisible):
        referral_start(referable.viewer("sanne"), case.code, new_id(), now=NOW)


def test_nobody_is_offered_a_part_that_they_do_not_see(referable: Referable) -> None:
    case = Referral(case_id=referable.case_id).case
    start = referral_start(referable.viewer("erik"), case.code, None, now=NOW)
    assert dict(start.pieces) == {PieceKind.SITUATION: ""}
