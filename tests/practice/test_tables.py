"""The tables that the practice region is made of, compared with what their sources say."""

import re

import pytest
from stdnum.nl import bsn

from houvast.ave.load import shipped_model
from houvast.directory.viewer import ARCHIVIST
from houvast.intake.models import ReportingPoint
from houvast.practice.draw import Draw
from houvast.practice.invented_bsns import invented_bsn
from houvast.practice.municipalities import MUNICIPALITIES, Local
from houvast.practice.names import NameBook, plain
from houvast.practice.partners import PARTNERS
from houvast.practice.phone_numbers import free_of_charge, landline, mobile
from houvast.practice.registering import staff_of
from houvast.practice.settling import address

# Inventory "Werken met AVE", March 2023, "Meldpunten provincie".
POINTS_OF_2023 = {
    "Westerkwartier": {"Meldpunt Bezorgd"},
    "Het Hogeland": {"Meldpunt Zorgwekkend gedrag", "Sociaal Team"},
    "Eemsdelta": {"Meldpunt Zorg en Veiligheid", "Sociaal Plein"},
    "Oldambt": {"Breed meldpunt sociaal"},
    "Westerwolde": {"Meldpunt Veiligheid en Zorg"},
    "Stadskanaal": {"Meldpunt zorgwekkend gedrag KCC", "Burgerzaken", "Sociale Teams"},
    "Pekela": {"Meldpunt Zorg en Veiligheid"},
    "Veendam": {"Meldpunt Bezorgd"},
    "Midden-Groningen": {"Sociale teams"},
    "Groningen": {"Meldpunt Overlast en zorg", "Meldpunt Zorgwekkend gedrag", "Sociaal Team WIJ"},
}
EVERYWHERE = {
    "procesregisseur-oggz",
    "procesregisseur-oov",
    "casusregisseur-wijkteam",
    "casemanager-jeugd",
    "consulent-wmo",
    "consulent-participatie",
    "teamleider",
    "teammanager",
    "manager-sociaal-domein",
    "directeur-sociaal-domein",
    "wethouder",
    "burgemeester",
    "medewerker-kcc",
    "functioneel-beheerder",
    "privacy-officer",
}


def test_the_ten_groningen_municipalities_have_the_points_of_the_inventory() -> None:
    assert len(POINTS_OF_2023) == 10
    points = {local.name: {point.name for point in local.points} for local in MUNICIPALITIES}
    for municipality, names in POINTS_OF_2023.items():
        assert names <= points[municipality]


def test_opsterland_has_its_neighbours_and_heerenveen_its_meitinkers() -> None:
    frisian = {local.code: local for local in MUNICIPALITIES if local.region == "Fryslân"}
    assert set(frisian) == {"opsterland", "ooststellingwerf", "weststellingwerf", "heerenveen"}
    assert {local.model for local in frisian.values()} == {"opsterland"}
    assert frisian["heerenveen"].team_title == "meitinker"


@pytest.mark.parametrize("local", MUNICIPALITIES, ids=[local.code for local in MUNICIPALITIES])
def test_every_point_asks_three_to_six_questions_and_somebody_decides(local: Local) -> None:
    assert ReportingPoint.Source.POLICE_E33 in {point.source for point in local.points}
    for point in local.points:
        assert 3 <= len(point.questions) <= 6
        assert all(question.endswith("?") for question in point.questions)
        assert point.steps


@pytest.mark.parametrize("local", MUNICIPALITIES, ids=[local.code for local in MUNICIPALITIES])
def test_every_municipality_has_somebody_in_every_role(local: Local) -> None:
    held = [place.function for place in staff_of(local).values()]
    assert set(held) >= EVERYWHERE
    assert held.count("functioneel-beheerder") == 2, "mending a lost factor takes two"
    unknown = {"medewerker-kcc", "functioneel-beheerder", "privacy-officer", ARCHIVIST}
    assert set(held) - unknown <= shipped_model(local.model).functions.keys()


def test_an_opsterland_model_has_a_casework_director_of_the_social_team() -> None:
    opsterland = next(local for local in MUNICIPALITIES if local.code == "opsterland")
    assert staff_of(opsterland)["team-c"].function == "casusregisseur-sociaal-team"


def test_every_function_of_a_partner_is_in_a_model() -> None:
    known = shipped_model("groningen").functions
    assert all(person.function in known for partner in PARTNERS for person in partner.people)


def test_picks_are_the_same_every_time_and_differ_between_seeds() -> None:
    things = list(range(1000))
    assert [Draw("a").pick(things) for _ in range(2)] == [Draw("a").pick(things)] * 2
    first, second = Draw("a"), Draw("b")
    assert [first.number(1000) for _ in range(5)] != [second.number(1000) for _ in range(5)]


def test_a_name_is_handed_out_once() -> None:
    taken = NameBook("medewerkers").take()
    full = " ".join(taken[:2])
    names = NameBook("medewerkers", frozenset({full}))
    found = [" ".join(names.take()[:2]) for _ in range(300)]
    assert full not in found
    assert len(set(found)) == 300


@pytest.mark.parametrize(
    ("name", "signs_in_as"),
    [
        ("Marit Oosterhuis", "marit.oosterhuis"),
        ("Iris de Wit", "iris.dewit"),
        ("Loïs Harkema", "lois.harkema"),
        ("Karim El Idrissi", "karim.elidrissi"),
    ],
)
def test_people_sign_in_with_a_plain_name(name: str, signs_in_as: str) -> None:
    assert plain(name) == signs_in_as


def test_phone_numbers_begin_with_what_no_subscriber_has() -> None:
    assert landline("0596", 112) == "0596 00 01 12"
    assert landline("050", 231) == "050 000 02 31"
    assert mobile(417) == "06 00 00 04 17"
    assert free_of_charge(99) == "0800 00 00 99"


@pytest.mark.parametrize("number", [0, 1, 120, 5000, 8999])
def test_an_invented_bsn_passes_the_test_of_eleven_and_begins_with_9999(number: int) -> None:
    made = invented_bsn(number)
    assert bsn.is_valid(made)
    assert re.fullmatch(r"9999\d{5}", made)


def test_there_is_no_invented_bsn_past_the_last() -> None:
    with pytest.raises(ValueError, match="no BSN from 10000 on"):
        invented_bsn(10_000)


def test_streets_and_postcodes_lie_in_the_municipality_and_are_not_given_out() -> None:
    local = MUNICIPALITIES[0]
    home = address(local, Draw("huis"))
    assert home.town in local.towns
    assert re.fullmatch(r"9[6-9]\d\d", home.digits)
