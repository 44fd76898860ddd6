"""Stories: what people do one after another, told together in the order of time."""

from collections.abc import Generator, Iterable, Iterator
from datetime import datetime
from heapq import heapify, heappop, heappush

Story = Generator[datetime, datetime, None]
"""Yields the moment of its next act, is given that moment when it has come, and then acts."""


def tell(stories: Iterable[Story]) -> Iterator[datetime]:
    """Tell stories together, so that numbers, histories and the audit log run in the order of time.

    Yields the moment before something happens at it. A story does not go back in time: an act that would be earlier
    than the one before it comes right after it. So many working days ago can be earlier than so many days ago, around
    weekends and holidays.
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
        heappush(waiting, (max(following, moment), number))
