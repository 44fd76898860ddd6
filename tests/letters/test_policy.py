"""Who leads an open case makes letters; an administrator sets what those of the own municipality begin with."""

from dataclasses import replace

from houvast.kernel.ids import new_id
from houvast.letters.policy import may_make, may_set_templates
from houvast.letters.rules.kinds import LetterKind
from tests.cases.test_policy import CLOSED, HOLDERS, NOBODY, OPEN

HERE = OPEN.municipality_id


def test_who_leads_an_open_case_makes_letters() -> None:
    director = HOLDERS["director"]
    assert may_make(director, OPEN).ground == "director"
    assert may_make(director, OPEN, kind=LetterKind.HAND_OVER).ground == "director"
    assert may_make(NOBODY, OPEN).reason == "not_a_director"
    assert may_make(NOBODY, OPEN, looks_after=True).reason == "not_a_director"


def test_who_looks_after_a_closed_case_still_tells_how_it_ended() -> None:
    director = HOLDERS["director"]
    assert may_make(director, CLOSED, kind=LetterKind.CLOSING).reason == "not_looking_after"
    assert may_make(NOBODY, CLOSED, looks_after=True).ground == "aftercare"
    told = {kind for kind in LetterKind if may_make(NOBODY, CLOSED, looks_after=True, kind=kind).allowed}
    assert told == {LetterKind.INVITATION, LetterKind.DECISION, LetterKind.CLOSING}
    assert may_make(NOBODY, CLOSED, looks_after=True, kind=LetterKind.SHARING).reason == "not_after_closing"


def test_an_administrator_sets_the_texts_of_the_own_municipality() -> None:
    keeper = replace(NOBODY, is_administrator=True, municipality_id=HERE)
    assert may_set_templates(keeper, HERE).ground == "administrator"
    for nobody in (replace(keeper, is_administrator=False), replace(keeper, municipality_id=new_id())):
        verdict = may_set_templates(nobody, HERE)
        assert verdict.reason == "not_administrator"
        assert verdict.message == "Alleen een functioneel beheerder van deze gemeente mag dit."
