"""Settle what a resident asked or objected to: it is done, or it was weighed."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.cases import events
from houvast.cases.models import Statement, StatementEnd
from houvast.kernel.actor import Actor


def settle_statements(*, actor: Actor, now: datetime, source_id: UUID) -> None:
    """Settle what came from one request and waits, in every case; an own view stays. Safe to repeat."""
    rows = Statement.objects.filter(source_id=source_id, end=None).exclude(kind=Statement.Kind.OWN_VIEW)
    for row in rows.order_by("case_id"):
        case_id, here = row.case_id, row.municipality_id
        with act(events.STATEMENT_SETTLED, actor=actor, now=now, municipality=here, case=case_id) as acting:
            StatementEnd(
                statement=row,
                case_id=case_id,
                municipality_id=here,
                by_id=actor.member_id,
                at=now,
            ).save(force_insert=True)
            acting.subject, acting.subject_id, acting.ground = "statement", row.id, "request"
            acting.details = {"kind": row.kind, "request": str(source_id)}
