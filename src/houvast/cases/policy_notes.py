"""Acting on what is written in a case: may this actor write, and may they let it go further? Pure functions."""

from collections.abc import Collection
from uuid import UUID

from houvast.cases.policy import CaseFacts, may_work_in
from houvast.cases.rules.contributing import TAKES_PART
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def may_contribute(viewer: Viewer, facts: CaseFacts, parts: Collection[Part]) -> Verdict:
    """Writing a note: who leads the case, and who takes part in it by a task, a table or a judgement."""
    if not facts.is_closed and TAKES_PART.intersection(parts):
        return allow("takes_part")
    return may_work_in(viewer, facts)


def may_allow_passing(viewer: Viewer, *, writer: UUID) -> Verdict:
    """Letting a note be passed on: who wrote it, or who stands in for them."""
    if writer in viewer.member_ids:
        return allow("writer")
    return refuse("not_the_writer", "Alleen wie de notitie schreef, kan goedvinden dat zij wordt doorgegeven.")
