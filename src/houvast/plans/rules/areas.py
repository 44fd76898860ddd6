"""The life areas of a municipality: a list to begin with, and what the municipality made of it. Pure data."""

from collections.abc import Iterable
from dataclasses import dataclass

LAST_POSITION = 999


@dataclass(frozen=True, slots=True)
class AreaLine:
    """A life area to choose from, or, when it is no longer asked, one that plans remember."""

    code: str
    name: str
    position: int
    active: bool = True


_NAMES = (
    ("living", "Wonen"),
    ("money", "Geld en post"),
    ("days", "Werk of wat ik overdag doe"),
    ("health", "Lichaam en gezondheid"),
    ("mind", "Hoe het in mijn hoofd gaat"),
    ("substances", "Drank, drugs en gokken"),
    ("home", "Thuis en relaties"),
    ("children", "Kinderen"),
    ("network", "Familie, vrienden en buren"),
    ("daily", "Voor mezelf en mijn huis zorgen"),
    ("safety", "Veiligheid en justitie"),
    ("taking-part", "Meedoen"),
)

DEFAULT_AREAS = tuple(AreaLine(code, name, place * 10) for place, (code, name) in enumerate(_NAMES, start=1))
"""*Onbevestigd*: places use eleven to thirteen of them, under names of their own (Lopik twelve, IJsselland eleven)."""


def areas_of(own: Iterable[AreaLine]) -> tuple[AreaLine, ...]:
    """Give the list of a municipality in its order: the default, with what the municipality changed or added."""
    by_code = {area.code: area for area in DEFAULT_AREAS} | {area.code: area for area in own}
    return tuple(sorted(by_code.values(), key=lambda area: (area.position, area.name)))


def area_problems(area: AreaLine) -> dict[str, str]:
    """Say at each field what is wrong with a life area."""
    problems = {}
    if not area.name.strip():
        problems["name"] = "Geef het leefgebied een naam."
    if not 0 <= area.position <= LAST_POSITION:
        problems["position"] = f"Kies een plaats tussen 0 en {LAST_POSITION}."
    return problems
