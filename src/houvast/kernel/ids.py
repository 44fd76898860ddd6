"""Identifiers.

Random and without meaning, so that an address, a log line or a neighbour's number never tells who or how many.
"""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """Give a new identifier, known before the row is written, so that rows can point at each other at once."""
    return uuid4()
