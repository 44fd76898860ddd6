"""The turns between a resident and somebody of their network: reading them, and adding one."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.kernel.ids import new_id
from houvast.residents.models import NetworkMember, NetworkTurn
from houvast.residents.rules.networking import Allowed, NetworkStep, TellingGround, Turn
from houvast.vault.sealing import seal, unseal

WORDS_PLACE = "residents_networkturn.words"


def turns_of(rows: QuerySet[NetworkTurn]) -> dict[UUID, list[Turn]]:
    """Give turns by whom they are about, in their order; in one query."""
    found: dict[UUID, list[Turn]] = defaultdict(list)
    for row in rows.select_related("network_member__resident__key").order_by("number"):
        found[row.network_member_id].append(_turn(row))
    return found


def turns_with(member_id: UUID) -> list[Turn]:
    """Give the turns with one person in their order, in one query."""
    return turns_of(NetworkTurn.objects.filter(network_member_id=member_id))[member_id]


def write_turn(member: NetworkMember, turn: Turn, before: Sequence[Turn], *, by: UUID | None, now: datetime) -> UUID:
    """Add a turn, or give the newest one when it says the same."""
    number = len(before)
    if before and before[-1] == turn:
        return NetworkTurn.objects.get(network_member=member, number=number).id
    row_id, words = new_id(), turn.words.strip()
    place = f"{WORDS_PLACE}:{row_id}"
    NetworkTurn(
        id=row_id,
        network_member=member,
        municipality_id=member.municipality_id,
        number=number + 1,
        step=turn.step.value,
        on_date=turn.on,
        allowed=[each.value for each in turn.allowed],
        telling_ground=turn.ground.value,
        words_sealed=seal(member.resident.key, words, place=place) if words else b"",
        by_id=by,
        at=now,
    ).save(force_insert=True)
    return row_id


def _turn(row: NetworkTurn) -> Turn:
    key = row.network_member.resident.key
    words = unseal(key, row.words_sealed, place=f"{WORDS_PLACE}:{row.id}") if row.words_sealed else ""
    allowed = tuple(Allowed(each) for each in row.allowed)
    return Turn(NetworkStep(row.step), row.on_date, allowed, TellingGround(row.telling_ground), words)
