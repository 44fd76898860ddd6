"""Let who began a reporting code keep it in sight when its case closes, until it is decided."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from houvast.cases.rules.matrix import Relation
from houvast.cases.selectors.sights import not_locked_out, running_sources
from houvast.cases.services.let_see import Sight, end_sight, let_see
from houvast.kernel.actor import Actor
from houvast.reporting_code.models import ReportingCode, ReportingCodeStep
from houvast.reporting_code.rules.steps import CodeStep

SOURCE = "reporting_code"


def keep_open_codes(*, actor: Actor, now: datetime, case_id: UUID) -> None:
    """Give them sight of that there is a case, in the transaction that closed it: they still owe a decision.

    It asks nothing of who closes, who may not know that there is one.
    """
    decided = ReportingCodeStep.objects.filter(reporting_code_id=OuterRef("pk"), step=CodeStep.DECIDE)
    rows = ReportingCode.objects.filter(~Exists(decided), case_id=case_id).order_by("begun_at", "id")
    for row in rows.defer("why_sealed"):
        members = not_locked_out(case_id, [row.begun_by_id])
        if members:
            sight = Sight(Relation.TASK_OWNER, SOURCE, row.id, "began_it", members)
            let_see(actor=actor, now=now, case_id=case_id, sight=sight)


def end_kept_sight(code_id: UUID, case_id: UUID, *, actor: Actor, now: datetime) -> None:
    """End it, when it is decided."""
    if running_sources([code_id], now=now):
        end_sight(actor=actor, now=now, case_id=case_id, source=SOURCE, source_id=code_id)
