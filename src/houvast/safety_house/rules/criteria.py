"""Admission criteria of a house: what it begins with, and what a change of one must say."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

LONGEST_TEXT = 200
_SOURCE = (
    "Criteria Zorg- en Veiligheidshuis Hollands Midden en Veiligheidshuis Parkstad, onderdeel {}; hier onbevestigd"
)


class Need(StrEnum):
    """Whether a criterion must be met by itself, or is one of several of which one is enough."""

    ALWAYS = "always"
    ONE_OF = "one_of"


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion as it holds now. `number` is its version: 0 is what every house begins with."""

    code: str
    text: str
    need: Need
    source: str
    active: bool = True
    number: int = 0


DEFAULTS = (
    CriterionLine(
        "verdere-neergang",
        "Samenhangende problemen op meer leefgebieden leiden naar verwachting tot misdrijven, overlast of afglijden",
        Need.ALWAYS,
        _SOURCE.format("a"),
    ),
    CriterionLine(
        "meer-ketens", "Meer ketens zijn nodig, met in elk geval dwang en drang", Need.ALWAYS, _SOURCE.format("b")
    ),
    CriterionLine(
        "gezin-of-omgeving", "De problemen raken gezin of omgeving, en omgekeerd", Need.ONE_OF, _SOURCE.format("c")
    ),
    CriterionLine(
        "ernstig-veiligheidsprobleem",
        "Er is een ernstig lokaal veiligheidsprobleem dat vraagt om een aanpak van meer ketens",
        Need.ONE_OF,
        _SOURCE.format("d"),
    ),
)
"""What a house begins with, in the words of two other houses; the AVE model of the country takes the same four."""


def newest(versions: Iterable[CriterionLine]) -> tuple[CriterionLine, ...]:
    """Give what holds now: the newest version of each criterion over what the house began with."""
    found = {each.code: each for each in DEFAULTS}
    for each in sorted(versions, key=lambda line: line.number):
        found[each.code] = each
    return tuple(found.values())


def unmet(criteria: Collection[CriterionLine], ticked: Collection[str]) -> tuple[str, ...]:
    """Give in words what is not met: a criterion that always counts, or that none of the others is."""
    active = [each for each in criteria if each.active]
    lacking = [each.text for each in active if each.need is Need.ALWAYS and each.code not in ticked]
    others = [each for each in active if each.need is Need.ONE_OF]
    if others and not any(each.code in ticked for each in others):
        lacking.append("Een van: " + "; ".join(each.text for each in others))
    return tuple(lacking)


def criterion_problems(text: str, source: str) -> dict[str, str]:
    """Say at each field what a criterion lacks."""
    problems = {}
    for name, filled, missing in (
        ("text", text, "Schrijf op wat er waar moet zijn."),
        ("source", source, "Vul in waar dit staat. Weet u het niet, schrijf dan 'onbevestigd'."),
    ):
        if not filled.strip():
            problems[name] = missing
        elif len(filled) > LONGEST_TEXT:
            problems[name] = f"Maak het korter: hoogstens {LONGEST_TEXT} tekens."
    return problems
