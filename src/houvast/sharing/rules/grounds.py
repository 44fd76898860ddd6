"""The table of grounds: with whom, for which purpose, by which law, and which parts of a case that covers.

A municipality sets its own table. It begins with what is known of the law for each organisation; nobody confirmed that.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from houvast.cases.rules.matrix import Part

LONGEST_LINE = 200
WHOLE = (
    Part.PEOPLE,
    Part.ORGANISATIONS,
    Part.PLAN,
    Part.DECISIONS,
    Part.MOMENTS,
    Part.CARE_MOMENTS,
)
"""Parts that are shared as a whole. Notes are shared one by one: what is written later never comes along."""

ONE_BY_ONE = (Part.GENERAL_NOTES, Part.CARE_NOTES, Part.JUSTICE_NOTES)
SHAREABLE = (*WHOLE, *ONE_BY_ONE)
CARE = frozenset({Part.CARE_NOTES, Part.CARE_MOMENTS})
"""Parts under professional secrecy."""


class ReceiverKind(StrEnum):
    """Who receives: a domain inside a municipality, a kind of organisation, or a kind of table."""

    WMO = "wmo"
    YOUTH = "youth"
    PARTICIPATION = "participation"
    OGGZ = "oggz"
    PUBLIC_ORDER = "public_order"
    POLICE = "police"
    MENTAL_HEALTH = "mental_health"
    FACT = "fact"
    PROBATION = "probation"
    HOUSING = "housing"
    SHELTER = "shelter"
    PUBLIC_HEALTH = "public_health"
    SAFETY_HOUSE = "safety_house"
    CHILD_SAFETY = "child_safety"
    OTHER = "other"
    TABLE_MDO = "table_mdo"
    TABLE_OOV = "table_oov"
    TABLE_OGGZ = "table_oggz"
    TABLE_TVO = "table_tvo"
    TABLE_SAFETY_HOUSE = "table_safety_house"
    TABLE_LOCAL = "table_local"


DOMAINS = frozenset(
    {
        ReceiverKind.WMO,
        ReceiverKind.YOUTH,
        ReceiverKind.PARTICIPATION,
        ReceiverKind.OGGZ,
        ReceiverKind.PUBLIC_ORDER,
    }
)
_NAMED: Mapping[str, frozenset[ReceiverKind]] = MappingProxyType(
    {
        "other": frozenset({ReceiverKind.OTHER, ReceiverKind.CHILD_SAFETY}),
        "safe_at_home": frozenset({ReceiverKind.CHILD_SAFETY}),
    }
)
"""Kinds of organisation that are called otherwise here."""


def kinds_of(organisation_kind: str, domains: Collection[str] = ()) -> frozenset[ReceiverKind]:
    """Give as what somebody may receive: by the domains of who works at a municipality, else by the organisation."""
    if organisation_kind == "municipality":
        return frozenset(kind for kind in DOMAINS if kind in domains)
    named = _NAMED.get(organisation_kind)
    return frozenset({ReceiverKind(organisation_kind)}) if named is None else named


@dataclass(frozen=True, slots=True)
class GroundLine:
    """An entry of the table as it holds. `number` is its version: 0 is what every municipality begins with.

    `secrecy`: care that goes along is under secrecy, which must be lifted or broken by a named route. `consent`: it
    holds only with a running consent to share. `second`: somebody else approves first, with the function `second_by`
    or, for "", who else leads the case. `confirmed`: the municipality has had it checked. `covenant` is the code of the
    agreement on which it relies, "" for none.
    """

    code: str
    receiver: ReceiverKind
    purpose: str
    law: str
    covers: frozenset[Part]
    source: str
    secrecy: bool = True
    consent: bool = False
    second: bool = False
    second_by: str = ""
    covenant: str = ""
    confirmed: bool = False
    active: bool = True
    number: int = 0


_HANDVAT = "Handvat gegevensdeling zorg en veiligheid (2019), hoofdstuk 3; de inhoud is hier onbevestigd"
_LEAST = frozenset({Part.PEOPLE})
_PLAIN = frozenset({Part.PEOPLE, Part.ORGANISATIONS, Part.GENERAL_NOTES, Part.PLAN, Part.MOMENTS})
_WITH_CARE = _PLAIN | CARE
_SAFETY = frozenset({Part.PEOPLE, Part.ORGANISATIONS, Part.MOMENTS, Part.JUSTICE_NOTES})

DEFAULTS: tuple[GroundLine, ...] = (
    GroundLine(
        "wmo-afstemmen",
        ReceiverKind.WMO,
        "Ondersteuning op elkaar afstemmen",
        "AVG artikel 6 lid 1 onder e, met Wmo 2015 hoofdstuk 5",
        _WITH_CARE,
        _HANDVAT,
    ),
    GroundLine(
        "jeugd-afstemmen",
        ReceiverKind.YOUTH,
        "Jeugdhulp en bescherming van een kind",
        "AVG artikel 6 lid 1 onder e, met Jeugdwet hoofdstuk 7",
        _WITH_CARE,
        _HANDVAT,
    ),
    GroundLine(
        "schulden-aanpakken",
        ReceiverKind.PARTICIPATION,
        "Inkomen regelen of schulden aanpakken",
        "Participatiewet of Wet gemeentelijke schuldhulpverlening, elk met eigen regels",
        frozenset({Part.PEOPLE, Part.PLAN}),
        _HANDVAT,
    ),
    GroundLine(
        "oggz-bemoeizorg",
        ReceiverKind.OGGZ,
        "Zorg voor wie daar niet zelf om vraagt",
        "AVG artikel 6 lid 1 onder e, met Wmo 2015 (OGGZ); over bemoeizorg is discussie",
        _WITH_CARE,
        _HANDVAT,
        second=True,
    ),
    GroundLine(
        "openbare-orde",
        ReceiverKind.PUBLIC_ORDER,
        "Openbare orde bewaren; zonder medische gegevens",
        "AVG artikel 6 lid 1 onder e, met Gemeentewet artikel 172 en verder",
        frozenset({Part.PEOPLE, Part.MOMENTS, Part.JUSTICE_NOTES}),
        _HANDVAT,
        second=True,
    ),
    GroundLine(
        "ggz-behandeling",
        ReceiverKind.MENTAL_HEALTH,
        "Behandeling en begeleiding op elkaar afstemmen",
        "AVG artikel 6 lid 1 onder e; geheim volgens Wgbo en Wet BIG",
        _WITH_CARE,
        _HANDVAT,
    ),
    GroundLine(
        "fact-behandeling",
        ReceiverKind.FACT,
        "Behandeling thuis en begeleiding op elkaar afstemmen",
        "AVG artikel 6 lid 1 onder e; geheim volgens Wgbo en Wet BIG",
        _WITH_CARE,
        _HANDVAT,
    ),
    GroundLine(
        "politie-veiligheid",
        ReceiverKind.POLICE,
        "Direct gevaar voor iemand afwenden",
        "AVG artikel 6 lid 1 onder d of e; wat de politie zelf geeft valt onder Wpg artikel 16 en verder",
        _SAFETY,
        _HANDVAT,
        second=True,
    ),
    GroundLine(
        "reclassering-toezicht",
        ReceiverKind.PROBATION,
        "Toezicht en terugkeer naar huis voorbereiden",
        "AVG artikel 10 met UAVG artikel 31 tot en met 33, en Wjsg",
        _SAFETY | {Part.PLAN},
        _HANDVAT,
        second=True,
    ),
    GroundLine(
        "corporatie-woning",
        ReceiverKind.HOUSING,
        "De woning behouden of overlast stoppen",
        "AVG artikel 6 lid 1 onder e of f; zo min mogelijk",
        _LEAST,
        _HANDVAT,
    ),
    GroundLine(
        "opvang-plaats",
        ReceiverKind.SHELTER,
        "Opvang en de weg terug regelen",
        "AVG artikel 6 lid 1 onder e, met Wmo 2015 hoofdstuk 5",
        _PLAIN,
        _HANDVAT,
    ),
    GroundLine(
        "ggd-bemoeizorg",
        ReceiverKind.PUBLIC_HEALTH,
        "Openbare geestelijke gezondheidszorg",
        "AVG artikel 6 lid 1 onder e, met Wmo 2015 (OGGZ)",
        _WITH_CARE,
        _HANDVAT,
    ),
    GroundLine(
        "kind-veilig",
        ReceiverKind.CHILD_SAFETY,
        "De veiligheid van een kind of bij huiselijk geweld beoordelen",
        "Meldrecht volgens Wmo 2015 artikel 5.2.6 en Jeugdwet artikel 7.3.11 lid 4",
        _WITH_CARE,
        _HANDVAT,
    ),
    GroundLine(
        "zvh-wgs",
        ReceiverKind.SAFETY_HOUSE,
        "Samen aanpakken in het Zorg- en Veiligheidshuis",
        "Wet gegevensverwerking door samenwerkingsverbanden (WGS)",
        frozenset(SHAREABLE),
        "WGS en BGS, in werking vanaf 1 maart 2025 (Stb. 2024, 198 en 380); per deelnemer hier onbevestigd",
    ),
    GroundLine(
        "inwoner-vraagt",
        ReceiverKind.OTHER,
        "Hulp die de inwoner zelf wil",
        "Toestemming, AVG artikel 6 lid 1 onder a: vrij, specifiek en in te trekken",
        _PLAIN,
        "AVG artikel 7; door afhankelijkheid vaak ongeldig, hier onbevestigd",
        consent=True,
    ),
)
"""What a municipality begins with. For tables there is nothing: that asks for a covenant of one's own."""

