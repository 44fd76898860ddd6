"""Who is the same person: somebody of a network may stand in the register too, and in more networks. Pure."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from houvast.residents.rules.shielding import Other, ShieldFacts


def also_known_as(other: Other, marks: Mapping[UUID, UUID]) -> frozenset[Other]:
    """Give everything that somebody is known as, also what was asked. `marks` give the resident of network members."""
    resident_id = other.resident_id or marks.get(other.network_member_id or UUID(int=0))
    if resident_id is None:
        return frozenset({other})
    near = (each for each, same in marks.items() if same == resident_id)
    return frozenset({other, Other(resident_id), *_in_networks(near)})


def _in_networks(ids: Iterable[UUID]) -> Iterable[Other]:
    return (Other(network_member_id=each) for each in ids)


def held_by_mark(near: Other, shields: Iterable[ShieldFacts]) -> frozenset[UUID]:
    """Give who would be open to somebody without the mark of `near`, of the shields that name what they are known as.

    Who is shielded from both sides by name stays shielded.
    """
    named = [(each.resident_id, each.other == near) for each in shields]
    return frozenset({who for who, is_near in named if is_near} ^ {who for who, is_near in named if not is_near})
