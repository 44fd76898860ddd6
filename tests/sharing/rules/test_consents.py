"""Three meanings of consent, who gives it at which age, and how a disclosure stands."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from houvast.sharing.rules.consents import Giver, Meaning, consent_problems, givers
from houvast.sharing.rules.content import DisclosureContent, DisclosureState, TurnState, read, state_of, written
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
LAST = TODAY + timedelta(days=30)


@pytest.mark.parametrize(
    ("age", "meaning", "who"),
    [
        (11, Meaning.GROUND, {Giver.PARENTS}),
        (11, Meaning.LIFTING, {Giver.PARENTS}),
        (12, Meaning.LIFTING, {Giver.BOTH}),
        (15, Meaning.HELP, {Giver.BOTH}),
        (15, Meaning.GROUND, {Giver.BOTH, Giver.PARENTS}),
        (16, Meaning.LIFTING, {Giver.RESIDENT}),
        (50, Meaning.GROUND, {Giver.RESIDENT}),
        (None, Meaning.GROUND, {Giver.RESIDENT, Giver.PARENTS, Giver.BOTH}),
    ],
)
def test_who_gives_consent_follows_from_age(age: int | None, meaning: Meaning, who: set[Giver]) -> None:
    assert givers(age, meaning) == who | {Giver.REPRESENTATIVE}


def problems(giver: Giver = Giver.RESIDENT, age: int = 34, name: str = "", **changes: object) -> list[str]:
    """Give the fields at which a consent lacks something."""
    given_on, until_on = changes.get("given_on", TODAY), changes.get("until_on", LAST)
    assert given_on is None or isinstance(given_on, date)
    assert until_on is None or isinstance(until_on, date)
    found = consent_problems(
        giver=giver,
        meaning=Meaning.LIFTING,
        age=age,
        name=name,
        channel=str(changes.get("channel", "gesprek")),
        about=str(changes.get("about", "Medicatie, met de GGZ.")),
        given_on=given_on,
        until_on=until_on,
        today=TODAY,
        longest_days=366,
    )
    return list(told_at(found))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (problems, []),
        (lambda: problems(Giver.PARENTS, 8, "Geke Dijkhuis"), []),
        (lambda: problems(Giver.PARENTS, 8), ["name"]),
        (lambda: problems(age=8), ["giver"]),
        (lambda: problems(channel=" "), ["channel"]),
        (lambda: problems(about=""), ["about"]),
        (lambda: problems(given_on=None), ["given_on"]),
        (lambda: problems(given_on=LAST), ["given_on"]),
        (lambda: problems(until_on=None), ["until_on"]),
        (lambda: problems(until_on=TODAY - timedelta(days=1)), ["until_on"]),
        (lambda: problems(until_on=TODAY + timedelta(days=367)), ["until_on"]),
    ],
)
def test_a_consent_says_what_it_lacks(found: Callable[[], list[str]], expected: list[str]) -> None:
    assert found() == expected


@pytest.mark.parametrize(
    ("turns", "runs", "state"),
    [
        ([TurnState.GIVEN], True, DisclosureState.RUNNING),
        ([TurnState.GIVEN], False, DisclosureState.OVER),
        ([TurnState.ASKED], True, DisclosureState.WAITING),
        ([TurnState.ASKED], False, DisclosureState.OVER),
        ([TurnState.ASKED, TurnState.APPROVED, TurnState.TOLD], True, DisclosureState.RUNNING),
        ([TurnState.ASKED, TurnState.DECLINED], True, DisclosureState.DECLINED),
        ([TurnState.REFUSED], True, DisclosureState.REFUSED),
        ([TurnState.GIVEN, TurnState.TOLD, TurnState.WITHDRAWN], True, DisclosureState.WITHDRAWN),
    ],
)
def test_how_a_disclosure_stands_follows_from_its_turns(
    turns: list[TurnState], runs: bool, state: DisclosureState
) -> None:
    assert state_of(turns, runs=runs) is state


def test_what_was_shared_is_sealed_and_read_back_word_for_word() -> None:
    content = DisclosureContent("Yara", "Nodig.", "Alleen het plan.", "Opgeheven.", "Verteld.", [["Plan", "Één."]])
    assert read(written(content)) == content
    assert "Één." in written(content)
