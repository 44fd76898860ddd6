"""The fixed words of the AVE model. Their Dutch counterparts in a model file stand in `words`."""

from enum import StrEnum


class Responsibility(StrEnum):
    """The four responsibilities that AVE divides in every phase."""

    CASE_DIRECTION = "case_direction"
    PROCESS_DIRECTION = "process_direction"
    OPERATIONAL = "operational"
    ADMINISTRATIVE = "administrative"


ASSIGNED = (Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION)
"""People assign these seats to each other; a vacancy has to be solved by someone."""

SELF_FILLING = (Responsibility.OPERATIONAL, Responsibility.ADMINISTRATIVE)
"""These seats follow from a function: the model says from which one they fill themselves."""


class Direction(StrEnum):
    """Which way a boundary between two phases is crossed."""

    UP = "up"
    DOWN = "down"


class Holding(StrEnum):
    """May this function hold this seat in this phase?"""

    YES = "yes"
    NO = "no"
    TEMPORARY = "temporary"
    NOT_DECIDED = "not_decided"


class Side(StrEnum):
    """Whose function it is."""

    MUNICIPAL = "municipal"
    PARTNER = "partner"
    RESIDENT = "resident"
    SAFETY_HOUSE = "safety_house"


class Domain(StrEnum):
    """Fields of work inside one municipality. Each has its own legal ground; one may not read along with another."""

    WMO = "wmo"
    YOUTH = "youth"
    PARTICIPATION = "participation"
    OGGZ = "oggz"
    PUBLIC_ORDER = "public_order"


class HoldingTwo(StrEnum):
    """May one person hold case direction and process direction of the same case?"""

    ALLOWED = "allowed"
    WARN = "warn"
    REFUSE = "refuse"


class TableKind(StrEnum):
    """The four levels on which AVE is talked about (Utrecht 2022: case, process, management, administration)."""

    CASE = "case"
    PROCESS = "process"
    MANAGEMENT = "management"
    ADMINISTRATIVE = "administrative"
