"""Which hand-overs still ask something."""

from functools import reduce
from operator import or_

from django.db.models import F, Q

from houvast.ave.vocabulary import Responsibility


def still_asked() -> Q:
    """Say of hand-overs that they wait for an answer.

    Nobody has answered, and the seat is as it was: once somebody else has it the question has lapsed.
    """
    seats = (Q(seat_id=F(f"case__{each.value}_id")) for each in Responsibility)
    return Q(answer__isnull=True) & reduce(or_, seats)
