"""Acting on letters: pure functions."""

from uuid import UUID

from houvast.cases.policy import CaseFacts, may_work_in
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


def may_make(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Making a letter: who leads the case or its process, while it is open."""
    return may_work_in(viewer, facts)


def may_set_templates(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Setting what letters begin with: an administrator of the municipality."""
    if viewer.is_administrator and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van deze gemeente mag dit.")
