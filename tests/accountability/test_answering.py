"""Correction, objection and erasure do something: in the case, for who received it, and in retention."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from houvast.accountability.models import DestructionProposal, RequestEffect
from houvast.accountability.rules.answers import EffectKind, ErasureRefusal, NewAnswer
from houvast.accountability.rules.requests import RequestKind
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.requests import before_answer
from houvast.accountability.selectors.units import units
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.accountability.services.answer_request import answer_request
from houvast.accountability.services.erase_request import erase_request
from houvast.audit.models import Entry
from houvast.cases.models import Statement
from houvast.cases.selectors.statements import of_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.clock_start import Stretch
from houvast.kernel.errors import Invalid, NotVisible
from houvast.residents.models import Resident
from houvast.residents.selectors import data_of
from houvast.residents.services.correct_resident import correct_resident
from houvast.sharing.rules.judging import Answer
from tests.accountability.asking import ASKED, Asking, ask
from tests.accountability.worlds import make_kept
from tests.sharing.worlds import Sharing, make_sharing
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db
VIEW = "Ik woon niet alleen, mijn zus woont hier ook."


def _asks(world: World, kind: RequestKind) -> Asking:
    asking = ask(world, replace(ASKED, kind=kind, words=VIEW))
    asking.identify()
    return asking


def _answer(asking: Asking, answer: NewAnswer, now: datetime = NOW) -> None:
    answer_request(actor=asking.world.actor("privacy"), now=now, request_id=asking.id, answer=answer)


def _said(made: Sharing, who: str = "sanne") -> list[tuple[str, str]]:
    return [(each.kind.value, each.words) for each in of_case(made.viewer(who), made.case_id, now=NOW)]


def test_what_is_corrected_is_linked_and_who_received_it_earlier_hears_it() -> None:
    made = make_sharing()
    made.share()
    asking = _asks(made.world, RequestKind.CORRECTION)
    assert _said(made) == [("correction", VIEW)]
    data = replace(data_of(Resident.objects.get(pk=made.resident_id)), street="Nieuweweg")
    correct_resident(actor=made.actor("sanne"), now=NOW, resident_id=made.resident_id, seen=0, data=data)
    there, _ = before_answer(viewer_of(made.actor("privacy"), now=NOW), asking.id, now=NOW)
    (receiver,) = there.receivers
    with pytest.raises(Invalid) as silent:
        _answer(asking, NewAnswer(refuse=False))
    assert silent.value.problems.keys() == {"why_not_told"}
    _answer(asking, NewAnswer(refuse=False, corrected="De straat.", told=frozenset({receiver.id})))
    assert [each.kind for each in asking.view().effects] == [
        EffectKind.CORRECTED,
        EffectKind.CORRECTED,
        EffectKind.TOLD,
    ]
    assert RequestEffect.objects.get(number=1).subject_id == there.corrections[0]
    assert asking.view().effects[2].words == "GGZ de Wierde: de afspraken uit het plan"
    assert _said(made) == []


def test_what_is_not_corrected_has_the_own_view_beside_it_for_good() -> None:
    made = make_sharing()
    asking = _asks(made.world, RequestKind.CORRECTION)
    beside = Statement.About.PLAN
    _answer(asking, NewAnswer(refuse=True, reason="Wij zagen niemand.", own_view=VIEW, beside=beside))
    assert _said(made) == [("own_view", VIEW)]
    assert (_said(made, "beheer"), _said(made, "yara")) == ([], [])
    events = Entry.objects.filter(case=made.case_id, event__startswith="case.statement").order_by("number")
    assert [each.event for each in events] == ["case.statement_put", "case.statement_settled", "case.statement_put"]
    inspecting = ask(made.world)
    inspecting.identify()
    inspecting.gather()
    assert VIEW in str([item.held.lines for item in inspecting.view().items])


def test_what_was_corrected_in_the_register_needs_no_words() -> None:
    made = make_sharing()
    asking = _asks(made.world, RequestKind.CORRECTION)
    data = replace(data_of(Resident.objects.get(pk=made.resident_id)), street="Nieuweweg")
    correct_resident(actor=made.actor("sanne"), now=NOW, resident_id=made.resident_id, seen=0, data=data)
    _answer(asking, NewAnswer(refuse=False))
    assert [(each.kind, each.words) for each in asking.view().effects] == [(EffectKind.CORRECTED, "")]


@pytest.mark.parametrize("known", [True, False])
def test_the_own_view_of_who_is_in_no_case_stays_with_the_request(known: bool) -> None:
    world = make_world()
    if known:
        make_resident(world)
    asking = _asks(world, RequestKind.CORRECTION)
    _answer(asking, NewAnswer(refuse=True, reason="Wij houden niets bij.", own_view=VIEW))
    assert [(each.kind, each.words) for each in asking.view().effects] == [(EffectKind.BESIDE, VIEW)]


def test_while_an_objection_is_weighed_nothing_new_is_shared_without_a_reason() -> None:
    made = make_sharing()
    asking = _asks(made.world, RequestKind.OBJECTION)
    with pytest.raises(Invalid) as refused:
        made.share()
    assert refused.value.problems.keys() == {"despite"}
    assert made.share(replace(made.new(), despite="Zij is in gevaar.")) is Answer.YES
    content = made.lines()[0].content
    assert content is not None and content.despite == "Zij is in gevaar."
    _answer(asking, NewAnswer(refuse=True, reason="De veiligheid van haar kind weegt zwaarder."))
    assert made.share() is Answer.YES


def test_an_objection_that_is_honoured_keeps_holding() -> None:
    made = make_sharing()
    asking = _asks(made.world, RequestKind.OBJECTION)
    _answer(asking, NewAnswer(refuse=False, reason="Wij delen niets meer."))
    with pytest.raises(Invalid):
        made.share()
    assert _said(made) == [("objection", VIEW)]


def test_nobody_objects_or_corrects_without_words() -> None:
    made = make_sharing()
    for kind in (RequestKind.OBJECTION, RequestKind.CORRECTION):
        with pytest.raises(Invalid) as silent:
            ask(made.world, replace(ASKED, kind=kind, words=" "))
        assert silent.value.problems.keys() == {"words"}


def test_erasing_is_proposed_though_a_term_runs_and_another_approves() -> None:
    kept = make_kept()
    asking = ask(kept.world, replace(ASKED, kind=RequestKind.ERASURE))
    asking.identify()
    _, (unit,) = before_answer(viewer_of(kept.world.actor("privacy"), now=NOW), asking.id, now=NOW)
    assert (unit.kind, unit.id) == (UnitKind.CASE, kept.case)
    later = NOW + timedelta(days=366)
    _answer(asking, NewAnswer(refuse=False, units=frozenset({(unit.kind, unit.id)})), later)
    proposal = DestructionProposal.objects.get(unit_id=kept.case)
    answer_proposal(actor=kept.world.actor("dirk"), now=later, proposal_id=proposal.id, outcome="approved")
    assert [each.kind for each in asking.view().effects] == [EffectKind.PROPOSED]


def test_who_does_not_erase_says_on_which_ground() -> None:
    made = make_sharing()
    asking = _asks(made.world, RequestKind.ERASURE)
    _answer(asking, NewAnswer(refuse=True, reason="Vijftien jaar.", ground=ErasureRefusal.LEGAL_TASK))
    answered = asking.view().answered
    assert answered is not None and answered.ground is ErasureRefusal.LEGAL_TASK
    assert not DestructionProposal.objects.exists()


def test_an_answered_request_has_a_clock_and_goes_with_all_that_was_gathered() -> None:
    made = make_sharing()
    asking = _asks(made.world, RequestKind.OBJECTION)
    here = made.world.municipality.id
    assert units(UnitKind.REQUEST, Stretch(here)) == []
    _answer(asking, NewAnswer(refuse=True, reason="Het moet."))
    (unit,) = units(UnitKind.REQUEST, Stretch(here))
    assert (unit.code, unit.due_on) == ("V-1", NOW.date().replace(year=NOW.year + 5))
    assert units(UnitKind.REQUEST, Stretch(here, after=(NOW, unit.id), size=1)) == []
    for _ in range(2):
        erase_request(actor=made.actor("privacy"), now=NOW, request_id=asking.id)
    assert (units(UnitKind.REQUEST, Stretch(here)), asking.view().line.person) == ([], "Vernietigd")
    with pytest.raises(NotVisible):
        erase_request(actor=made.actor("privacy"), now=NOW, request_id=made.case_id)
