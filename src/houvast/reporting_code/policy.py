"""Acting on reporting codes that one can see: pure functions."""

from collections.abc import Collection
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts, may_work_in
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse

_KNOWS_CARE = frozenset({Part.CARE_NOTES, Part.CARE_SUMMARY})


def may_begin(viewer: Viewer, facts: CaseFacts, parts: Collection[Part]) -> Verdict:
    """Beginning one: who leads the case or its process, on a ground for care.

    A professional elsewhere follows the code of their own organisation. Public order has none: it tells who leads.
    """
    verdict = may_work_in(viewer, facts)
    if verdict.allowed and not _KNOWS_CARE.intersection(parts):
        return refuse("no_care_ground", "Een meldcode begint wie hulp of zorg geeft. Zeg tegen wie leidt wat u ziet.")
    return verdict


def may_record_step(viewer: Viewer, facts: CaseFacts, *, begun_by: UUID) -> Verdict:
    """Recording a step: who began it, also when the case is closed since, and the case director."""
    if begun_by in viewer.member_ids:
        return allow("began_it")
    if not facts.is_closed and facts.holder(Responsibility.CASE_DIRECTION) in viewer.member_ids:
        return allow("case_director")
    return refuse("not_the_starter", "Alleen wie de meldcode begon en de casusregisseur leggen een stap vast.")
