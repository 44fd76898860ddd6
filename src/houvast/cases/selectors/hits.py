"""Hit or no hit: which open cases are about a resident, and whom to call. Triage sees this much and no more.

This is the row "triage officer" of the matrix (`docs/wie-ziet-wat.md`): it does not read the access table, so it gives
nothing that is not in `CaseHit`. A case from which the viewer is locked out is no hit.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.model import Phase
from houvast.cases.models import Case, PhasePeriod
from houvast.cases.rules.seats import SeatState
from houvast.cases.scopes_shielding import known_places
from houvast.directory.selectors import models_by_id
from houvast.directory.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CaseHit:
    """An open case: its code, its phase, and who leads it ("" when nobody who works for an organisation does)."""

    case_id: UUID
    code: str
    phase: Phase
    director: str
    director_phone: str
    director_state: SeatState


def open_cases_about(
    viewer: Viewer, resident_ids: Collection[UUID], *, now: datetime
) -> dict[UUID, tuple[CaseHit, ...]]:
    """Give the open cases about each of these residents by resident, in two queries; a resident in none is left out."""
    rows = list(
        known_places(viewer, now=now)
        .filter(resident_id__in=resident_ids, until__isnull=True, case__phase_period__state=PhasePeriod.State.OPEN)
        .select_related("case__phase_period", "case__case_direction__member")
        .order_by("case__code")
    )
    models = models_by_id({row.case.adopted_model_id for row in rows})
    found: dict[UUID, tuple[CaseHit, ...]] = {}
    for row in rows:
        phase = models[row.case.adopted_model_id].phase(row.case.phase_period.phase)
        found[row.resident_id] = (*found.get(row.resident_id, ()), _hit(row.case, phase))
    return found


def _hit(case: Case, phase: Phase) -> CaseHit:
    director = case.case_direction.member
    return CaseHit(
        case_id=case.id,
        code=case.code,
        phase=phase,
        director=director.name if director else "",
        director_phone=director.phone if director else "",
        director_state=SeatState(case.case_direction.state),
    )
