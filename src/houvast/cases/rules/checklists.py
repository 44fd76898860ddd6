"""What is prepared around each kind of crucial moment, until a municipality sets its own list.

Each item names its source. *Onbevestigd*: known, but not confirmed by a municipality. *Verzonnen*: made up, to begin
with. That a moment wants tuning on both sides, and that an assessment without admission wants a follow-up, is from the
inventory of working with AVE (Groningen, 2023); the items themselves are not in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

BEFORE, AFTER = "before", "after"
DIRECTORS = "regisseurs"
FARTHEST_DAYS = 180
"""How far from the moment an item may lie. *Verzonnen*: it stops a mistyped number, not a plan."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list: what, who, before or after, how many days from the moment (negative is before), its source."""

    text: str
    who: str
    timing: str
    days: int
    source: str


class Source(StrEnum):
    """Where an item of the shipped lists comes from."""

    REINTEGRATION = "vijf basisvoorwaarden voor re-integratie, onbevestigd"
    INVENTORY = "inventarisatie AVE Groningen 2023, uitwerking verzonnen"
    MADE_UP = "verzonnen"


_FIVE, _ASKED, _OWN = Source.REINTEGRATION, Source.INVENTORY, Source.MADE_UP

NOT_ADMITTED = ListItem("De inwoner spreken: wat is er nu nodig?", DIRECTORS, AFTER, 2, _ASKED)
"""An assessment without admission always makes this, also when a municipality's own list forgets what comes after."""

SHIPPED: Mapping[str, tuple[ListItem, ...]] = MappingProxyType(
    {
        "clinic_in": (
            ListItem("De kliniek weet wie de casusregie heeft", DIRECTORS, BEFORE, -1, _ASKED),
            ListItem("Kinderen, dieren en huis zijn geregeld", DIRECTORS, BEFORE, -1, _OWN),
            ListItem("De kliniek en de regisseurs hebben elkaar gesproken", DIRECTORS, AFTER, 5, _ASKED),
        ),
        "clinic_out": (
            ListItem("Sleutel en huis in orde", DIRECTORS, BEFORE, -2, _OWN),
            ListItem("Medicijnen voor de eerste dagen", "kliniek", BEFORE, -1, _OWN),
            ListItem("De behandelaar thuis heeft de inwoner gesproken", "behandelaar", BEFORE, -1, _ASKED),
            ListItem("De casusregisseur is bij het ontslaggesprek", "casusregisseur", BEFORE, -1, _ASKED),
            ListItem("De inwoner spreken, thuis", "casusregisseur", AFTER, 2, _ASKED),
        ),
        "assessed_admitted": (ListItem("De kliniek weet wie de casusregie heeft", DIRECTORS, AFTER, 1, _ASKED),),
        "assessed_not_admitted": (
            NOT_ADMITTED,
            ListItem("Horen van de CBL waarom er geen opname kwam", DIRECTORS, AFTER, 2, _ASKED),
        ),
        "psycholance": (ListItem("De inwoner spreken na de rit", DIRECTORS, AFTER, 2, _ASKED),),
        "prison_in": (
            ListItem("De gevangenis weet wie de casusregie heeft", DIRECTORS, AFTER, 3, _OWN),
            ListItem("Huur, uitkering en post zijn geregeld", DIRECTORS, AFTER, 5, _OWN),
        ),
        "prison_out": (
            ListItem("Wonen: er is een bed vanaf de eerste nacht", "gemeente", BEFORE, -5, _FIVE),
            ListItem("Inkomen: uitkering of werk is geregeld", "gemeente", BEFORE, -5, _FIVE),
            ListItem("Zorg: verzekering, behandelaar en medicijnen", "behandelaar", BEFORE, -3, _FIVE),
            ListItem("Papieren: er is een geldig identiteitsbewijs", "gevangenis", BEFORE, -5, _FIVE),
            ListItem("Schulden: bekend, met een afspraak", "schuldhulp", BEFORE, -5, _FIVE),
            ListItem("De casusregisseur heeft de inwoner gesproken", "casusregisseur", BEFORE, -2, _ASKED),
            ListItem("De inwoner spreken, buiten", "casusregisseur", AFTER, 2, _ASKED),
        ),
        "shelter_out": (
            ListItem("Er is een woning of een kamer", "opvang", BEFORE, -5, _OWN),
            ListItem("Het wijkteam heeft de inwoner gesproken", "wijkteam", BEFORE, -2, _ASKED),
            ListItem("De inwoner spreken, in de woning", "wijkteam", AFTER, 5, _ASKED),
        ),
        "move": (
            ListItem("De inwoner weet wie er in de nieuwe gemeente belt", DIRECTORS, BEFORE, -3, _OWN),
            ListItem("De nieuwe gemeente heeft ja gezegd", DIRECTORS, BEFORE, -1, _ASKED),
        ),
        "shelter_elsewhere": (
            ListItem("Afspraak met de andere gemeente: wie doet wat, tot wanneer", DIRECTORS, BEFORE, -1, _ASKED),
            ListItem("De inwoner heeft gesproken met wie er daar meekijkt", DIRECTORS, AFTER, 5, _ASKED),
        ),
    }
)


def whole_list(kind: str, items: Sequence[ListItem]) -> tuple[ListItem, ...]:
    """Give a list with what may not be missing: after an assessment without admission somebody looks at once."""
    if kind == "assessed_not_admitted" and not any(item.timing == AFTER for item in items):
        return (*items, NOT_ADMITTED)
    return tuple(items)


def list_problems(items: Sequence[ListItem]) -> dict[str, str]:
    """Give a Dutch message when a list cannot be used; an empty dict when it can."""
    if not items:
        return {"items": "Zet minstens één punt op de lijst."}
    for number, item in enumerate(items, start=1):
        if not item.text.strip() or not item.source.strip():
            return {"items": f"Punt {number}: schrijf op wat er moet gebeuren en waar het punt vandaan komt."}
        if not fits(item.timing, item.days):
            return {"items": f"Punt {number}: kies vooraf met dagen ervoor, of achteraf met dagen erna."}
    return {}


def fits(timing: str, days: int) -> bool:
    """Say whether a number of days lies on its side of the moment, and not absurdly far."""
    if timing == BEFORE:
        return -FARTHEST_DAYS <= days <= 0
    return timing == AFTER and 0 <= days <= FARTHEST_DAYS