BEGINS: Mapping[str, GroundLine] = MappingProxyType({each.code: each for each in DEFAULTS})


def newest(versions: Iterable[GroundLine]) -> tuple[GroundLine, ...]:
    """Give what holds now: the newest version of each entry over what the municipality began with."""
    found = dict(BEGINS)
    for each in sorted(versions, key=lambda line: line.number):
        found[each.code] = each
    return tuple(found.values())


def grounds_for(lines: Iterable[GroundLine], kinds: Collection[ReceiverKind]) -> tuple[GroundLine, ...]:
    """Give the entries in use that fit a receiver."""
    return tuple(each for each in lines if each.active and each.receiver in kinds)


def ground_problems(line: GroundLine) -> dict[str, str]:
    """Say at each field what an entry lacks."""
    problems = {}
    for name, filled, missing in (
        ("purpose", line.purpose, "Schrijf op waarvoor er wordt gedeeld."),
        ("law", line.law, "Vul de wet in, met het artikel."),
        ("source", line.source, "Vul in waar dit staat. Weet u het niet, schrijf dan 'onbevestigd'."),
    ):
        if not filled.strip():
            problems[name] = missing
        elif len(filled) > LONGEST_LINE:
            problems[name] = f"Maak het korter: hoogstens {LONGEST_LINE} tekens."
    if not line.covers:
        problems["covers"] = "Kies wat er met deze grond mag worden gedeeld."
    elif not line.covers <= set(SHAREABLE):
        problems["covers"] = "Dit deel van een casus wordt niet op deze manier gedeeld."
    return problems
