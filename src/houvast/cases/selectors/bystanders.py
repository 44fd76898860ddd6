"""Neighbours and notifiers of a case, for who leads it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import scopes_bystanders
from houvast.cases.models import Bystander, BystanderTurn
from houvast.cases.services.add_bystander import TEXT_PLACE, WHO_PLACE
from houvast.directory.viewer import Viewer
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class BystanderSaid:
    """What was recorded: what kind of thing, in which words, when and by whom."""

    kind: BystanderTurn.Kind
    text: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class BystanderLine:
    """Somebody who lives near or who notified, with what was recorded, the newest first."""

    id: UUID
    kind: Bystander.Kind
    who: str
    confidential: bool
    said: tuple[BystanderSaid, ...]

    @property
    def is_over(self) -> bool:
        """Say whether they take no part any more."""
        return any(each.kind is BystanderTurn.Kind.OVER for each in self.said)


def bystanders_of(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[BystanderLine, ...]:
    """Give them in the order in which they came, for who leads the case; in two queries."""
    rows = scopes_bystanders.bystanders(viewer, now=now).filter(case_id=case_id).select_related("case__key")
    found = list(rows.order_by("added_at", "id"))
    said: dict[UUID, list[BystanderSaid]] = defaultdict(list)
    turns = BystanderTurn.objects.filter(bystander__in=found).select_related("by", "case__key")
    for turn in turns.order_by("-at", "-id"):
        text = unseal(turn.case.key, turn.text_sealed, place=f"{TEXT_PLACE}:{turn.id}")
        said[turn.bystander_id].append(BystanderSaid(BystanderTurn.Kind(turn.kind), text, turn.at, turn.by.name))
    return tuple(_line(row, said[row.id]) for row in found)


def _line(row: Bystander, said: list[BystanderSaid]) -> BystanderLine:
    who = unseal(row.case.key, row.who_sealed, place=f"{WHO_PLACE}:{row.id}")
    return BystanderLine(row.id, Bystander.Kind(row.kind), who, row.confidential, tuple(said))
