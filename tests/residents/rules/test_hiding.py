"""A hidden address is found in a text however it is spelled, and a house is the same house."""

from dataclasses import replace

import pytest

from houvast.residents.rules.hiding import HiddenPlace, gives_away, same_house

SHELTER = HiddenPlace("Kade", "12", "9934 QX", "06 00 00 04 17", "Postbus 8, Delfzijl")
NOTHING = HiddenPlace("", "", "", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "Kom naar Kade 12.",
        "kom naar  KADE\n12 toe",
        "Postcode 9934QX",
        "9934 qx",
        "Bel 06-00000417.",
        "Bel +31 6 0000 0417",
        "Schrijf naar postbus 8, delfzijl",
    ],
)
def test_a_hidden_address_is_found_however_it_is_spelled(text: str) -> None:
    assert gives_away(text, SHELTER)


@pytest.mark.parametrize(
    "text", ["", "Kade", "Kade 125", "Hoge Kade 1", "Oude kade 1 2", "9934 AB", "Bel 0596 00 00 12", "Postbus 88"]
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not gives_away(text, SHELTER)
    assert not gives_away(text, NOTHING)


def test_a_short_or_half_known_number_or_address_gives_nothing_away() -> None:
    assert not gives_away("Bel 112.", replace(NOTHING, phone="112"))
    assert not gives_away("Wij zien u op de Kade.", replace(NOTHING, street="Kade"))


def test_two_live_in_one_house_by_postcode_or_else_street_with_the_number() -> None:
    assert same_house(SHELTER, HiddenPlace("kade", "12", "9934qx", "", ""))
    assert same_house(replace(SHELTER, postcode=""), HiddenPlace("KADE", "12", "", "", ""))
    assert not same_house(SHELTER, replace(SHELTER, house_number="14"))
    assert not same_house(SHELTER, replace(SHELTER, postcode="9935 QX"))
    assert not same_house(NOTHING, NOTHING)
    assert not same_house(replace(NOTHING, street="Kade"), replace(NOTHING, street="Kade"))
