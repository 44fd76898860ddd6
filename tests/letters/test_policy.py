"""Who leads an open case makes letters; an administrator sets what those of the own municipality begin with."""

from dataclasses import replace

from houvast.kernel.ids import new_id
from houvast.letters.policy import may_make, may_set_templates
from tests.cases.test_policy import CLOSED, HOLDERS, NOBODY, OPEN

HERE = OPEN.municipality_id


def test_who_leads_an_open_case_makes_letters() -> None:
    director = HOLDERS["director"]
    assert may_make(director, OPEN).ground == "director"
    assert may_make(director, CLOSED).reason == "case_closed"
    assert may_make(NOBODY, OPEN).reason == "not_a_director"


def test_an_administrator_sets_the_texts_of_the_own_municipality() -> None:
    keeper = replace(NOBODY, is_administrator=True, municipality_id=HERE)
    assert may_set_templates(keeper, HERE).ground == "administrator"
    for nobody in (replace(keeper, is_administrator=False), replace(keeper, municipality_id=new_id())):
        verdict = may_set_templates(nobody, HERE)
        assert verdict.reason == "not_administrator"
        assert verdict.message == "Alleen een functioneel beheerder van deze gemeente mag dit."
