"""Giving no hit to who asks whether somebody is known: may this actor do it? Pure functions."""

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def may_withhold_hit(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Withholding the hit of a case, and ending that: who leads its process; who leads the case where nobody does."""
    if facts.is_closed:
        return refuse("case_closed", "Deze casus is gesloten en geeft geen treffer.")
    process = facts.holder(Responsibility.PROCESS_DIRECTION)
    if (process or facts.holder(Responsibility.CASE_DIRECTION)) in viewer.member_ids:
        return allow("process_director" if process else "case_director")
    return refuse(
        "not_process_director", "Alleen de procesregisseur beslist hierover, of de casusregisseur zonder die."
    )
