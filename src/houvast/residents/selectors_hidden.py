"""What a hidden address or a shield hides, asked without being told: does this text give it away, who lives there?

What is hidden leaves this room in no answer. Questions about a hidden address look at everybody who ever lived in a
household with those whom they are about, so that no member of it gives away where another one is.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.residents import scopes
from houvast.residents.models import HouseholdMember, Resident
from houvast.residents.rules.hiding import HiddenPlace, gives_away, same_house
from houvast.residents.rules.shielding import Other
from houvast.residents.rules.traces import Traces
from houvast.residents.selectors_shielding import against, traces_of


def without_address(ids: Collection[UUID]) -> frozenset[UUID]:
    """Give who of these may have no address on paper: it is hidden, or somebody's whose address is hidden; in two
    queries.
    """
    hidden = [_place(row) for row in _hidden_around(ids)]
    rows = scopes.among(ids)
    return frozenset(
        row.id for row in rows if row.hidden_address or any(same_house(_place(row), each) for each in hidden)
    )


def told_in(text: str, ids: Collection[UUID]) -> bool:
    """Say whether a text gives away a hidden address of these people or of who lived with them; in one query."""
    return told_in_each([text], ids)[0]


def told_in_each(texts: Sequence[str], ids: Collection[UUID]) -> tuple[bool, ...]:
    """Say of each of these texts whether it does; in one query."""
    hidden = [_place(row) for row in _hidden_around(ids)]
    return tuple(any(gives_away(text, each) for each in hidden) for text in texts)


def leads_to_shielded(text: str, other: Other, *, now: datetime) -> bool:
    """Say whether a text to somebody leads to a resident who is shielded from them: by place, town or number.

    In one query, and some for each such resident.
    """
    return traces_kept_from(other, now=now).taken_out(text) != text


def traces_kept_from(other: Other, *, now: datetime) -> Traces:
    """Give what leads to the residents who are shielded from somebody; what is the reader's own is no trace of another.

    In one query, and some for each such resident.
    """
    facts = against(None, other, now=now)
    own = traces_of(other.resident_id, now) if facts and other.resident_id else Traces()
    found = Traces()
    for each in facts:
        found |= traces_of(each.resident_id, each.since).without(own)
    return found


def _hidden_around(ids: Collection[UUID]) -> list[Resident]:
    households = HouseholdMember.objects.filter(resident_id__in=ids).values("household_id")
    together = HouseholdMember.objects.filter(household_id__in=households).values("resident_id")
    hidden = Resident.objects.filter(hidden_address=True)
    return list(hidden.filter(Q(pk__in=ids) | Q(pk__in=together)))


def _place(row: Resident) -> HiddenPlace:
    return HiddenPlace(row.street, row.house_number, row.postcode, row.phone, row.mail_to)
