"""What own pages do not show now, and why: for who leads the case, and as work on the day to look again."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.participation import scopes
from houvast.participation.models import WithheldPart
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.withholding import review_on
from houvast.participation.selectors.taking_part import name_of
from houvast.participation.services.withhold_part import REASON_PLACE
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class WithheldLine:
    """A part that is not shown: from whom ("" is everybody), why, by whom, and when somebody looks again."""

    id: UUID
    part: OwnPart
    who: str
    reason: str
    by: str
    since: datetime
    review_on: date


def withheld_in(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[WithheldLine, ...]:
    """Give what is withheld in a case that the viewer leads, in one query."""
    rows = scopes.withheld_parts(viewer, now=now).filter(case_id=case_id)
    joins = ("case__key", "added_by", "participant__person", "participant__network_member")
    return tuple(_line(row) for row in rows.select_related(*joins).order_by("added_at", "id"))


def to_look_at_again(viewer: Viewer, today: date, *, now: datetime) -> dict[UUID, date]:
    """Give in which cases that the viewer leads somebody looks again today or before, and since which day."""
    rows = scopes.withheld_parts(viewer, now=now).values_list("case_id", "added_at", "days")
    days = [(case_id, review_on(in_amsterdam(at).date(), days)) for case_id, at, days in rows]
    return {case_id: day for case_id, day in sorted(days, key=lambda each: each[1], reverse=True) if day <= today}


def _line(row: WithheldPart) -> WithheldLine:
    return WithheldLine(
        id=row.id,
        part=OwnPart(row.part),
        who=name_of(row.participant) if row.participant else "",
        reason=unseal(row.case.key, row.reason_sealed, place=f"{REASON_PLACE}:{row.id}"),
        by=row.added_by.name,
        since=row.added_at,
        review_on=review_on(in_amsterdam(row.added_at).date(), row.days),
    )
