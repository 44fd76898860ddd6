"""What the tables say about one case: where it stands on an agenda, and what came of it where the meeting closed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.consultation import scopes
from houvast.consultation.models import AgendaItem, Meeting
from houvast.consultation.rules.agenda import AgendaCause
from houvast.consultation.selectors import asking, minutes
from houvast.consultation.selectors.asking import QuestionLine
from houvast.consultation.selectors.minutes import ResolutionLine, TextLine
from houvast.consultation.services.put_on_agenda import QUESTION_PLACE
from houvast.consultation.services.steps.loading import key_of
from houvast.directory.viewer import Viewer
from houvast.vault.sealing import unseal

MOST = 30


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A case on an agenda. What was said, decided and put right is there once the meeting is closed: until then it is
    still being written.

    `questions` are those that it asked other tables, and those that it answers. `may_open` says that the viewer sees
    the meeting as well.
    """

    id: UUID
    meeting_id: UUID
    table: str
    starts_at: datetime
    state: Meeting.State
    closed_at: datetime | None
    cause: AgendaCause
    question: str
    said: TextLine | None
    resolutions: tuple[ResolutionLine, ...]
    corrections: tuple[TextLine, ...]
    questions: tuple[QuestionLine, ...]
    may_open: bool


@dataclass(frozen=True, slots=True)
class CaseAtTables:
    """The items of a case that the viewer may see, newest meeting first, and all questions about it between tables."""

    items: tuple[CaseItem, ...]
    questions: tuple[QuestionLine, ...]


NO_TABLES = CaseAtTables((), ())


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> CaseAtTables:
    """Give what tables say about a case, as far as the viewer sees it: two queries when it stands on no agenda, and
    seven whatever their number.
    """
    asked = asking.of_case(viewer, case_id, now=now)
    seen = scopes.items(viewer, now=now).filter(case_id=case_id, taken_off_at__isnull=True)
    joined = seen.select_related("meeting__table", "case__key")
    rows = list(joined.order_by("-meeting__starts_at", "-id")[:MOST])
    if not rows:
        return CaseAtTables((), asked)
    meeting_ids = [row.meeting_id for row in rows]
    sees = set(scopes.meetings(viewer, now=now).filter(pk__in=meeting_ids).values_list("pk", flat=True))
    closed = [row.id for row in rows if row.meeting.state == Meeting.State.CLOSED]
    texts = minutes.texts(viewer, closed, now=now)
    decided = minutes.resolutions(viewer, closed, now=now)
    corrected = minutes.corrections(viewer, closed, now=now)
    here = {row.id for row in rows}
    items = tuple(
        CaseItem(
            id=row.id,
            meeting_id=row.meeting_id,
            table=row.meeting.table.name,
            starts_at=row.meeting.starts_at,
            state=Meeting.State(row.meeting.state),
            closed_at=row.meeting.closed_at,
            cause=AgendaCause(row.cause),
            question=_question(row),
            said=texts.get(row.id),
            resolutions=tuple(each for each in decided if each.item_id == row.id),
            corrections=tuple(each for each in corrected if each.item_id == row.id),
            questions=tuple(each for each in asked if _belongs(each, row.id, here)),
            may_open=row.meeting_id in sees,
        )
        for row in rows
    )
    return CaseAtTables(items, asked)


def _belongs(asked: QuestionLine, item_id: UUID, here: set[UUID]) -> bool:
    """Say whether a question is shown at an item: once, where it was asked; else where it is answered."""
    return item_id == (asked.item_id if asked.item_id in here else asked.answering_item_id)


def _question(item: AgendaItem) -> str:
    return unseal(key_of(item), item.question_sealed, place=f"{QUESTION_PLACE}:{item.id}")
