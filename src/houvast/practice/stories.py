"""Stories: what people do one after another, told together in the order of time."""

from collections.abc import Generator, Iterable, Iterator
from datetime import datetime
from heapq import heapify, heappop, heappush

Story = Generator[datetime, datetime, None]
"""Yields the moment of its next act, is given that moment when it has come, and then acts."""


def tell(stories: Iterable[Story]) -> Iterator[datetime]:
    """Tell stories together, so that numbers, histories and the audit log run in the order of time.

    Yields the moment before something happens at it. Raises ValueError for a story that goes back in time.
    """
    begun = list(stories)
    waiting = [(next(story), number) for number, story in enumerate(begun)]
    heapify(waiting)
    while waiting:
        moment, number = heappop(waiting)
        yield moment
        try:
            following = begun[number].send(moment)
        except StopIteration:
            continue
        if following < moment:
            raise ValueError(f"a story goes back from {moment} to {following}")
        heappush(waiting, (following, number))
