"""Asking another table: what a question or an answer lacks, and where a question stands. Pure functions."""

from enum import StrEnum
from uuid import UUID

from houvast.consultation.rules.agenda import LONGEST_QUESTION


class QuestionState(StrEnum):
    """Where a question between tables stands."""

    WAITING = "waiting"
    ON_AGENDA = "on_agenda"
    DISCUSSED = "discussed"
    ENDED = "ended"


def question_problems(question: str, *, table_fits: bool) -> dict[str, str]:
    """Say at each field what a question to another table lacks."""
    problems = {}
    if not table_fits:
        problems["table"] = "Kies een tafel uit de lijst. Aan één tafel kan één vraag tegelijk openstaan."
    if not question.strip():
        problems["question"] = "Schrijf op wat u de andere tafel vraagt."
    elif len(question) > LONGEST_QUESTION:
        problems["question"] = f"Maak de vraag korter: hoogstens {LONGEST_QUESTION} tekens."
    return problems


def question_state(*, answering_item: UUID | None, meeting_closed: bool, ended: bool) -> QuestionState:
    """Say where a question stands: it waits for an agenda, is on one, was discussed without an answer yet, or ended."""
    if ended:
        return QuestionState.ENDED
    if answering_item is None:
        return QuestionState.WAITING
    return QuestionState.DISCUSSED if meeting_closed else QuestionState.ON_AGENDA
