"""Acting on documents of a case that one can see: pure functions."""

from houvast.cases.policy import CaseFacts, may_work_in
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, refuse


def may_add(viewer: Viewer, facts: CaseFacts) -> Verdict:
    """Adding a document: who leads the case or its process, as for a note."""
    return may_work_in(viewer, facts)


def may_change(viewer: Viewer, facts: CaseFacts, *, reads: bool) -> Verdict:
    """Adding a version or a redacted copy: who may add, and reads what it is a version or a copy of."""
    verdict = may_add(viewer, facts)
    if verdict.allowed and not reads:
        return refuse("does_not_read", "U ziet dat dit document er is, niet wat erin staat. Vraag het de maker.")
    return verdict
