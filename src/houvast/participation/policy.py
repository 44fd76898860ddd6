"""Acting around own pages: pure functions."""

from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts, may_work_in
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse
from houvast.participation.rules.taking_part import ParticipantKind


def may_let_take_part(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Giving an own page, a new code, and ending it: who leads the case or its process."""
    return may_work_in(viewer, facts)


def may_withhold(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Leaving a part out, and showing it again: the case director; who leads the process as long as there is none."""
    verdict, director = may_work_in(viewer, facts), facts.holder(Responsibility.CASE_DIRECTION)
    if not verdict.allowed or director is None or director in viewer.member_ids:
        return verdict
    return refuse("not_the_case_director", "Alleen de casusregisseur laat een deel weg, of laat het weer zien.")


def may_wish(kind: ParticipantKind) -> Verdict:
    """Proposing somebody and asking for another date: the resident, and who represents them; not their network."""
    if kind is ParticipantKind.NETWORK:
        return refuse("of_the_network", "De inwoner vraagt dit zelf, of wie de inwoner vertegenwoordigt.")
    return allow(kind.value)


def may_answer_wish(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Answering what somebody wishes: who leads the case or its process."""
    return may_work_in(viewer, facts)


def may_set(viewer: Viewer | None, municipality_id: UUID | None) -> Verdict:
    """Setting what own pages say here: the administrator; the system (None) when a region is filled."""
    if viewer is None:
        return allow("system")
    if viewer.is_administrator and municipality_id is not None and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente stelt dit in.")
