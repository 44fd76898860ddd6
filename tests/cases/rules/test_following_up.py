"""What follows a decision needs a day that can be and a sentence."""

from datetime import date

import pytest

from houvast.cases.rules.following_up import NewFollowUp, follow_up_problems, problems_at_decision
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("state", "on_date", "text", "fields"),
    [
        ("done", TODAY, "Aan huis.", set()),
        ("done", TOMORROW, "Aan huis.", {"on_date"}),
        ("postponed", TOMORROW, "Eerst rust.", set()),
        ("postponed", TODAY, "Eerst rust.", {"on_date"}),
        ("done", None, " ", {"on_date", "text"}),
        ("", YESTERDAY, "Gebeld.", {"state"}),
    ],
)
def test_each_thing_that_is_missing_or_cannot_be_is_named(
    state: str, on_date: date | None, text: str, fields: set[str]
) -> None:
    assert told_at(follow_up_problems(NewFollowUp("heard", state, on_date, text), TODAY)) == fields


def test_what_is_wrong_stands_at_the_fields_of_the_page_of_the_decision() -> None:
    heard, told = NewFollowUp("heard", "", None, ""), NewFollowUp("resident_told", "", None, "")
    fields = {f"{item}{part}" for item in ("heard", "told") for part in ("", "_on", "_state")}
    assert told_at(problems_at_decision([heard, told], TODAY)) == fields
