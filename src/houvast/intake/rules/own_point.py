"""At which point somebody most likely enters a concern: that of their own team or function."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from houvast.intake.rules.spelling import key

SOURCE_OF_FUNCTION: Mapping[str, str] = MappingProxyType({"medewerker-kcc": "call_centre"})
"""The kind of point at which a function works; functions that are not here work at no one kind (*verzonnen*)."""

GENERAL = "reporting_point"


def own_point(points: Sequence[tuple[str, str]], *, teams: Collection[str], functions: Collection[str]) -> int:
    """Give the place of the point to begin with among these points, each a name and the kind of its source.

    The point with the name of one's own team; else of the kind of one's function; else the general reporting point of
    the municipality; else the first.
    """
    names = {key(team) for team in teams}
    sources = {SOURCE_OF_FUNCTION[function] for function in functions if function in SOURCE_OF_FUNCTION}
    ranks = [
        0 if key(name) in names else 1 if source in sources else 2 if source == GENERAL else 3
        for name, source in points
    ]
    return ranks.index(min(ranks))
