"""Admission criteria: a and b, and c or d (Hollands Midden, Parkstad); each house changes its own."""

from dataclasses import replace

from houvast.cases.rules.matrix import Part
from houvast.safety_house.rules.criteria import DEFAULTS, Need, criterion_problems, newest, unmet
from houvast.safety_house.rules.pieces import PieceKind, pieces_for
from tests.sentences import told_at

A, B, C, D = DEFAULTS


def test_a_and_b_and_one_of_c_and_d() -> None:
    assert unmet(DEFAULTS, {A.code, B.code, D.code}) == ()
    assert unmet(DEFAULTS, {A.code, C.code, D.code}) == (B.text,)
    assert unmet(DEFAULTS, {A.code, B.code}) == (f"Een van: {C.text}; {D.text}",)


def test_what_is_out_of_use_is_not_asked() -> None:
    out = [replace(each, active=False) for each in (B, C, D)]
    assert unmet([A, *out], {A.code}) == ()


def test_the_newest_version_lies_over_what_the_house_began_with() -> None:
    second, third = replace(B, text="Twee ketens", number=1), replace(B, text="Drie ketens", number=2)
    own = replace(B, code="eigen", text="Een eigen criterium", need=Need.ONE_OF, number=1)
    assert newest([third, second, own]) == (A, third, C, D, own)


def test_a_criterion_has_words_and_a_source() -> None:
    assert told_at(criterion_problems("", "x" * 201)) == {"text", "source"}
    assert told_at(criterion_problems("x" * 201, " ")) == {"text", "source"}
    assert criterion_problems("x" * 200, "x" * 200) == {}
    assert criterion_problems("Meer ketens", "onbevestigd") == {}


def test_pieces_follow_the_parts_that_somebody_sees() -> None:
    assert pieces_for({Part.BAND}) == ()
    assert pieces_for({Part.DECISIONS, Part.CARE_SUMMARY}) == (PieceKind.SITUATION, PieceKind.CARE)
    assert pieces_for(set(Part)) == tuple(PieceKind)
