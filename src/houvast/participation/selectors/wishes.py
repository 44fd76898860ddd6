"""What somebody wishes on their own page: for who leads the case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.participation import scopes
from houvast.participation.models import Wish
from houvast.participation.rules.wishing import WishKind
from houvast.participation.selectors.taking_part import name_of
from houvast.participation.services.make_wish import PLACE
from houvast.residents.rules.naming import full_name
from houvast.vault.sealing import unseal

MOST = 20
JOINS = ("case__key", "resident", "participant__person", "participant__network_member")


@dataclass(frozen=True, slots=True)
class WishLine:
    """What is wished, by whom, about which resident; and the answer, with the day on which it was given."""

    id: UUID
    case_id: UUID
    resident_id: UUID
    about: str
    by: str
    kind: WishKind
    about_id: UUID | None
    stood: str
    name: str
    relation: str
    phone: str
    words: str
    at: datetime
    is_granted: bool | None
    answer: str
    new_on: date | None
    answered_at: datetime | None


def open_wishes(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[WishLine, ...]:
    """Give what waits for an answer in cases that the viewer leads, the longest waiting first; in one query."""
    rows = scopes.wishes(viewer, now=now).filter(case_id__in=case_ids, answered_at__isnull=True)
    return tuple(wish_line(row) for row in rows.select_related(*JOINS).order_by("at", "id")[:MOST])


def wish(viewer: Viewer, case_id: UUID, wish_id: UUID, *, now: datetime) -> WishLine:
    """Give one wish in a case that the viewer leads. Raises `NotVisible`."""
    row = scopes.wishes(viewer, now=now).filter(pk=wish_id, case_id=case_id).select_related(*JOINS).first()
    if row is None:
        raise NotVisible
    return wish_line(row)


def wish_line(row: Wish) -> WishLine:
    """Give a wish; the row comes with its joins."""

    def told(name: str) -> str:
        sealed = getattr(row, f"{name}_sealed")
        return unseal(row.case.key, sealed, place=f"{PLACE}.{name}:{row.id}") if sealed else ""

    who = row.resident
    return WishLine(
        id=row.id,
        case_id=row.case_id,
        resident_id=row.resident_id,
        about=full_name(who.first_names, who.surname_prefix, who.surname),
        by=name_of(row.participant),
        kind=WishKind(row.kind),
        about_id=row.about_id,
        stood=told("stood"),
        name=told("name"),
        relation=told("relation"),
        phone=told("phone"),
        words=told("words"),
        at=row.at,
        is_granted=row.is_granted,
        answer=told("answer"),
        new_on=row.new_on,
        answered_at=row.answered_at,
    )
