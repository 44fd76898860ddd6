"""Who may write a note adds documents; who adds a version or a copy reads what it is one of."""

from dataclasses import replace

import pytest

from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.bands import by_ids
from houvast.documents.policy import may_add, may_change
from tests.documents.worlds import Filed
from tests.worlds import NOW


@pytest.mark.parametrize(
    ("who", "part", "reads", "reason"),
    [
        ("sanne", Part.BAND, True, ""),
        ("sanne", Part.BAND, False, "does_not_read"),
        ("bram", Part.BAND, True, "not_a_director"),
        ("bram", Part.TASK, True, ""),
        ("bram", Part.TASK, False, "does_not_read"),
    ],
)
def test_who_leads_or_takes_part_and_reads_may_change(
    filed: Filed, who: str, part: Part, reads: bool, reason: str
) -> None:
    viewer, leads = filed.viewer(who), filed.viewer("sanne")
    facts = by_ids(leads, [filed.case_id], now=NOW)[filed.case_id].facts
    assert may_change(viewer, facts, {part}, reads=reads).reason == reason
    assert may_add(viewer, facts, {part}).allowed is (who == "sanne" or part is Part.TASK)
    assert may_add(viewer, replace(facts, is_closed=True), {part}).reason == "case_closed"
