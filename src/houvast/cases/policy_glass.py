"""Breaking the glass, and judging that afterwards: may this actor do it? Pure functions."""

from collections.abc import Collection
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts
from houvast.cases.rules.glass import judges
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def may_break_glass(viewer: Viewer, facts: CaseFacts, parts: Collection[Part]) -> Verdict:
    """Breaking the glass: a process director of the municipality or a stand-in, who sees the band and no more."""
    if facts.is_closed:
        return refuse("case_closed", "Deze casus is gesloten. Heropen haar eerst.")
    if viewer.municipality_id != facts.municipality_id or not viewer.functions & facts.process_functions:
        return refuse(
            "not_process_director",
            "Alleen een procesregisseur van de gemeente, of wie dat waarneemt, neemt noodtoegang.",
        )
    if {Part.PEOPLE, Part.PLAN} & set(parts):
        return refuse("sees_already", "U ziet deze casus al. Noodtoegang is niet nodig.")
    return allow("emergency")


def holders(facts: CaseFacts) -> tuple[UUID | None, UUID | None]:
    """Give who has case and process direction now."""
    return facts.holder(Responsibility.CASE_DIRECTION), facts.holder(Responsibility.PROCESS_DIRECTION)


def may_judge_glass(
    viewer: Viewer,
    municipality_id: UUID,
    holding: Collection[UUID | None],
    *,
    broken_by: UUID,
    judged: bool,
    late: bool,
) -> Verdict:
    """Saying whether it was right: who leads the case or its process; the privacy officer when they cannot or did not.

    `late`: who leads did not say so in time. They still may.

    Never who did it, also not as a stand-in, and nobody does so because they stand in for who did it.
    """
    if judged:
        return refuse("judged", "Hierover is al gezegd of het terecht was.")
    if viewer.member_id == broken_by:
        return refuse("own_glass", "U nam zelf noodtoegang. Een ander zegt of het terecht was.")
    able = judges(holding, broken_by)
    if able & viewer.member_ids:
        return allow("director")
    if (late or not able) and viewer.is_privacy_officer and viewer.municipality_id == municipality_id:
        return allow("privacy_officer")
    return refuse("not_a_judge", "Wie de casus of het proces leidt, zegt of dit terecht was.")
