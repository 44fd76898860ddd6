"""Setting grounds and covenants: versions, who may, and who is second."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.audit.models import Entry
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.rules.grounds import BEGINS, GroundLine
from houvast.sharing.selectors.grounds import covenants_of, ending_covenants, grounds_of
from houvast.sharing.services import set_covenant as setting_covenant
from houvast.sharing.services import set_ground as setting_ground
from houvast.sharing.services.set_covenant import set_covenant
from houvast.sharing.services.set_ground import set_ground
from tests.worlds import NOW, World, make_world

WMO = BEGINS["wmo-afstemmen"]
TODAY = NOW.date()
MDO = CovenantLine("", "Convenant MDO", "Gemeente, GGZ", "Afstemmen", "zaak 1", TODAY, TODAY + timedelta(days=30))

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> World:
    """Give a municipality."""
    return make_world()


def held(here: World, code: str) -> object:
    """Give how an entry stands."""
    return {each.code: each for each in grounds_of(here.municipality.id)}.get(code)


def test_a_change_is_a_new_version_over_what_it_began_with(here: World) -> None:
    line = replace(WMO, law="Wmo 2015 artikel 5.1.1", confirmed=True)
    for number in (0, 1):
        set_ground(
            actor=here.actor("privacy"),
            now=NOW,
            municipality_id=here.municipality.id,
            line=replace(line, number=number),
        )
    assert held(here, WMO.code) == replace(line, number=2)
    assert Entry.objects.filter(event="ground.set", outcome="done").count() == 2


def test_a_new_ground_gets_a_code_and_may_rely_on_a_covenant(here: World) -> None:
    beheer = here.actor("beheer")
    covenant = set_covenant(actor=beheer, now=NOW, municipality_id=here.municipality.id, line=MDO).code
    line = replace(WMO, code="", purpose="Samen afspreken", covenant=covenant)
    code = set_ground(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=line)
    assert held(here, code) == replace(line, code="wmo-samen-afspreken", number=1)
    assert [each.name for each in covenants_of(here.municipality.id)] == ["Convenant MDO"]


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("sanne", WMO, Refused),
        ("beheer", replace(WMO, code="", purpose="Ander doel", number=10**25), Conflict),
        ("beheer", replace(WMO, code="bestaat-niet"), NotVisible),
        ("beheer", replace(WMO, law=""), Invalid),
        ("beheer", replace(WMO, covenant="bestaat-niet"), Invalid),
        ("beheer", replace(WMO, second=True, second_by="bestaat-niet"), Invalid),
        ("beheer", replace(WMO, number=1), Conflict),
    ],
)
def test_a_ground_is_not_set_wrongly(here: World, who: str, line: GroundLine, expected: type[Exception]) -> None:
    with pytest.raises(expected):
        set_ground(actor=here.actor(who), now=NOW, municipality_id=here.municipality.id, line=line)
    assert held(here, WMO.code) == WMO


def test_the_same_ground_is_not_added_twice(here: World) -> None:
    line = replace(WMO, code="", purpose="Nieuw")
    set_ground(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=line)
    with pytest.raises(Invalid):
        set_ground(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=line)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("sanne", MDO, Refused),
        ("beheer", replace(MDO, code="bestaat-niet"), NotVisible),
        ("beheer", replace(MDO, name="!"), Invalid),
        ("beheer", replace(MDO, code="convenant-mdo", number=0), Conflict),
        ("beheer", replace(MDO, name="Ander", number=10**25), Conflict),
        ("beheer", replace(MDO, name="Nieuw"), Invalid),
    ],
)
def test_a_covenant_is_not_set_wrongly(here: World, who: str, line: CovenantLine, expected: type[Exception]) -> None:
    set_covenant(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=MDO)
    with pytest.raises(expected):
        set_covenant(actor=here.actor(who), now=NOW, municipality_id=here.municipality.id, line=line)
    assert len(covenants_of(here.municipality.id)) == 1


def test_who_keeps_covenants_is_told_before_one_ends(here: World) -> None:
    set_covenant(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=MDO)
    told = {
        who: len(ending_covenants(viewer_of(here.actor(who), now=NOW), today=date(2026, 11, 24)))
        for who in ("beheer", "privacy", "sanne")
    }
    assert told == {"beheer": 1, "privacy": 1, "sanne": 0}


def test_who_is_second_at_the_same_moment_is_told_so(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    set_ground(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=WMO)
    monkeypatch.setattr(setting_ground, "grounds_of", lambda municipality_id: (WMO,))
    with pytest.raises(Conflict):
        set_ground(actor=here.actor("privacy"), now=NOW, municipality_id=here.municipality.id, line=WMO)


def test_who_is_second_with_a_covenant_is_told_so(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    set_covenant(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=MDO)
    monkeypatch.setattr(setting_covenant, "covenants_of", lambda municipality_id: ())
    with pytest.raises(Conflict):
        set_covenant(actor=here.actor("privacy"), now=NOW, municipality_id=here.municipality.id, line=MDO)
