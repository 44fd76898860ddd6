"""Hit or no hit: which open cases are about a resident, and whom to call. Triage sees this much and no more.

This is the row "triage officer" of the matrix (`docs/wie-ziet-wat.md`): it does not read the access table, so it gives
nothing that is not in `CaseHit`. A case from which the viewer is locked out is no hit. Who asks whether one person is
known sees less (`KnownCase`): not which case it is, nor in which phase; and nothing of a case that withholds its hit.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.ave.model import Model, Phase
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, CaseResident, PhasePeriod
from houvast.cases.rules.seats import SeatState
from houvast.cases.scopes_shielding import known_places, offered_to, withholding
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


@dataclass(frozen=True, slots=True)
class KnownCase:
    """That somebody is known, and whom to ask: a function and a telephone number, and nothing of the case.

    `responsibility` is None when nobody has any. `case_id` and `about` (who is meant in it) are for the record.
    """

    case_id: UUID
    about: tuple[UUID, ...]
    municipality: str
    responsibility: Responsibility | None
    function: str
    phone: str


_ASKED = (Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION, Responsibility.OPERATIONAL)


def open_cases_about(
    viewer: Viewer, resident_ids: Collection[UUID], *, now: datetime
) -> dict[UUID, tuple[CaseHit, ...]]:
    """Give the open cases about each of these residents by resident, in two queries; a resident in none is left out."""
    rows = list(
        _open_places(viewer, now)
        .filter(resident_id__in=resident_ids)
        .select_related("case__phase_period", "case__case_direction__member")
        .order_by("case__code")
    )
    models = models_by_id({row.case.adopted_model_id for row in rows})
    found: dict[UUID, tuple[CaseHit, ...]] = {}
    for row in rows:
        phase = models[row.case.adopted_model_id].phase(row.case.phase_period.phase)
        found[row.resident_id] = (*found.get(row.resident_id, ()), _hit(row.case, phase))
    return found


def known_cases(viewer: Viewer, who: Q, municipality_ids: Collection[UUID], *, now: datetime) -> tuple[KnownCase, ...]:
    """Give the open cases about who is meant: in these municipalities, and those offered to the viewer's own.

    `who` says that of a resident (`residents.selectors.meant`, with the prefix `resident__`). One query when there is
    no hit, whatever the reason; one more for who leads them when there is.
    """
    here = Q(case__municipality_id__in=list(municipality_ids))
    rows = list(
        _open_places(viewer, now)
        .filter(who, here | Q(case_id__in=offered_to(viewer.municipality_id)))
        .exclude(case_id__in=withholding(now))
        .select_related("case__municipality", *(f"case__{each.value}__member" for each in _ASKED))
        .order_by("case_id", "resident_id")
    )
    found: dict[UUID, KnownCase] = {}
    adopted = models_by_id({row.case.adopted_model_id for row in rows})
    for row in rows:
        before = found.get(row.case_id)
        about = (*(before.about if before else ()), row.resident_id)
        found[row.case_id] = _known(row.case, adopted[row.case.adopted_model_id], about)
    return tuple(found.values())


def _open_places(viewer: Viewer, now: datetime) -> QuerySet[CaseResident]:
    places = known_places(viewer, now=now)
    return places.filter(until__isnull=True, case__phase_period__state=PhasePeriod.State.OPEN)


def _known(case: Case, model: Model, about: tuple[UUID, ...]) -> KnownCase:
    """Say whom to ask: who leads the case, else its process, else who sees to it that somebody does."""
    seats = [(each, getattr(case, each.value)) for each in _ASKED]
    held = [(each, seat) for each, seat in seats if seat.member is not None]
    responsibility, seat = held[0] if held else (None, None)
    function = model.functions.get(seat.function) if seat else None
    return KnownCase(
        case_id=case.id,
        about=about,
        municipality=case.municipality.name,
        responsibility=responsibility,
        function=function.name if function else "",
        phone=seat.member.phone if seat else "",
    )


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
