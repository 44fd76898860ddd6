"""Picks that look arbitrary and are the same every time: a practice region is to be talked about together."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Thing = TypeVar("Thing")


class Draw:
    """A row of picks that follows from its seed alone. Nothing secret hangs on it."""

    def __init__(self, seed: str) -> None:
        """Begin the row of `seed`."""
        self._seed = seed
        self._drawn = 0

    def number(self, below: int) -> int:
        """Give the next whole number from 0 up to `below`."""
        self._drawn += 1
        digest = sha256(f"{self._seed}:{self._drawn}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % below

    def pick(self, things: Sequence[Thing]) -> Thing:
        """Pick one of the things."""
        return things[self.number(len(things))]
