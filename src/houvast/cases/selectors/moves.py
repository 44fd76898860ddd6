"""Moves to another municipality: offers of a case, what came over with one, and what waits for an answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.cases.models import CrossingGround, MoveAnswer, MoveOffer
from houvast.cases.rules.moves import AskedToReceive, Carried
from houvast.cases.selectors.questions import MOST
from houvast.cases.services.steps.move_rows import (
    GROUND_PLACE,
    REASON_PLACE,
    RECEIVED_PLACE,
    coming_in_words,
    functions_that_answer,
    opened,
    who_is_asked,
)
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

_SEALED = ("ground_words_sealed", "summary_sealed", "carried_sealed")
_JOINS = ("municipality", "to_municipality", "to_member", "to_team", "offered_by", "answer__answered_by")


@dataclass(frozen=True, slots=True)
class MoveLine:
    """An offer and its answer; `outcome` is None while it waits. `reason` is why not, in words."""

    id: UUID
    case_id: UUID
    from_municipality: str
    to_municipality_id: UUID
    to_municipality: str
    asked: AskedToReceive
    asked_name: str
    offered_by_id: UUID
    offered_by: str
    offered_by_phone: str
    offered_at: datetime
    answer_before: datetime
    outcome: MoveAnswer.Outcome | None
    answered_by: str
    answered_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class MovePage:
    """One offer whole: what goes over, on which ground; `coming` are its moments in words.

    `municipality_id` and `case_id` are those of the old case.
    """

    line: MoveLine
    municipality_id: UUID
    phase: int
    ground: CrossingGround
    ground_words: str
    summary: str
    carried: Carried
    coming: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReceivedMove:
    """What came over with a case: from where, who offered and who accepted, and the words that went with it."""

    from_municipality: str
    offered_by: str
    accepted_by: str
    at: datetime
    words: str


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[MoveLine, ...]:
    """Give the offers of a case that the viewer leads, the newest first; in one query, or two when a team is asked."""
    rows = scopes.move_offers(viewer, now=now).filter(case_id=case_id).select_related(*_JOINS, "case__key")
    found = list(rows.defer(*_SEALED).order_by("-offered_at", "-id"))
    functions = functions_that_answer(found, viewer.municipality_id)
    return tuple(_line(row, functions, why=True) for row in found)


def received(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[ReceivedMove, ...]:
    """Give what came over with a case that the viewer leads: one at most; in one query."""
    rows = scopes.received_moves(viewer, now=now).filter(new_case_id=case_id)
    joined = rows.select_related("offer__municipality", "offer__offered_by", "answered_by", "new_case__key")
    return tuple(_received(row, row.new_case.key) for row in joined if row.new_case is not None)


def waiting(viewer: Viewer, *, now: datetime) -> tuple[MoveLine, ...]:
    """Give the visible offers that wait for an answer, the oldest term first, no text opened; in one or two queries."""
    rows = scopes.move_offers(viewer, now=now).filter(answer__isnull=True).select_related(*_JOINS).defer(*_SEALED)
    found = list(rows.order_by("answer_before", "id")[:MOST])
    functions = functions_that_answer(found, viewer.municipality_id)
    return tuple(_line(row, functions, why=False) for row in found)


def by_id(viewer: Viewer, offer_id: UUID, *, now: datetime) -> MovePage:
    """Give one offer whole. Raises `NotVisible`."""
    row = scopes.move_offers(viewer, now=now).filter(pk=offer_id).select_related(*_JOINS, "case__key").first()
    if row is None:
        raise NotVisible
    summary, carried = opened(row, row.case)
    return MovePage(
        line=_line(row, functions_that_answer([row], viewer.municipality_id), why=True),
        municipality_id=row.municipality_id,
        phase=row.phase,
        ground=CrossingGround(row.ground),
        ground_words=unseal(row.case.key, row.ground_words_sealed, place=f"{GROUND_PLACE}:{row.id}"),
        summary=summary,
        carried=carried,
        coming=coming_in_words(carried.moments, now=now),
    )


def _line(row: MoveOffer, functions: frozenset[str], *, why: bool) -> MoveLine:
    answer: MoveAnswer | None = getattr(row, "answer", None)
    reason = ""
    if why and answer is not None:
        reason = unseal(row.case.key, answer.reason_sealed, place=f"{REASON_PLACE}:{answer.id}")
    return MoveLine(
        id=row.id,
        case_id=row.case_id,
        from_municipality=row.municipality.name,
        to_municipality_id=row.to_municipality_id,
        to_municipality=row.to_municipality.name,
        asked=who_is_asked(row, functions),
        asked_name=row.to_member.name if row.to_member else f"team {row.to_team.name}" if row.to_team else "",
        offered_by_id=row.offered_by_id,
        offered_by=row.offered_by.name,
        offered_by_phone=row.offered_by.phone,
        offered_at=row.offered_at,
        answer_before=row.answer_before,
        outcome=None if answer is None else MoveAnswer.Outcome(answer.outcome),
        answered_by="" if answer is None else answer.answered_by.name,
        answered_at=None if answer is None else answer.answered_at,
        reason=reason,
    )


def _received(row: MoveAnswer, key: Key) -> ReceivedMove:
    return ReceivedMove(
        from_municipality=row.offer.municipality.name,
        offered_by=row.offer.offered_by.name,
        accepted_by=row.answered_by.name,
        at=row.answered_at,
        words=unseal(key, row.received_sealed, place=f"{RECEIVED_PLACE}:{row.id}"),
    )
