"""What an answer has to say, by what was asked: AVG art. 16 to 21."""

from uuid import uuid4

import pytest

from houvast.accountability.rules.answers import ErasureRefusal, NewAnswer, answer_problems
from houvast.accountability.rules.requests import RequestKind
from houvast.accountability.rules.retention import UnitKind
from tests.sentences import told_at

EARLIER, OTHER = uuid4(), uuid4()
DONE, NO = NewAnswer(refuse=False), NewAnswer(refuse=True)
CASE = frozenset({(UnitKind.CASE, uuid4())})


@pytest.mark.parametrize(
    ("kind", "answer", "lacks"),
    [
        ("inspection", DONE, set()),
        ("inspection", NO, {"reason"}),
        ("correction", DONE, {"corrected", "why_not_told"}),
        ("correction", NewAnswer(refuse=False, corrected="Het adres.", told=frozenset({EARLIER})), set()),
        ("correction", NewAnswer(refuse=False, corrected="Het adres.", told=frozenset({OTHER})), {"why_not_told"}),
        ("correction", NewAnswer(refuse=False, corrected="Het adres.", why_not_told="Het raakt hen niet."), set()),
        ("correction", NewAnswer(refuse=True, reason="Het klopt."), {"own_view"}),
        ("correction", NewAnswer(refuse=True, reason="Het klopt.", own_view="Ik woon niet alleen."), set()),
        ("objection", DONE, {"stops"}),
        ("objection", NewAnswer(refuse=False, reason="Wij delen niets meer."), set()),
        ("objection", NO, {"reason"}),
        ("erasure", DONE, {"units", "why_not_told"}),
        ("erasure", NewAnswer(refuse=False, units=CASE, told=frozenset({EARLIER})), set()),
        ("erasure", NewAnswer(refuse=True, reason="De Wmo zegt vijftien jaar."), {"ground"}),
        ("erasure", NewAnswer(refuse=True, reason="De Wmo.", ground=ErasureRefusal.LEGAL_TASK), set()),
    ],
)
def test_an_answer_says_what_the_law_asks(kind: str, answer: NewAnswer, lacks: set[str]) -> None:
    found = answer_problems(RequestKind(kind), answer, identified=True, corrections=0, receivers={EARLIER})
    assert told_at(found) == lacks


def test_what_was_corrected_in_the_register_needs_no_words_and_nobody_is_told_when_nobody_got_it() -> None:
    assert answer_problems(RequestKind.CORRECTION, DONE, identified=True, corrections=1, receivers=()) == {}


def test_a_refusal_before_it_is_sure_who_asks_puts_nothing_beside_anything() -> None:
    no = NewAnswer(refuse=True, reason="Wij weten niet wie dit vraagt.")
    for kind in RequestKind:
        assert answer_problems(kind, no, identified=False, corrections=0, receivers=()) == {}


def test_who_refuses_an_objection_says_what_weighs_more_and_else_only_why() -> None:
    said = {
        kind: answer_problems(kind, NO, identified=True, corrections=0, receivers=())["reason"]
        for kind in (RequestKind.OBJECTION, RequestKind.CORRECTION, RequestKind.ERASURE)
    }
    assert said[RequestKind.CORRECTION] == said[RequestKind.ERASURE] != said[RequestKind.OBJECTION]
    assert "zwaarder" in said[RequestKind.OBJECTION]


def test_a_house_that_keeps_a_file_is_waited_for_or_it_says_why_not() -> None:
    for answer, lacks in (
        (DONE, {"not_waited"}),
        (NewAnswer(refuse=False, not_waited="De termijn."), set()),
        (NO, {"reason"}),
    ):
        found = answer_problems(
            RequestKind.INSPECTION, answer, identified=True, corrections=0, receivers=(), houses=("ZVH",)
        )
        assert found.keys() == lacks
