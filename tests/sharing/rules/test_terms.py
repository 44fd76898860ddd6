"""The terms of a municipality: a number of days for each, and the page begins within the longest."""

import pytest

from houvast.sharing.rules.terms import MOST_DAYS, SharingTerms, terms_problems
from tests.sentences import told_at


@pytest.mark.parametrize(
    ("terms", "fields"),
    [
        (SharingTerms(), []),
        (SharingTerms(MOST_DAYS, MOST_DAYS, MOST_DAYS), []),
        (SharingTerms(0, MOST_DAYS + 1, 1), ["share_days", "consent_days"]),
        (SharingTerms(10, 10, 11), ["usual_days"]),
    ],
)
def test_terms_say_what_is_wrong(terms: SharingTerms, fields: list[str]) -> None:
    assert list(told_at(terms_problems(terms))) == fields
