"""Who may write a note adds documents; who adds a version or a copy reads what it is one of."""

import pytest

from houvast.cases.policy import CaseFacts
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.documents.policy import may_add, may_change
from tests.cases.test_policy import CLOSED, HOLDERS, NOBODY, OPEN

DIRECTOR = HOLDERS["director"]


@pytest.mark.parametrize(
    ("viewer", "facts", "part", "reads", "reason"),
    [
        (DIRECTOR, OPEN, Part.BAND, True, ""),
        (DIRECTOR, OPEN, Part.BAND, False, "does_not_read"),
        (DIRECTOR, CLOSED, Part.BAND, True, "case_closed"),
        (NOBODY, OPEN, Part.BAND, True, "not_a_director"),
        (NOBODY, OPEN, Part.BAND, False, "not_a_director"),
        (NOBODY, OPEN, Part.TASK, True, ""),
        (NOBODY, OPEN, Part.TASK, False, "does_not_read"),
        (NOBODY, CLOSED, Part.TASK, True, "case_closed"),
    ],
)
def test_who_leads_or_takes_part_and_reads_may_change(
    viewer: Viewer, facts: CaseFacts, part: Part, reads: bool, reason: str
) -> None:
    verdict = may_change(viewer, facts, {part}, reads=reads)
    assert (verdict.reason, verdict.allowed) == (reason, reason == "")
    assert may_add(viewer, facts, {part}).allowed is (reason in ("", "does_not_read"))
