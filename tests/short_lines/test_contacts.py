"""What is wrong with a contact, when a line is vacant, when it is looked at again, and with a term."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from houvast.kernel.ids import new_id
from houvast.short_lines.rules.contacts import ContactState, NewContact, contact_problems, line_problems, tidied
from houvast.short_lines.rules.standing import ContactFacts, check_on, vacant_since
from houvast.short_lines.rules.terms import MOST_DAYS, Setting, Term, setting_problems
from tests.sentences import told_at

YARA, TJARK, STRANGER = new_id(), new_id(), new_id()
TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
MEMBER = NewContact(ContactState.MEMBER, YARA)
PERSON = NewContact(ContactState.PERSON, name="Jan", phone="0596 00 00 12")
VACANT = NewContact(ContactState.VACANT)


@pytest.mark.parametrize(
    ("new", "where"),
    [
        (MEMBER, set()),
        (PERSON, set()),
        (replace(PERSON, phone="", email="jan@klamp.example"), set()),
        (VACANT, set()),
        (replace(VACANT, stand_in_id=TJARK), set()),
        (replace(MEMBER, member_id=None), {"member"}),
        (replace(MEMBER, member_id=STRANGER), {"member"}),
        (replace(PERSON, name="", phone=""), {"name", "phone"}),
        (replace(MEMBER, until_on=TODAY), set()),
        (replace(MEMBER, until_on=TODAY - timedelta(days=1)), {"until_on"}),
        (replace(MEMBER, stand_in_id=STRANGER), {"stand_in"}),
        (replace(MEMBER, stand_in_id=YARA), {"stand_in"}),
        (replace(MEMBER, stand_in_id=TJARK, stand_in_name="Piet"), {"stand_in_name"}),
        (replace(MEMBER, stand_in_phone="0596 00 00 13"), {"stand_in_name"}),
    ],
)
def test_all_that_is_wrong_with_a_contact_is_told_at_its_field(new: NewContact, where: set[str]) -> None:
    assert told_at(contact_problems(new, members={YARA, TJARK}, today=TODAY)) == where


def test_a_contact_keeps_only_what_belongs_to_it() -> None:
    full = replace(
        PERSON, member_id=YARA, email="j@k.example", hours="ma  t/m do", until_on=TODAY, stand_in_name="Piet "
    )
    assert tidied(full) == replace(full, member_id=None, hours="ma t/m do", stand_in_name="Piet")
    assert tidied(replace(full, state=ContactState.MEMBER)).name == ""
    spaced = NewContact(ContactState.PERSON, None, " Jan ", " 1  2", " j@k.example ", stand_in_phone=" 3 ")
    assert tidied(spaced) == NewContact(ContactState.PERSON, None, "Jan", "1 2", "j@k.example", stand_in_phone="3")
    assert tidied(replace(full, state=ContactState.VACANT)) == replace(VACANT, stand_in_name="Piet")


@pytest.mark.parametrize(("name", "where"), [("FACT", set()), ("x" * 80, set()), ("", {"line"}), ("x" * 81, {"line"})])
def test_a_line_has_a_name_of_a_usual_length(name: str, where: set[str]) -> None:
    assert told_at(line_problems(name)) == where


@pytest.mark.parametrize(
    ("contact", "since"),
    [
        (ContactFacts(ContactState.MEMBER, NOON), None),
        (ContactFacts(ContactState.VACANT, NOON - timedelta(days=3)), date(2026, 11, 20)),
        # The last day itself still counts.
        (ContactFacts(ContactState.PERSON, NOON, until_on=TODAY), None),
        (ContactFacts(ContactState.PERSON, NOON, until_on=TODAY - timedelta(days=1)), TODAY),
        (ContactFacts(ContactState.MEMBER, NOON, member_until=NOON + timedelta(minutes=1)), None),
        (ContactFacts(ContactState.MEMBER, NOON, member_until=NOON), TODAY),
        (ContactFacts(ContactState.MEMBER, NOON, TODAY - timedelta(days=5), NOON), date(2026, 11, 19)),
    ],
)
def test_a_line_is_vacant_when_its_contact_left_or_stopped(contact: ContactFacts, since: date | None) -> None:
    assert vacant_since(contact, NOON) == since


def test_a_line_is_looked_at_again_a_term_after_the_last_time() -> None:
    set_now = ContactFacts(ContactState.MEMBER, NOON)
    assert check_on(set_now, None, 10) == date(2026, 12, 3)
    assert check_on(set_now, NOON + timedelta(days=2), 10) == date(2026, 12, 5)
    # A newer contact was looked at when it was written down.
    assert check_on(set_now, NOON - timedelta(days=2), 10) == date(2026, 12, 3)


@pytest.mark.parametrize("term", Term)
def test_a_term_is_some_days_and_not_too_many(term: Term) -> None:
    for days, wrong in ((0, {"days"}), (1, set()), (MOST_DAYS[term], set()), (MOST_DAYS[term] + 1, {"days"})):
        assert told_at(setting_problems(Setting(term, days))) == wrong
