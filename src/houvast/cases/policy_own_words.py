"""Acting on what people say in their own words: who reads it for the case? Pure functions."""

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts
from houvast.cases.rules.own_words import READERS
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def reads_as(viewer: Viewer, facts: CaseFacts) -> Responsibility | None:
    """Give as what the viewer reads own words; None for who does not lead. Who leads both reads as case director."""
    if facts.is_closed:
        return None
    return next((each for each in READERS if facts.seats[each].member_id in viewer.member_ids), None)


def may_read_own_words(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Saying that one read it: who leads the case or its process."""
    responsibility = reads_as(viewer, facts)
    if responsibility is not None:
        return allow(responsibility.value)
    return refuse("does_not_lead", "Alleen wie de casus of het proces leidt, zegt dat dit gelezen is.")


def waits_for(viewer: Viewer, facts: CaseFacts, read_by: frozenset[Responsibility]) -> bool:
    """Say whether words wait for this viewer: for the case director; and for the process director without one.

    A resident who leads their own case reads no own words of others: then they wait for the process director too.
    """
    responsibility = reads_as(viewer, facts)
    if responsibility is Responsibility.PROCESS_DIRECTION and facts.holder(Responsibility.CASE_DIRECTION) is not None:
        return False
    return responsibility is not None and responsibility not in read_by
