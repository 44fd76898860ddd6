"""What residents let those of their network hear and do, and what may be told to who calls."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.residents.models import NetworkTurn
from houvast.residents.rules.networking import NetworkStanding, Telling, may_be_told, standing_of
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_shielding import what_may_go
from houvast.residents.services.steps.network_turns import turns_of, turns_with


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody of a network who calls: what holds, and what may be told now."""

    standing: NetworkStanding
    telling: Telling


def standings(resident_ids: Collection[UUID]) -> dict[UUID, NetworkStanding]:
    """Give what holds for everybody of the network of whom something was recorded, by their id; in one query."""
    turns = turns_of(NetworkTurn.objects.filter(network_member__resident_id__in=resident_ids))
    return {member_id: standing_of(each) for member_id, each in turns.items()}


def caller(resident_id: UUID, network_member_id: UUID, *, now: datetime) -> Caller:
    """Give what may be told to somebody of the network of a resident; in three queries.

    The ids come from a scope of the room that asks. The own page of a network member asks this too.
    """
    standing = standing_of(turns_with(network_member_id))
    gets = what_may_go([resident_id], Other(network_member_id=network_member_id), now=now)[resident_id]
    return Caller(standing, may_be_told(standing, gets))
