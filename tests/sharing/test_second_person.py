"""Where the ground asks for it a second person says yes before anything opens, and looks at what changed meanwhile."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from houvast.cases.models import Statement
from houvast.cases.rules.matrix import Part
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.sharing.models import Disclosure
from houvast.sharing.rules.content import DisclosureState, NewDisclosure, TurnState
from houvast.sharing.rules.grounds import BEGINS
from houvast.sharing.rules.judging import Answer
from houvast.sharing.services.answer_disclosure import answer_disclosure
from houvast.sharing.services.set_ground import set_ground
from tests.sharing.worlds import ANSWER, TELL, TODAY, Sharing, waits
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)


def ask_second(sharing: Sharing, *, by: str = "") -> NewDisclosure:
    """Let the ground ask for a second person; gives what is asked."""
    line = replace(BEGINS["ggz-behandeling"], second=True, second_by=by)
    municipality_id = sharing.world.municipality.id
    set_ground(actor=sharing.actor("beheer"), now=NOW, municipality_id=municipality_id, line=line)
    return sharing.new()


def test_somebody_else_approves_where_the_ground_says_so(sharing: Sharing) -> None:
    assert sharing.share(ask_second(sharing)) is Answer.SECOND
    (line,) = sharing.lines()
    assert (line.state, sharing.sees()) == (DisclosureState.WAITING, set())
    with pytest.raises(Refused):
        answer(sharing, "sanne", approves=True)
    with pytest.raises(Invalid):
        answer_disclosure(actor=sharing.actor("marit"), now=LATER, disclosure_id=line.id, approves=True, reason="")
    answer(sharing, "marit", approves=True)
    assert sharing.sees(now=LATER) == {Part.BAND, Part.PLAN, Part.SHARED}
    with pytest.raises(Conflict):
        answer(sharing, "marit", approves=False)


def answer(sharing: Sharing, who: str, *, approves: bool, disclosure_id: UUID | None = None) -> None:
    """Let somebody answer as the second person."""
    answer_disclosure(
        actor=sharing.actor(who),
        now=LATER,
        disclosure_id=disclosure_id or Disclosure.objects.get().id,
        approves=approves,
        reason="Ik keek mee.",
    )


def test_who_is_second_may_say_no(sharing: Sharing) -> None:
    sharing.share(ask_second(sharing))
    answer(sharing, "marit", approves=False)
    assert sharing.sees(now=LATER) == set()
    (line,) = sharing.lines(now=LATER)
    assert (line.state, line.turns[-1].state) == (DisclosureState.DECLINED, TurnState.DECLINED)


def test_nothing_is_approved_when_the_ground_changed_meanwhile(sharing: Sharing) -> None:
    sharing.share(ask_second(sharing))
    line = replace(BEGINS["ggz-behandeling"], number=1, active=False)
    set_ground(actor=sharing.actor("beheer"), now=NOW, municipality_id=sharing.world.municipality.id, line=line)
    with pytest.raises(Conflict):
        answer(sharing, "marit", approves=True)
    assert sharing.sees(now=LATER) == set()


def test_nothing_is_approved_when_the_resident_objects_meanwhile_unless_that_was_weighed(sharing: Sharing) -> None:
    sharing.share(ask_second(sharing))
    words = NewStatement(Statement.Kind.OBJECTION, Statement.About.PEOPLE, "Ik wil dit niet.", uuid4())
    here = sharing.world.municipality.id
    put_statement(
        actor=sharing.actor("sanne"), now=NOW, municipality_id=here, resident_id=sharing.resident_id, new=words
    )
    with pytest.raises(Conflict):
        answer(sharing, "marit", approves=True)
    answer(sharing, "marit", approves=False)
    sharing.share(replace(sharing.new(), despite="Zij is in gevaar."))
    (waiting,) = [each.id for each in sharing.lines(now=LATER) if each.state is DisclosureState.WAITING]
    answer(sharing, "marit", approves=True, disclosure_id=waiting)
    assert sharing.sees(now=LATER) == {Part.BAND, Part.PLAN, Part.SHARED}


def test_mijn_werk_asks_the_second_person_and_later_whether_the_resident_was_told(sharing: Sharing) -> None:
    later = TODAY + timedelta(days=3)
    new = replace(ask_second(sharing), told_on=None, tell_before=later, told="Zij is nu niet veilig.")
    sharing.share(new)
    assert [waits(sharing, who, NOW) for who in ("sanne", "marit", "bram", "yara")] == [[], [ANSWER], [], []]
    answer(sharing, "marit", approves=True)
    assert waits(sharing, "sanne", LATER) == []
    assert waits(sharing, "sanne", NOW + timedelta(days=3)) == [TELL]


def test_whom_the_ground_names_approves_and_sees_what_is_asked_until_then(sharing: Sharing) -> None:
    sharing.share()
    assert sharing.share(ask_second(sharing, by="privacy-officer")) is Answer.SECOND
    waiting = sharing.lines()[0]
    assert waits(sharing, "marit", NOW) == []
    assert waits(sharing, "privacy", NOW) == [ANSWER]
    assert sharing.sees("privacy") == {Part.BAND, Part.SHARED}
    (seen,) = sharing.lines("privacy")
    assert (seen.id, seen.content, seen.second_by) == (waiting.id, waiting.content, "privacy-officer")
    for who in ("marit", "sanne"):
        with pytest.raises(Refused):
            answer(sharing, who, approves=True, disclosure_id=waiting.id)
    answer(sharing, "privacy", approves=True, disclosure_id=waiting.id)
    assert sharing.sees("privacy", LATER) == set()
    assert len(sharing.lines("yara", LATER)) == 2


def test_without_anybody_who_can_approve_it_waits_for_nobody(sharing: Sharing) -> None:
    with pytest.raises(Invalid) as wrong:
        sharing.share(ask_second(sharing, by="archiefmedewerker"))
    assert list(wrong.value.problems) == ["ground"]
