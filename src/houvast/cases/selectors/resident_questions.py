"""What residents were asked and nobody answered yet: for who leads, and for whom it is meant."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.cases import scopes_own_words
from houvast.cases.models import ResidentQuestion
from houvast.cases.services.ask_resident import QUESTION_PLACE
from houvast.directory.viewer import Viewer
from houvast.residents.rules.naming import full_name
from houvast.vault.sealing import unseal

MOST = 20


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer: to whom, by whom and when."""

    id: UUID
    resident: str
    question: str
    by: str
    at: datetime


def open_questions(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[OpenQuestion, ...]:
    """Give what waits for an answer in a case, for who sees its plan; in one query."""
    return _lines(scopes_own_words.resident_questions(viewer, now=now).filter(case_id=case_id))


def asked_of(case_id: UUID, resident_id: UUID) -> tuple[OpenQuestion, ...]:
    """Give what a resident is asked, for a higher room that judged who looks; in one query."""
    return _lines(scopes_own_words.questions_to(case_id, resident_id))


def _lines(rows: QuerySet[ResidentQuestion]) -> tuple[OpenQuestion, ...]:
    found = scopes_own_words.unanswered(rows).select_related("case__key", "resident", "by").order_by("at", "id")
    return tuple(_line(row) for row in found[:MOST])


def _line(row: ResidentQuestion) -> OpenQuestion:
    who = row.resident
    return OpenQuestion(
        id=row.id,
        resident=full_name(who.first_names, who.surname_prefix, who.surname),
        question=unseal(row.case.key, row.question_sealed, place=f"{QUESTION_PLACE}:{row.id}"),
        by=row.by.name,
        at=row.at,
    )
