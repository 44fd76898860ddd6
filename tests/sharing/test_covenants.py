"""What is shared on a covenant ends with it: at once when it ends, and earlier when it gets shorter."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from houvast.audit.models import Entry
from houvast.cases.rules.matrix import Part
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.sharing.rules.content import DisclosureState, NewDisclosure, TurnState
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.rules.grounds import BEGINS
from houvast.sharing.rules.judging import Answer
from houvast.sharing.rules.terms import SharingTerms
from houvast.sharing.selectors.grounds import terms_of
from houvast.sharing.services import set_covenant as setting
from houvast.sharing.services.answer_disclosure import answer_disclosure
from houvast.sharing.services.set_covenant import set_covenant
from houvast.sharing.services.set_ground import set_ground
from houvast.sharing.services.set_terms import set_terms
from tests.sharing.worlds import LAST, TODAY, Sharing
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)
SOONER = TODAY + timedelta(days=10)
GGZ = BEGINS["ggz-behandeling"]
SEEN = {Part.BAND, Part.PLAN, Part.SHARED}
AGREED = CovenantLine("", "Convenant GGZ", "Gemeente, GGZ", "Afstemmen", "zaak 1", TODAY, LAST)


def agree(sharing: Sharing, *, second: bool = False) -> CovenantLine:
    """Let the ground of the GGZ rely on a covenant; gives it as it holds."""
    actor, municipality_id = sharing.actor("beheer"), sharing.world.municipality.id
    code = set_covenant(actor=actor, now=NOW, municipality_id=municipality_id, line=AGREED).code
    line = replace(GGZ, covenant=code, second=second)
    set_ground(actor=actor, now=NOW, municipality_id=municipality_id, line=line)
    return replace(AGREED, code=code, number=1)


def change(sharing: Sharing, line: CovenantLine, now: datetime = LATER) -> int:
    """Set the covenant anew; gives how much of what was shared changed by it."""
    municipality_id = sharing.world.municipality.id
    return set_covenant(actor=sharing.actor("beheer"), now=now, municipality_id=municipality_id, line=line).ended


def test_what_was_shared_on_a_covenant_that_ends_is_gone_in_the_same_second(sharing: Sharing) -> None:
    held = agree(sharing)
    sharing.share()
    sharing.share(replace(sharing.new(), receiver=sharing.on_paper()))
    assert sharing.sees() == SEEN
    assert change(sharing, replace(held, active=False)) == 2
    assert sharing.sees(now=LATER) == set()
    assert {each.state for each in sharing.lines(now=LATER)} == {DisclosureState.WITHDRAWN}
    assert sharing.lines(now=LATER)[0].turns[-1].reason == "Het convenant Convenant GGZ geldt niet meer."
    assert len(Entry.objects.filter(event="covenant.set").latest("number").details["ended"]) == 2


def test_a_covenant_that_gets_shorter_shortens_what_was_shared_on_it(sharing: Sharing) -> None:
    held = agree(sharing)
    sharing.share()
    shorter = replace(held, until_on=SOONER)
    assert change(sharing, shorter) == 1
    (line,) = sharing.lines(now=LATER)
    assert (line.until_on, line.state, line.turns[-1].state) == (SOONER, DisclosureState.RUNNING, TurnState.SHORTENED)
    assert sharing.sees(now=LATER) == SEEN
    assert sharing.sees(now=NOW + timedelta(days=10)) == SEEN
    assert sharing.sees(now=NOW + timedelta(days=11)) == set()
    assert change(sharing, replace(shorter, number=2, until_on=LAST)) == 0
    assert (
        change(sharing, replace(shorter, number=3, until_on=TODAY - timedelta(days=1), from_on=TODAY - timedelta(9)))
        == 1
    )
    assert sharing.sees(now=LATER) == set()


def test_what_waits_is_not_opened_by_a_covenant_that_gets_shorter(sharing: Sharing) -> None:
    held = agree(sharing, second=True)
    assert sharing.share() is Answer.SECOND
    assert change(sharing, replace(held, until_on=SOONER)) == 1
    assert sharing.sees(now=LATER) == set()
    (line,) = sharing.lines(now=LATER)
    answer_disclosure(
        actor=sharing.actor("marit"), now=LATER, disclosure_id=line.id, approves=True, reason="Ik keek mee."
    )
    assert sharing.sees(now=NOW + timedelta(days=10)) == SEEN
    assert sharing.sees(now=NOW + timedelta(days=11)) == set()


@pytest.mark.parametrize("now", [replace(AGREED, active=False), replace(AGREED, from_on=TODAY + timedelta(days=1))])
def test_what_waits_on_a_covenant_that_does_not_hold_is_not_approved(sharing: Sharing, now: CovenantLine) -> None:
    held = agree(sharing, second=True)
    assert sharing.share() is Answer.SECOND
    assert change(sharing, replace(now, code=held.code, number=held.number)) == 1
    (line,) = sharing.lines(now=LATER)
    with pytest.raises(Conflict):
        answer_disclosure(
            actor=sharing.actor("marit"), now=LATER, disclosure_id=line.id, approves=True, reason="Ik keek mee."
        )
    assert sharing.sees(now=LATER) == set()


def test_what_does_not_rely_on_it_stays(sharing: Sharing) -> None:
    sharing.share()
    held = agree(sharing)
    assert change(sharing, replace(held, active=False)) == 0
    assert sharing.sees(now=LATER) == SEEN


def test_who_shares_at_the_same_moment_makes_the_other_look_again(
    sharing: Sharing, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = agree(sharing)
    sharing.share()
    monkeypatch.setattr(setting, "hold_cases", lambda ids: {})
    with pytest.raises(Conflict):
        change(sharing, replace(held, active=False))
    assert sharing.sees(now=LATER) == SEEN


def until(sharing: Sharing, day: date) -> NewDisclosure:
    """Give something that is shared until a day."""
    return replace(sharing.new(), until=day)


def test_a_municipality_sets_how_long_is_shared_and_what_was_shared_keeps_its_day(sharing: Sharing) -> None:
    municipality_id, terms = sharing.world.municipality.id, SharingTerms(20, 10, 5)
    sharing.share()
    with pytest.raises(Refused):
        set_terms(actor=sharing.actor("sanne"), now=NOW, municipality_id=municipality_id, terms=terms)
    with pytest.raises(Invalid):
        set_terms(actor=sharing.actor("beheer"), now=NOW, municipality_id=municipality_id, terms=SharingTerms(0))
    set_terms(actor=sharing.actor("beheer"), now=NOW, municipality_id=municipality_id, terms=terms)
    with pytest.raises(Conflict):
        set_terms(actor=sharing.actor("privacy"), now=NOW, municipality_id=municipality_id, terms=terms)
    assert terms_of(municipality_id) == replace(terms, number=1)
    for attempt in (lambda: sharing.share(until(sharing, LAST)), lambda: sharing.consent(until=LAST)):
        with pytest.raises(Invalid):
            attempt()
    assert sharing.share(until(sharing, SOONER)) is Answer.YES
    assert sharing.lines()[-1].until_on == LAST
