"""What scopes show of what crosses to another municipality, worked out slowly for `test_scopes`."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TypeAlias
from uuid import UUID

from django.db.models import Model, QuerySet

from houvast.cases import scopes
from houvast.cases.models import Access, MoveAnswer, MoveOffer, StayElsewhere, StayTurn
from houvast.directory.models import Member
from tests.worlds import NOW

Scope: TypeAlias = Callable[..., QuerySet[Model]]
CROSSING_TABLES: tuple[type[Model], ...] = (StayElsewhere, StayTurn, MoveOffer, MoveAnswer)
_BEGINS = [NOW - timedelta(days=1), NOW, NOW + timedelta(seconds=1)]
_ENDS = [NOW, NOW + timedelta(seconds=1), NOW + timedelta(days=1)]


def reasons_to_cross(chance: random.Random) -> Iterator[tuple[UUID, str, dict[str, object]]]:
    """Give for each stay a host who sees it for a time, and for each offer who is asked to receive the case."""
    members = list(Member.objects.order_by("id"))
    for stay in StayElsewhere.objects.order_by("id"):
        host: dict[str, object] = {
            "member_id": chance.choice(members).id,
            "relation": "host",
            "source_id": stay.id,
            "from_at": chance.choice(_BEGINS),
            "until_at": chance.choice(_ENDS),
        }
        yield stay.case_id, "stay", host
    for offer in MoveOffer.objects.order_by("id"):
        asked: dict[str, object] = {
            "member_id": offer.to_member_id,
            "relation": "asked_to_receive",
            "source_id": offer.id,
            "from_at": chance.choice(_BEGINS),
        }
        yield offer.case_id, "move", asked


def crossed(world: dict[type[Model], list[Model]], reasons: list[Access]) -> dict[Scope, set[object]]:
    """Work out who sees which stays, offers and what came over: by the case, or only the one row of a reason."""
    rows = {table: [vars(row) for row in world[table]] for table in CROSSING_TABLES}

    def by_case(part: str, but: str) -> set[object]:
        return {reason.case_id for reason in reasons if reason.part == part and reason.relation != but}

    def by_row(part: str, relation: str) -> set[object]:
        return {reason.source_id for reason in reasons if reason.part == part and reason.relation == relation}

    led, hosted = by_case("stay", "host"), by_row("stay", "host")
    moved, asked = by_case("move", "asked_to_receive"), by_row("move", "asked_to_receive")
    stays = {row["id"] for row in rows[StayElsewhere] if row["case_id"] in led or row["id"] in hosted}
    return {
        scopes.stays: stays,
        scopes.stay_turns: {row["id"] for row in rows[StayTurn] if row["stay_id"] in stays},
        scopes.move_offers: {row["id"] for row in rows[MoveOffer] if row["case_id"] in moved or row["id"] in asked},
        scopes.received_moves: {row["id"] for row in rows[MoveAnswer] if row["new_case_id"] in moved},
    }
