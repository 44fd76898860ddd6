"""Letters as pages show them: those of a case, and one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.letters import scopes
from houvast.letters.models import Letter
from houvast.letters.rules.content import LetterContent, content_from
from houvast.letters.services.make_letter import CONTENT_PLACE
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter with what it says. `sent_on` is None as long as nobody recorded that it went."""

    id: UUID
    case_id: UUID
    municipality_id: UUID
    kind: Letter.Kind
    way: Letter.Way
    content: LetterContent
    by: str
    organisation: str
    made_at: datetime
    sent_on: date | None


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[LetterLine, ...]:
    """Give the letters of a case that the viewer may read, newest first, in one query."""
    return _lines(scopes.letters(viewer, now=now).filter(case_id=case_id))


def letter(viewer: Viewer, letter_id: UUID, *, now: datetime) -> LetterLine:
    """Give one letter. Raises `NotVisible`. The door puts the read on record."""
    found = _lines(scopes.letters(viewer, now=now).filter(pk=letter_id))
    if not found:
        raise NotVisible
    return found[0]


def _lines(rows: QuerySet[Letter]) -> tuple[LetterLine, ...]:
    joined = rows.select_related("case__key", "made_by", "organisation", "sent").order_by("-made_at", "-id")
    return tuple(
        LetterLine(
            id=row.id,
            case_id=row.case_id,
            municipality_id=row.municipality_id,
            kind=Letter.Kind(row.kind),
            way=Letter.Way(row.way),
            content=content_from(unseal(row.case.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}")),
            by=row.made_by.name,
            organisation=row.organisation.name,
            made_at=row.made_at,
            sent_on=row.sent.sent_on if hasattr(row, "sent") else None,
        )
        for row in joined
    )
