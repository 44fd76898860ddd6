"""The short lists of a municipality: defaults, versions, and what cannot be set."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.sentences import told_at
from tests.worlds import NOW

from houvast.cases.rules.stays import StayTerms
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.short_lists import Entry, ListKind, Version, problems_with
from houvast.intake.rules.triage import Outcome

HOUR = timedelta(hours=1)
SOON = Entry("soon", "Vandaag", amount=8, number=1)
CHANGED = IntakeSettings((Version(ListKind.URGENCY, SOON, NOW),))
ADVICE = Entry("", "De melder belt de huisarts", ("advice",))
REASONS = IntakeSettings().entries(ListKind.REASON)


def test_what_a_municipality_did_not_set_is_the_default() -> None:
    """The defaults as the triage board shows them: 4, 9 and 27 working hours, 2 working days, four receivers."""
    settings = IntakeSettings()
    assert [(each.name, each.working_hours) for each in settings.urgencies.values()] == [
        ("Spoed", 4),
        ("Snel", 9),
        ("Gewoon", 27),
    ]
    assert settings.accept_within_working_days == 2
    assert [each.name for each in settings.receivers] == ["112", "Crisisdienst", "Veilig Thuis", "Wvggz-melding"]
    assert len(settings.reasons) == 13
    assert not any(each.confirmed for kind in ListKind for each in settings.entries(kind))


def test_a_municipality_sets_the_days_of_a_stay_and_what_may_be_missing() -> None:
    """It begins with 90, 366 and 14 days and ten provisions. A usual stay is never longer than the longest."""
    begun = IntakeSettings()
    assert (begun.stay_terms, len(begun.provision_names())) == (StayTerms(90, 366, 14), 10)
    longest = Entry("stay_longest", "Hoogstens", amount=60, number=1)
    gone = Entry("shelter", "Nachtopvang", active=False, number=1)
    settings = IntakeSettings((Version(ListKind.STAY, longest, NOW), Version(ListKind.PROVISION, gone, NOW)))
    assert settings.stay_terms.longest == 60
    assert settings.provision_names()["shelter"] == "Nachtopvang"
    assert "shelter" not in settings.provision_names(retired=False)
    usual, others = Entry("stay_usual", "Voorstel", amount=61), settings.entries(ListKind.STAY)[1:]
    assert told_at(problems_with(ListKind.STAY, usual, others)) == {"amount"}


def test_a_change_keeps_its_place_and_leaves_the_other_entries() -> None:
    assert [(code, each.working_hours) for code, each in CHANGED.urgencies.items()] == [
        ("urgent", 4),
        ("soon", 8),
        ("normal", 27),
    ]


def test_what_was_before_the_change_keeps_its_words_and_its_hours() -> None:
    before, after = CHANGED.urgency_at("soon", NOW - HOUR), CHANGED.urgency_at("soon", NOW)
    assert before is not None and after is not None
    assert (before.name, before.working_hours, after.name, after.working_hours) == ("Snel", 9, "Vandaag", 8)
    assert CHANGED.words(ListKind.URGENCY, "soon", NOW - HOUR) == "Snel"
    assert (CHANGED.words(ListKind.URGENCY, "", NOW), CHANGED.urgency_at("", NOW)) == ("", None)


def test_a_reason_out_of_use_is_not_offered_but_still_has_words() -> None:
    gone = Entry("once", "Eenmalig, geen vervolg nodig", ("advice",), active=False, number=1)
    settings = IntakeSettings((Version(ListKind.REASON, gone, NOW),))
    assert "once" not in [each.code for each in settings.reasons]
    assert settings.words(ListKind.REASON, "once", NOW) == "Eenmalig, geen vervolg nodig"


@pytest.mark.parametrize(
    ("kind", "entry", "fields"),
    [
        (ListKind.REASON, ADVICE, set()),
        (ListKind.REASON, replace(ADVICE, name=" "), {"name"}),
        (ListKind.REASON, replace(ADVICE, name="x" * 81), {"name"}),
        (ListKind.REASON, replace(ADVICE, name="DE MELDER KAN ZELF VERDER"), {"name"}),
        (ListKind.REASON, replace(ADVICE, choices=()), {"choices"}),
        (ListKind.REASON, replace(ADVICE, choices=("elsewhere",)), {"choices"}),
        (ListKind.URGENCY, replace(SOON, amount=0), {"amount"}),
        (ListKind.URGENCY, replace(SOON, amount=90), set()),
        (ListKind.URGENCY, replace(SOON, amount=91), {"amount"}),
        (ListKind.TERM, Entry("accept_within", "Ja zeggen", amount=21), {"amount"}),
        (ListKind.STAY, Entry("stay_usual", "Voorstel", amount=366), set()),
        (ListKind.STAY, Entry("stay_usual", "Voorstel", amount=367), {"amount"}),
        (ListKind.STAY, Entry("stay_warned", "Vooraf", amount=91), {"amount"}),
        (ListKind.SIGHT, Entry("glass_hours", "Noodtoegang", amount=73), {"amount"}),
        (ListKind.PROVISION, Entry("shelter", "Opvang", active=False), {"active"}),
        (ListKind.PURPOSE, Entry("triage", "Een melding beoordelen", active=False), {"active"}),
        (ListKind.RECEIVER, Entry("112", "112", contact="x" * 121, phone="0" * 31), {"contact", "phone"}),
    ],
)
def test_what_cannot_be_used_is_told_at_its_field(kind: ListKind, entry: Entry, fields: set[str]) -> None:
    assert told_at(problems_with(kind, entry, REASONS if kind is ListKind.REASON else ())) == fields


def test_no_outcome_is_left_without_a_reason() -> None:
    """ "Past bij lopende zorgen" and "Nieuwe zorgen" are all there is for joining."""
    others = [each for each in REASONS if each.code != "fits_running_concerns"]
    only_for_a_case = [replace(each, choices=("new_case",)) if each.code == "new_concerns" else each for each in others]
    gone = replace(next(each for each in REASONS if each.code == "fits_running_concerns"), active=False)
    assert problems_with(ListKind.REASON, gone, others) == {}
    assert Outcome.JOINED.label in problems_with(ListKind.REASON, gone, only_for_a_case)["choices"]


def test_themes_are_read_in_the_order_of_their_names_and_begin_with_what_a_municipality_had() -> None:
    begun = (Entry("x", "zwerven"), Entry("y", "Brand"), Entry("z", "overlast", active=False))
    settings = IntakeSettings(first_themes=begun)
    assert list(settings.theme_names().items()) == [("y", "Brand"), ("z", "overlast"), ("x", "zwerven")]
    assert list(settings.theme_names(retired=False)) == ["y", "x"]
    assert not set(settings.provision_names()) & {"x", "y", "z"}


def test_a_limit_is_found_by_its_code() -> None:
    limits = {entry.code: entry.amount for entry in IntakeSettings().entries(ListKind.SIGHT)}
    assert {code: IntakeSettings().limit(code) for code in limits} == limits
    assert IntakeSettings().glass_hours == 24


def test_a_level_of_urgency_keeps_its_code() -> None:
    level = CHANGED.urgency_at("soon", NOW + HOUR)
    assert level is not None
    assert (level.code, level.working_hours) == ("soon", 8)
    assert CHANGED.urgency_at("never", NOW) is None


def test_ways_of_working_grow_and_a_retired_one_stays_readable() -> None:
    gone = Entry("reversed-test", "Omgekeerde toets", active=False, confirmed=True, number=1)
    adviser = Entry("family_adviser", "Families", contact="Roos Bakker, GGZ", phone="050 000 00 11", number=1)
    settings = IntakeSettings((Version(ListKind.WAY, gone, NOW), Version(ListKind.ADVISER, adviser, NOW)))
    assert "reversed-test" in settings.way_names() and "reversed-test" not in settings.way_names(retired=False)
    assert settings.family_adviser == adviser and IntakeSettings().family_adviser.contact == ""
    assert problems_with(ListKind.WAY, replace(gone, active=True), settings.entries(ListKind.WAY)[:-1]) == {}
