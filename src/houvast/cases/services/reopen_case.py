"""Reopen a closed case; each time counts as a relapse."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events, policy
from houvast.cases.models import CaseResident, PhasePeriod, Reopening
from houvast.cases.rules.opening import Choice
from houvast.cases.services.add_resident import lock_residents
from houvast.cases.services.steps.begin_period import PeriodChange, begin_period
from houvast.cases.services.steps.deciding import seats_for
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "cases_reopening.reason"
IN_ANOTHER_CASE = (
    "Een inwoner uit deze casus staat nu in een andere open casus. Koppel de casussen eerst met een reden."
)


def reopen_case(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    phase: int,
    reason: str,
    chosen: Mapping[Responsibility, Choice],
    seen_period: UUID | None = None,
) -> None:
    """Reopen in the phase it was closed in, or one in which the model lets a case begin.

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with acting_on_case(events.CASE_REOPENED, actor=actor, now=now, case_id=case_id, seen_period=seen_period) as loaded:
        loaded.permit(policy.may_reopen(loaded.viewer, loaded.facts))
        problems = {}
        if phase not in {*loaded.model.opening_phases, loaded.phase}:
            problems["phase"] = "Kies de fase waarin de casus sloot, of een fase waarin een casus mag beginnen."
        if not reason.strip():
            problems["reason"] = "Schrijf op wat er gebeurde en waarom de casus weer open gaat."
        if problems:
            raise Invalid(problems)
        seats = seats_for(loaded, phase, chosen, now=now)
        change = PeriodChange(phase, PhasePeriod.Cause.REOPENED, loaded.viewer.member_id, chosen=seats)
        period = _begin(loaded, change, now)
        loaded.case.relapses += 1
        loaded.case.save(update_fields=["relapses"])
        row_id = new_id()
        Reopening(
            id=row_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            period=period,
            reason_sealed=seal(loaded.case.key, reason.strip(), place=f"{REASON_PLACE}:{row_id}"),
            reopened_by_id=loaded.viewer.member_id,
            reopened_at=now,
        ).save(force_insert=True)
        relapses = loaded.case.relapses
        loaded.about("reopening", row_id, phase=phase, relapses=relapses, **loaded.seats_changed())


def _begin(loaded: LoadedCase, change: PeriodChange, now: datetime) -> PhasePeriod:
    present = CaseResident.objects.filter(case=loaded.case, until__isnull=True)
    lock_residents(list(present.values_list("resident_id", flat=True)), loaded.case)
    try:
        with transaction.atomic():
            return begin_period(loaded.case, change, loaded.model, now=now)
    except IntegrityError as refused:
        raise Invalid({"residents": IN_ANOTHER_CASE}) from refused
