from dataclasses import fields
from datetime import date

import pytest

from houvast.intake.rules.triage import (
    DEFAULT_REASONS,
    STRAIGHT_OUT_RECEIVERS,
    Move,
    Outcome,
    Reason,
    Receiver,
    SourceSettings,
    Step,
    StraightOut,
    decided_label,
    next_step,
    reasons_for,
    steps_for,
    what_remains,
)


def test_the_keys_are_those_of_the_triage_board() -> None:
    assert [(outcome.key, outcome.label) for outcome in Outcome] == [
        ("1", "Bij casus voegen"),
        ("2", "Nieuwe casus"),
        ("3", "Doorgeven"),
        ("4", "Advies"),
        ("5", "Niets"),
        ("6", "Direct naar"),
    ]


def test_a_key_decides_its_outcome_and_no_other_key_decides() -> None:
    assert Outcome.of_key("2") is Outcome.NEW_CASE
    assert Outcome.of_key("6") is Outcome.STRAIGHT_OUT
    assert Outcome.of_key("7") is None
    assert Outcome.of_key("") is None


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_short_list_of_reasons(outcome: Outcome) -> None:
    assert 1 <= len(reasons_for(outcome, DEFAULT_REASONS)) <= 5


def test_a_reason_is_offered_only_for_its_outcomes() -> None:
    joined = [reason.text for reason in reasons_for(Outcome.JOINED, DEFAULT_REASONS)]
    assert joined == ["Past bij lopende zorgen", "Nieuwe zorgen, meer leefgebieden"]
    assert "Eenmalig, geen vervolg nodig" in [reason.text for reason in reasons_for(Outcome.NOTHING, DEFAULT_REASONS)]
    assert "Eenmalig, geen vervolg nodig" not in [
        reason.text for reason in reasons_for(Outcome.NEW_CASE, DEFAULT_REASONS)
    ]


def test_a_municipality_may_bring_its_own_reasons() -> None:
    own = (Reason("own", "Onze reden", frozenset({Outcome.ADVICE})),)
    assert reasons_for(Outcome.ADVICE, own) == own
    assert reasons_for(Outcome.NOTHING, own) == ()


def test_a_concern_can_go_straight_to_four_receivers() -> None:
    assert [receiver.name for receiver in STRAIGHT_OUT_RECEIVERS] == [
        "112",
        "Crisisdienst",
        "Veilig Thuis",
        "Wvggz-melding",
    ]


def test_of_a_concern_that_went_straight_out_only_fact_date_and_receiver_remain() -> None:
    receiver = Receiver("veilig_thuis", "Veilig Thuis")
    kept = what_remains(receiver, date(2026, 11, 23))
    assert kept == StraightOut("Direct doorgezet: Veilig Thuis", date(2026, 11, 23), receiver)
    assert [field.name for field in fields(StraightOut)] == ["fact", "on", "receiver"]


def test_a_source_has_one_or_two_steps() -> None:
    assert steps_for(SourceSettings(public_order_first=True)) == (Step.PUBLIC_ORDER, Step.OGGZ)
    assert steps_for(SourceSettings(public_order_first=False)) == (Step.OGGZ,)


@pytest.mark.parametrize(
    ("steps", "step", "following"),
    [
        (("public_order", "oggz"), "public_order", "oggz"),
        (("public_order", "oggz"), "oggz", ""),
        (("oggz",), "oggz", ""),
        (("oggz",), "public_order", "oggz"),
        (("public_order",), "oggz", ""),
    ],
)
def test_what_public_order_looks_at_reaches_oggz_also_when_the_steps_were_changed(
    steps: tuple[str, ...], step: str, following: str
) -> None:
    assert next_step(steps, step) == following


def test_what_was_decided_is_said_in_words_whether_it_was_an_outcome_or_a_move() -> None:
    for each in (*Outcome, *Move):
        assert decided_label(each.value) == each.label
