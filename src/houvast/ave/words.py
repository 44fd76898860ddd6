"""The Dutch words of a model file and what they mean: one table per list, used to read, to check and to show."""

from collections.abc import Mapping
from typing import TypeVar

from houvast.ave.vocabulary import Direction, Domain, Holding, HoldingTwo, Responsibility, Side, TableKind

Meaning = TypeVar("Meaning")

PHASE_NUMBER = "[1-9][0-9]?"
"""How the number of a phase is written, as a pattern."""

RESPONSIBILITIES: Mapping[str, Responsibility] = {
    "casusregie": Responsibility.CASE_DIRECTION,
    "procesregie": Responsibility.PROCESS_DIRECTION,
    "operationeel": Responsibility.OPERATIONAL,
    "bestuurlijk": Responsibility.ADMINISTRATIVE,
}
DIRECTIONS: Mapping[str, Direction] = {"omhoog": Direction.UP, "omlaag": Direction.DOWN}
HOLDINGS: Mapping[str, Holding] = {
    "ja": Holding.YES,
    "nee": Holding.NO,
    "tijdelijk": Holding.TEMPORARY,
    "niet besloten": Holding.NOT_DECIDED,
}
SIDES: Mapping[str, Side] = {
    "gemeente": Side.MUNICIPAL,
    "partner": Side.PARTNER,
    "inwoner": Side.RESIDENT,
    "zorg- en veiligheidshuis": Side.SAFETY_HOUSE,
}
DOMAINS: Mapping[str, Domain] = {
    "wmo": Domain.WMO,
    "jeugd": Domain.YOUTH,
    "participatie en schulden": Domain.PARTICIPATION,
    "oggz": Domain.OGGZ,
    "openbare orde": Domain.PUBLIC_ORDER,
}
HOLDING_TWO: Mapping[str, HoldingTwo] = {
    "mag": HoldingTwo.ALLOWED,
    "waarschuwen": HoldingTwo.WARN,
    "mag niet": HoldingTwo.REFUSE,
}
TABLE_KINDS: Mapping[str, TableKind] = {
    "casus": TableKind.CASE,
    "proces": TableKind.PROCESS,
    "management": TableKind.MANAGEMENT,
    "bestuur": TableKind.ADMINISTRATIVE,
}


def dutch(words: Mapping[str, Meaning], meaning: Meaning) -> str:
    """The word in a model file for this meaning."""
    return next(word for word, known in words.items() if known == meaning)
