"""Make the next version of a plan: the whole plan as it was agreed now. The version before it stays as it was."""

from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.children import has_children
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events, policy, scopes
from houvast.plans.models import Plan, PlanVersion
from houvast.plans.rules.areas import AreaLine, areas_of
from houvast.plans.rules.content import PlanContent, dated, problems_of, written
from houvast.vault.sealing import seal

CONTENT_PLACE = "plans_planversion.content"


def make_plan_version(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    content: PlanContent,
    seen_version: UUID | None,
    seen_words: int = 0,
) -> UUID:
    """Make the first or next version; gives its id.

    `seen_version` is the version that the person began from, None for the first; `seen_words` is
    the number of the last own words that they saw: no version is made past newer ones. Raises `NotVisible`, `Refused`,
    `Invalid` with a message at each field, or `Conflict` when somebody else made a version meanwhile.
    """
    with act_in_case(events.PLAN_MADE, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_plan(loaded.viewer, loaded.facts))
        loaded.require_heard(seen_words, now=now)
        plan = Plan.objects.select_related("current").filter(case_id=case_id).first()
        if seen_version != (plan.current_id if plan else None):
            raise Conflict("Iemand anders stelde intussen een versie van dit plan vast. Kijk opnieuw.")
        problems = problems_of(content, _known_areas(loaded.case.municipality_id), children=has_children(case_id))
        if problems:
            raise Invalid(problems)
        version_id = new_id()
        if plan is None:
            plan = Plan(case=loaded.case, municipality_id=loaded.case.municipality_id, current_id=version_id)
            plan.save(force_insert=True)
            number = 1
        else:
            number = plan.current.number + 1
        content = dated(content, in_amsterdam(now).date())
        _write(plan, loaded, content, version_id=version_id, number=number, now=now)
        loaded.about("plan_version", version_id, number=number, goals=len(content.goals))
        return version_id


def _known_areas(municipality_id: UUID) -> frozenset[str]:
    own = scopes.life_areas(municipality_id)
    return frozenset(area.code for area in areas_of(AreaLine(row.code, row.name, row.position) for row in own))


def _write(
    plan: Plan, loaded: LoadedCase, content: PlanContent, *, version_id: UUID, number: int, now: datetime
) -> None:
    PlanVersion(
        id=version_id,
        plan=plan,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=number,
        made_at=now,
        made_by_id=loaded.viewer.member_id,
        content_sealed=seal(loaded.case.key, written(content), place=f"{CONTENT_PLACE}:{version_id}"),
        says_children=bool(content.children.strip()),
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    ).save(force_insert=True)
