"""Who leads the case adds documents; who adds a version or a copy reads what it is one of."""

from dataclasses import replace

import pytest

from houvast.cases.selectors.bands import by_ids
from houvast.documents.policy import may_add, may_change
from tests.documents.worlds import Filed
from tests.worlds import NOW


@pytest.mark.parametrize(
    ("who", "reads", "reason"),
    [("sanne", True, ""), ("sanne", False, "does_not_read"), ("bram", True, "not_a_director")],
)
def test_who_leads_and_reads_may_change(filed: Filed, who: str, reads: bool, reason: str) -> None:
    viewer, leads = filed.viewer(who), filed.viewer("sanne")
    facts = by_ids(leads, [filed.case_id], now=NOW)[filed.case_id].facts
    assert may_change(viewer, facts, reads=reads).reason == reason
    assert may_add(viewer, facts).allowed is (who == "sanne")
    assert may_add(viewer, replace(facts, is_closed=True)).reason == "case_closed"
