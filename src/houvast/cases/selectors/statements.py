"""What residents say of what is held about them: beside what it is about, and as what waits for who leads."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import scopes_statements
from houvast.cases.models import Statement
from houvast.cases.services.put_statement import WORDS_PLACE
from houvast.directory.viewer import Viewer
from houvast.residents.rules.naming import full_name
from houvast.vault.sealing import unseal

MOST = 50


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What a resident says, in their own words, beside what, and since when."""

    id: UUID
    case_id: UUID
    resident_id: UUID
    resident: str
    kind: Statement.Kind
    about: Statement.About
    words: str
    at: datetime


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[StatementLine, ...]:
    """Give what residents say of a case, as far as the viewer sees what it is about; in one query."""
    return _lines(viewer, [case_id], now=now)


def waiting(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[StatementLine, ...]:
    """Give what waits in cases that the viewer leads: a correction that is asked, or an objection; in one query."""
    return tuple(each for each in _lines(viewer, case_ids, now=now) if each.kind is not Statement.Kind.OWN_VIEW)


def objecting(resident_ids: Collection[UUID]) -> frozenset[UUID]:
    """Give who of these objects to how their data are used, in whichever case; in one query. No word of it."""
    rows = Statement.objects.filter(resident__in=resident_ids, kind=Statement.Kind.OBJECTION, end=None)
    return frozenset(rows.values_list("resident_id", flat=True))


def _lines(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[StatementLine, ...]:
    rows = scopes_statements.statements(viewer, now=now).filter(case_id__in=case_ids)
    return tuple(_line(row) for row in rows.select_related("case__key", "resident").order_by("at", "id")[:MOST])


def _line(row: Statement) -> StatementLine:
    who = row.resident
    return StatementLine(
        id=row.id,
        case_id=row.case_id,
        resident_id=row.resident_id,
        resident=full_name(who.first_names, who.surname_prefix, who.surname),
        kind=Statement.Kind(row.kind),
        about=Statement.About(row.about),
        words=unseal(row.case.key, row.words_sealed, place=f"{WORDS_PLACE}:{row.id}"),
        at=row.at,
    )
