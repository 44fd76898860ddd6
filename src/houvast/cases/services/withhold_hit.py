"""Let a case give no hit to who asks whether somebody is known, or go on with that."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy_hits
from houvast.cases.models import WithheldHit
from houvast.cases.rules.withholding import withholding_problems
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal, unseal

REASON_PLACE = "cases_withheldhit.reason"
END_PLACE = "cases_withheldhit.end_reason"


def withhold_hit(*, actor: Actor, now: datetime, case_id: UUID, reason: str, review_on: date | None) -> UUID:
    """Withhold it from this second on; gives the id. What ran before ends: its place is taken by this.

    Asked once more in the same words, it stays as it runs.

    Raises `NotVisible`, `Refused` or `Invalid`.
    """
    with acting_on_case(events.HIT_WITHHELD, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy_hits.may_withhold_hit(loaded.viewer, loaded.facts))
        problems = withholding_problems(reason, review_on, in_amsterdam(now).date())
        if problems or review_on is None:
            raise Invalid(problems)
        running = WithheldHit.objects.filter(case=loaded.case, ended_at__isnull=True, review_on=review_on).first()
        if running and _reason(loaded, running) == reason.strip():
            loaded.about("withheld_hit", running.id)
            return running.id
        _end_running(loaded, reason, now)
        row_id = new_id()
        WithheldHit(
            id=row_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            reason_sealed=seal(loaded.case.key, reason.strip(), place=f"{REASON_PLACE}:{row_id}"),
            review_on=review_on,
            added_by_id=loaded.viewer.member_id,
            added_at=now,
        ).save(force_insert=True)
        loaded.about("withheld_hit", row_id)
        return row_id


def give_hit_again(*, actor: Actor, now: datetime, case_id: UUID, reason: str) -> None:
    """End it, from the same second. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when nothing runs."""
    with acting_on_case(events.HIT_GIVEN_AGAIN, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy_hits.may_withhold_hit(loaded.viewer, loaded.facts))
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom dit niet meer nodig is."})
        ended = _end_running(loaded, reason, now)
        if ended is None:
            raise Conflict("Deze casus gaf al weer een treffer.")
        loaded.about("withheld_hit", ended)


def _reason(loaded: LoadedCase, row: WithheldHit) -> str:
    return unseal(loaded.case.key, row.reason_sealed, place=f"{REASON_PLACE}:{row.id}")


def _end_running(loaded: LoadedCase, reason: str, now: datetime) -> UUID | None:
    row = WithheldHit.objects.filter(case=loaded.case, ended_at__isnull=True).first()
    if row is None:
        return None
    row.ended_by_id, row.ended_at = loaded.viewer.member_id, now
    row.end_reason_sealed = seal(loaded.case.key, reason.strip(), place=f"{END_PLACE}:{row.id}")
    row.save(update_fields=["ended_by", "ended_at", "end_reason_sealed"])
    return row.id
