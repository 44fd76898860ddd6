"""Acting on documents of a case that one can see: pure functions."""

from collections.abc import Collection

from houvast.cases.policy import CaseFacts
from houvast.cases.policy_notes import may_contribute
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, refuse


def may_add(viewer: Viewer, facts: CaseFacts, parts: Collection[Part]) -> Verdict:
    """Adding a document: who may write a note here, so who takes part too. `parts` are those that the viewer sees."""
    return may_contribute(viewer, facts, parts)


def may_change(viewer: Viewer, facts: CaseFacts, parts: Collection[Part], *, reads: bool) -> Verdict:
    """Adding a version or a redacted copy: who may add, and reads what it is a version or a copy of."""
    verdict = may_add(viewer, facts, parts)
    if verdict.allowed and not reads:
        return refuse("does_not_read", "U ziet dat dit document er is, niet wat erin staat. Vraag het de maker.")
    return verdict
