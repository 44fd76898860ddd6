"""What people wrote to each other when they asked for a seat or for a team, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.cases.models import HandOver, TakeOverRequest
from houvast.cases.services.answer_hand_over import REASON_PLACE as ANSWER_PLACE
from houvast.cases.services.answer_take_over import ADVICE_PLACE
from houvast.cases.services.ask_hand_over import REASON_PLACE as HAND_OVER_PLACE
from houvast.cases.services.ask_take_over import REASON_PLACE as TAKE_OVER_PLACE
from houvast.directory.viewer import Viewer
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class Words:
    """What was asked and what was answered; each is "" when nothing was written (yet)."""

    question: str = ""
    answer: str = ""


def hand_over_words(viewer: Viewer, case_id: UUID, *, now: datetime, only: UUID | None = None) -> Mapping[UUID, Words]:
    """Give the words of the hand-overs of a case, or of one, that the viewer may read; by the id of the question."""
    rows = scopes.hand_over_words(viewer, now=now).filter(case_id=case_id)
    if only is not None:
        rows = rows.filter(pk=only)
    return {row.id: _of_hand_over(row) for row in rows.select_related("case__key", "answer")}


def _of_hand_over(row: HandOver) -> Words:
    key, answer = row.case.key, getattr(row, "answer", None)
    return Words(
        question=unseal(key, row.reason_sealed, place=f"{HAND_OVER_PLACE}:{row.id}"),
        answer="" if answer is None else unseal(key, answer.reason_sealed, place=f"{ANSWER_PLACE}:{answer.id}"),
    )


def take_over_words(viewer: Viewer, case_id: UUID, *, now: datetime, only: UUID | None = None) -> Mapping[UUID, Words]:
    """Give the words of the questions to teams in a case, or of one, that the viewer may read; by their id."""
    rows = scopes.take_over_words(viewer, now=now).filter(case_id=case_id)
    if only is not None:
        rows = rows.filter(pk=only)
    return {row.id: _of_take_over(row) for row in rows.select_related("case__key", "answer")}


def _of_take_over(row: TakeOverRequest) -> Words:
    key, answer = row.case.key, getattr(row, "answer", None)
    return Words(
        question=unseal(key, row.reason_sealed, place=f"{TAKE_OVER_PLACE}:{row.id}"),
        answer="" if answer is None else unseal(key, answer.advice_sealed, place=f"{ADVICE_PLACE}:{answer.id}"),
    )
