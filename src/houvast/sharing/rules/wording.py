"""What was shared, in words: short ones for a list, and whole ones for the resident."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from houvast.cases.rules.matrix import Part

_SHORT: Mapping[Part, str] = MappingProxyType(
    {
        Part.PEOPLE: "naam, adres en contact",
        Part.ORGANISATIONS: "welke organisaties meedoen",
        Part.PLAN: "het plan",
        Part.DECISIONS: "de besluiten over op- en afschalen",
        Part.MOMENTS: "cruciale momenten",
        Part.CARE_MOMENTS: "cruciale momenten in de zorg",
        Part.GENERAL_NOTES: "wat er algemeen is opgeschreven",
        Part.CARE_NOTES: "wat er over zorg is opgeschreven",
        Part.JUSTICE_NOTES: "wat er over politie en justitie is opgeschreven",
    }
)
_FOR_RESIDENT: Mapping[Part, str] = MappingProxyType(
    {
        Part.PEOPLE: "namen, geboortedatum, adres en telefoonnummer",
        Part.ORGANISATIONS: "welke organisaties meedoen, en wie daar de contactpersoon is",
        Part.PLAN: "de afspraken uit het plan",
        Part.DECISIONS: "wat er is besloten over meer of minder hulp, en waarom",
        Part.MOMENTS: "belangrijke dagen die eraan komen, zoals een verhuizing",
        Part.CARE_MOMENTS: "belangrijke dagen in de zorg, zoals een opname in een kliniek",
    }
)
_NOTES: Mapping[Part, tuple[str, str]] = MappingProxyType(
    {
        Part.GENERAL_NOTES: ("algemene notitie", "algemene notities"),
        Part.CARE_NOTES: ("zorgnotitie", "zorgnotities"),
        Part.JUSTICE_NOTES: ("notitie over politie en justitie", "notities over politie en justitie"),
    }
)
_NOTES_FOR_RESIDENT: Mapping[Part, tuple[str, str]] = MappingProxyType(
    {
        Part.GENERAL_NOTES: ("een aantekening over hoe het gaat", "aantekeningen over hoe het gaat"),
        Part.CARE_NOTES: ("een aantekening over zorg", "aantekeningen over zorg"),
        Part.JUSTICE_NOTES: ("een aantekening over politie of justitie", "aantekeningen over politie of justitie"),
    }
)


def in_a_list(parts: Collection[Part], notes: Sequence[Part]) -> list[str]:
    """Say what, in words for who works with it; `notes` holds the part of each single note."""
    lone = [(notes.count(part), one, more) for part, (one, more) in _NOTES.items()]
    counted = [f"{number} {one if number == 1 else more}" for number, one, more in lone if number]
    return [words for part, words in _SHORT.items() if part in parts] + counted


def for_resident(parts: Collection[Part], notes: Sequence[Part]) -> tuple[str, ...]:
    """Say what, in words for the resident: what it is about, never how we call it.

    What a referral or a return says of care or justice is written out in it, so it is said like notes.
    """
    said = [words for part, words in _FOR_RESIDENT.items() if part in parts]
    for part, (one, more) in _NOTES_FOR_RESIDENT.items():
        number = notes.count(part)
        if part in parts:
            said.append(more)
        elif number:
            said.append(one if number == 1 else f"{number} {more}")
    return tuple(said)
