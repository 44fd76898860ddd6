"""The table of grounds and the covenants: what a municipality begins with, and what an entry must say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.cases.rules.matrix import Part
from houvast.directory.models import Organisation
from houvast.sharing.rules import covenants
from houvast.sharing.rules.covenants import CovenantLine, covenant_problems, last_day
from houvast.sharing.rules.grounds import (
    CARE,
    DEFAULTS,
    GroundLine,
    ReceiverKind,
    ground_problems,
    grounds_for,
    kinds_of,
    newest,
)
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
AGREED = CovenantLine("mdo", "Convenant MDO", "Gemeente, GGZ", "Afstemmen", "zaak 1", TODAY, TODAY + timedelta(days=10))


def test_every_default_says_its_law_and_its_source_and_that_nobody_confirmed_it() -> None:
    assert [each.code for each in DEFAULTS if ground_problems(each)] == []
    assert all("onbevestigd" in each.source and not each.confirmed for each in DEFAULTS)
    assert len({each.code for each in DEFAULTS}) == len(DEFAULTS)


def test_public_order_and_police_get_no_care_by_default() -> None:
    kinds = {ReceiverKind.PUBLIC_ORDER, ReceiverKind.POLICE, ReceiverKind.HOUSING, ReceiverKind.PARTICIPATION}
    assert not any(each.covers & CARE for each in grounds_for(DEFAULTS, kinds))


def test_a_table_has_no_ground_of_its_own_to_begin_with() -> None:
    assert not any(each.receiver.name.startswith("TABLE") for each in DEFAULTS)


def test_every_kind_of_organisation_is_a_receiver() -> None:
    for kind in Organisation.Kind:
        assert kinds_of(kind.value, {"wmo", "public_order"})
    assert kinds_of("municipality", {"wmo"}) == {ReceiverKind.WMO}
    assert kinds_of("municipality") == frozenset()
    assert ReceiverKind.CHILD_SAFETY in kinds_of("other")


def test_the_newest_version_holds_and_what_is_out_of_use_is_not_offered() -> None:
    first = DEFAULTS[0]
    lines = newest([replace(first, number=2, active=False), replace(first, number=1, law="Oud")])
    assert {each.code: each for each in lines}[first.code].number == 2
    assert first.code not in {each.code for each in grounds_for(lines, {first.receiver})}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (replace(DEFAULTS[0], purpose=" "), "purpose"),
        (replace(DEFAULTS[0], law="x" * 201), "law"),
        (replace(DEFAULTS[0], law=" "), "law"),
        (replace(DEFAULTS[0], source=""), "source"),
        (replace(DEFAULTS[0], covers=frozenset()), "covers"),
        (replace(DEFAULTS[0], covers=frozenset({Part.BAND})), "covers"),
    ],
)
def test_an_entry_says_what_it_lacks(line: GroundLine, field: str) -> None:
    assert list(told_at(ground_problems(line))) == [field]


def test_a_covenant_carries_a_ground_from_its_first_day_to_its_last() -> None:
    assert last_day([AGREED], "mdo", TODAY) == AGREED.until_on
    assert last_day([AGREED], "mdo", AGREED.until_on) == AGREED.until_on
    assert last_day([AGREED], "mdo", AGREED.until_on + timedelta(days=1)) is None
    assert last_day([AGREED], "mdo", TODAY - timedelta(days=1)) is None
    assert last_day([replace(AGREED, active=False)], "mdo", TODAY) is None
    assert last_day([AGREED], "anders", TODAY) is None


def test_a_covenant_is_told_of_before_it_ends_until_it_is_out_of_use() -> None:
    soon = replace(AGREED, warn_days=10)
    assert soon.wants_attention(TODAY)
    assert not replace(soon, warn_days=9).wants_attention(TODAY)
    assert soon.wants_attention(TODAY + timedelta(days=99))
    assert not replace(soon, active=False).wants_attention(TODAY)
    later = replace(AGREED, code="later", name="Aa", until_on=AGREED.until_on + timedelta(days=1))
    beside = replace(AGREED, code="beside", name="Aa")
    ordered = covenants.newest([later, replace(AGREED, name="Bb"), beside])
    assert [each.code for each in ordered] == ["beside", AGREED.code, "later"]
    assert covenants.newest([replace(AGREED, number=2, name="Nieuw"), replace(AGREED, number=1)])[0].name == "Nieuw"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (replace(AGREED, name=""), "name"),
        (replace(AGREED, parties=" "), "parties"),
        (replace(AGREED, purpose="x" * 201), "purpose"),
        (replace(AGREED, purpose=" "), "purpose"),
        (replace(AGREED, warn_days=-1), "warn_days"),
        (replace(AGREED, document=""), "document"),
        (replace(AGREED, until_on=TODAY - timedelta(days=1)), "until_on"),
        (replace(AGREED, warn_days=731), "warn_days"),
    ],
)
def test_a_covenant_says_what_it_lacks(line: CovenantLine, field: str) -> None:
    assert list(told_at(covenant_problems(line))) == [field]


def test_what_just_fits_is_no_problem() -> None:
    assert ground_problems(replace(DEFAULTS[0], law="x" * 200, purpose="y" * 200)) == {}
    for changed in ({"purpose": "x" * 200}, {"until_on": AGREED.from_on}, {"warn_days": 0}, {"warn_days": 730}):
        assert covenant_problems(replace(AGREED, **changed)) == {}


def test_what_was_shared_on_a_covenant_stays_becomes_shorter_or_is_over() -> None:
    last = AGREED.until_on
    ends = [covenants.end_of(AGREED, until, TODAY) for until in (last, last + timedelta(days=1))]
    assert ends == [covenants.End.STAYS, covenants.End.SHORTER]
    assert covenants.end_of(AGREED, last, last + timedelta(days=1)) is covenants.End.OVER
