"""Criteria are drawn in the groups of the model, also where groups stand inside groups."""

from houvast.ave.model import Criterion, Group
from houvast.web.scaling.criteria import TO_READ, TO_TICK, group_marks


def criterion(code: str) -> Criterion:
    return Criterion(code, f"Zin {code}", "", "verzonnen")


A, B, C, D, E = (criterion(code) for code in "abcde")
EITHER = Group("any", (C, D))


def test_what_must_all_be_met_stands_side_by_side_in_the_order_of_the_model() -> None:
    first, second = group_marks(Group("all", (A, B, EITHER)), {"a"}, TO_TICK)
    assert (first.between, first.kind, first.word) == ("", "Allebei", "en")
    assert [(mark.value, mark.is_ticked) for mark in first.criteria] == [("a", True), ("b", False)]
    assert (second.between, second.kind, second.word) == ("en minstens één van deze twee", "Eén van", "of")
    assert second.css_class == "houvast-en houvast-en--of"


def test_a_group_may_come_first() -> None:
    first, second = group_marks(Group("all", (EITHER, A, B)), set(), TO_TICK)
    assert (first.between, first.kind) == ("", "Eén van")
    assert (second.between, second.kind) == ("en allebei deze", "Allebei")


def test_a_group_inside_a_group_stands_inside_its_box() -> None:
    inner = Group("all", (C, D, E))
    _, outer = group_marks(Group("all", (A, Group("any", (B, inner)))), set(), TO_TICK)
    assert [mark.value for mark in outer.criteria] == ["b"]
    (nested,) = outer.groups
    assert (nested.between, nested.kind) == ("of alle drie", "Alle drie")
    assert [mark.value for mark in nested.criteria] == ["c", "d", "e"]


def test_one_of_at_the_top_is_one_box() -> None:
    (box,) = group_marks(Group("any", (A, Group("all", (B, C)))), set(), TO_READ)
    assert (box.kind, box.groups[0].between) == ("Eén van", "of allebei deze")
    assert box.criteria[0].state == TO_READ


def test_a_single_criterion_is_just_that() -> None:
    (box,) = group_marks(Group("all", (A,)), set(), TO_TICK)
    assert box.kind == "Dit geldt"
    _, last = group_marks(Group("all", (EITHER, A)), set(), TO_TICK)
    assert last.between == "en dit"


def test_every_box_has_an_id_of_its_own() -> None:
    deep = Group("any", (A, Group("all", (B, Group("any", (C, D)))), E))
    marks = group_marks(Group("all", (deep, EITHER)), set(), TO_TICK)
    ids = [*(mark.id for mark in marks), *(inner.id for mark in marks for inner in mark.groups)]
    assert len(ids) == len(set(ids))
