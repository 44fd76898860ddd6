"""Record a measure that limits somebody of a case, with its ground, its period and what the resident was told."""

from datetime import datetime
from uuid import UUID

from houvast.cases.services.act_in_case import act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events, policy, scopes
from houvast.plans.models import Limit
from houvast.plans.rules.limits import WVGGZ, LimitContent, Measure, NewLimit, limit_problems, written
from houvast.vault.sealing import seal

LIMIT_PLACE = "plans_limit.content"


def record_limit(*, actor: Actor, now: datetime, case_id: UUID, new: NewLimit, limit_id: UUID) -> UUID:
    """Record a limit; gives its id. `limit_id` is made before the act, so that pressing twice records one.

    Raises `NotVisible`, `Refused`, `Invalid` with a message at each field, or `Conflict` when it is there already.
    """
    with act_in_case(events.LIMIT_RECORDED, actor=actor, now=now, case_id=case_id) as loaded:
        viewer, is_care = loaded.viewer, new.kind is Measure.COMPULSORY_CARE
        sees_care = scopes.sees_care(viewer, case_id, now=now)
        loaded.permit(policy.may_limit(viewer, loaded.facts, is_care=is_care, sees_care=sees_care))
        problems = limit_problems(new, in_amsterdam(now).date())
        if problems or new.starts_on is None or new.ends_on is None:
            raise Invalid(problems)
        if Limit.objects.filter(pk=limit_id).exists():
            raise Conflict("Deze maatregel staat er al. Zij staat één keer bij het plan.")
        content = LimitContent(new.what.strip(), new.authority.strip(), new.law.strip(), new.told.strip())
        Limit(
            id=limit_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            kind=new.kind,
            content_sealed=seal(loaded.case.key, written(content), place=f"{LIMIT_PLACE}:{limit_id}"),
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            told_on=new.told_on,
            tell_before=new.tell_before,
            at=now,
            by_id=viewer.member_id,
            ground=WVGGZ if is_care else min(viewer.domains, default="partner"),
            organisation_id=viewer.organisation_id,
            retention_from=in_amsterdam(now).date(),
        ).save(force_insert=True)
        loaded.about("limit", limit_id, kind=new.kind.value, told=new.told_on is not None)
        return limit_id
