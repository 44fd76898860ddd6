"""Acting on plans and tasks of a case that one can see: pure functions."""

from collections.abc import Set
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts, may_work_in
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse
from houvast.plans.rules.tailor_made import Way


def may_plan(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Making a version of the plan, and agreeing on tasks: who leads the case or its process."""
    return may_work_in(viewer, facts)


def may_limit(viewer: Viewer, facts: CaseFacts, *, is_care: bool, sees_care: bool) -> Verdict:
    """Recording a limit, that it ended, and that the resident was told: who leads, and sees care where it is care."""
    verdict = may_work_in(viewer, facts)
    if verdict.allowed and is_care and not sees_care:
        return refuse("no_care_ground", "Verplichte zorg legt iemand vast die de zorg in deze casus mag zien.")
    return verdict


def may_report(viewer: Viewer, facts: CaseFacts, *, member_id: UUID | None, team_id: UUID | None) -> Verdict:
    """Saying how a task stands: who does it (or stands in), anybody of the team that does it, and who leads."""
    verdict = may_work_in(viewer, facts)
    if facts.is_closed:
        return verdict
    if member_id in viewer.member_ids or team_id in viewer.team_ids:
        return allow("owner")
    if verdict.allowed:
        return verdict
    return refuse("not_the_owner", "Alleen wie de taak doet, of wie de casus leidt, legt vast hoe zij ervoor staat.")


def may_link(viewer: Viewer, facts: CaseFacts, *, is_partners: bool, sends_codes: bool) -> Verdict:
    """Making a link to a task: who leads, for a task of an organisation, where Houvast can send a code."""
    verdict = may_work_in(viewer, facts)
    if not verdict.allowed:
        return verdict
    if not is_partners:
        return refuse("not_a_partners", "Een link is er voor een taak van een organisatie zonder account.")
    if not sends_codes:
        return refuse(
            "no_code_sender",
            "Links voor partners zijn nog niet ingesteld: Houvast kan hier geen sms sturen. Bel de partner. Vraag uw "
            "functioneel beheerder of dit aan kan.",
        )
    return verdict


def may_set_areas(viewer: Viewer | None, municipality_id: UUID | None) -> Verdict:
    """Setting the life areas of a municipality: its administrator; the system (None) when a region is filled."""
    if viewer is None:
        return allow("system")
    if viewer.is_administrator and municipality_id is not None and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente stelt dit in.")


def may_tailor(viewer: Viewer, facts: CaseFacts, way: Way) -> Verdict:
    """Tailor-made help: the case director decides alone; who leads the case or its process asks another to decide."""
    verdict = may_work_in(viewer, facts)
    if way is Way.ASKED or not verdict.allowed or facts.holder(Responsibility.CASE_DIRECTION) in viewer.member_ids:
        return verdict
    return refuse("not_the_case_director", "Alleen de casusregisseur beslist dit zelf.")


def may_decide_tailor_made(viewer: Viewer, facts: CaseFacts, functions: Set[str], *, asked_by: UUID) -> Verdict:
    """Answering a question for tailor-made help: who holds operational responsibility, or has a mandate for that.

    `functions` may hold that responsibility by the model. Nobody answers a question of their own.
    """
    if facts.is_closed:
        return may_work_in(viewer, facts)
    if viewer.member_id == asked_by:
        return refuse("own_question", "U vroeg dit zelf. Een ander beslist.")
    if facts.holder(Responsibility.OPERATIONAL) in viewer.member_ids:
        return allow("operational")
    if viewer.municipality_id == facts.municipality_id and viewer.mandates & functions:
        return allow("mandate")
    return refuse("not_operational", "Hierover beslist wie de operationele verantwoordelijkheid heeft.")


def may_see_figures(viewer: Viewer, functions: Set[str]) -> Verdict:
    """Numbers without names of one's own municipality: whose function may carry responsibility for money and people."""
    if viewer.municipality_id is not None and viewer.functions & functions:
        return allow("manages")
    return refuse("does_not_manage", "Deze cijfers zijn voor wie operationeel of bestuurlijk verantwoordelijk is.")
