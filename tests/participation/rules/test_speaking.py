"""Somebody's words are named as theirs."""

from houvast.participation.rules.speaking import named
from houvast.participation.rules.taking_part import Capacity, ParticipantKind


def test_each_is_named_as_what_they_are_to_the_resident() -> None:
    assert named(ParticipantKind.SELF, "Ruben Dijkhuis", "Ruben Dijkhuis") == "Ruben Dijkhuis"
    mother = named(ParticipantKind.REPRESENTATIVE, "Lieke", "Fenna", capacity=Capacity.PARENT)
    assert mother == "Lieke, ouder met gezag van Fenna"
    sister = named(ParticipantKind.NETWORK, "Janna", "Ruben", relation=" Zus, helpt met de post")
    assert sister == "Janna, zus van Ruben"
    assert named(ParticipantKind.NETWORK, "Janna", "Ruben") == "Janna, iemand van Ruben"
