"""Pressing twice does it once, and rubbish in a field is never a fault of ours."""

from collections.abc import Mapping

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from houvast.web.middleware import LONGEST_ADDRESS
from tests.rights.forms import FORMS, Fields
from tests.rights.walking import Row, Walk, matrix

GETS_THE_FORM = {"200", "302", "422"}


def _senders(row: Row) -> list[str]:
    """Give who gets the form, those for whom it does something first."""
    got = [viewer for viewer, status in row.expected.items() if viewer != "anon" and status in GETS_THE_FORM]
    return sorted(got, key=lambda viewer: row.expected[viewer] != "302")


FORM_ROWS = [row for row in matrix() if row.method == "POST" and FORMS[row.form] and _senders(row)]
ACTS = [row for row in FORM_ROWS if row.address.count("/") > 2 and "302" in list(row.expected.values())[1:]]
"""Every form that does something in a case: the addresses of cases and of questions about them."""

NAMES = [row.name for row in FORM_ROWS]
ROOMS = [each for each in apps.get_app_configs() if each.name.startswith("houvast.") and each.label != "audit"]
"""The log grows by what is asked or refused once more."""
SERVER_FAULT = 500
OK, TOO_LONG = 200, 414
DONE, SAID_NO = 302, {403, 404, 409, 422}
RUBBISH = (
    "",
    "\x00",
    "null\x00byte",
    "é" * 5000,
    "💥",
    "\u202e\ud7ff",
    "' OR 1=1 --",
    "<script>",
    "m:",
    "m:geen-id",
    "x:00000000-0000-4000-8000-000000000001",
    "00000000-0000-4000-8000-000000000001",
    "0001-01-01",
    "9999-12-31",
    "31-02-2026",
    "-1",
    "99999999999999999999",
    "١٢",
    "NaN",
)


def _rows() -> dict[str, int]:
    """Count what stands in every table that a second time could add to."""
    return {model._meta.label: model._default_manager.count() for room in ROOMS for model in room.get_models()}


@pytest.mark.parametrize("row", ACTS, ids=[row.name for row in ACTS])
def test_pressing_twice_does_it_once(walk: Walk, row: Row) -> None:
    viewer = _senders(row)[0]
    form = walk.form_of(row, viewer)
    with transaction.atomic():
        first = walk.ask(viewer, "POST", row.address, form, stays=True)
        after_once = _rows()
        second = walk.ask(viewer, "POST", row.address, form, stays=True)
        after_twice = _rows()
        transaction.set_rollback(True)
    assert first.status == DONE
    # What is known already and adds nothing may be answered as if it was done.
    assert second.status in {DONE, *SAID_NO}
    assert after_twice == after_once


@pytest.mark.parametrize("row", FORM_ROWS, ids=NAMES)
def test_rubbish_in_a_field_is_no_fault_of_ours(walk: Walk, row: Row) -> None:
    viewer = _senders(row)[0]
    whole = walk.form_of(row, viewer)

    @settings(
        max_examples=max(3, settings().max_examples // 40), suppress_health_check=list(HealthCheck), database=None
    )
    @given(name=st.sampled_from(sorted(whole)), rubbish=st.sampled_from(RUBBISH) | st.text(max_size=50))
    def send(name: str, rubbish: str) -> None:
        answer = walk.ask(viewer, "POST", row.address, _with(whole, name, rubbish))
        assert answer.status < SERVER_FAULT

    send()


@pytest.mark.parametrize("row", FORM_ROWS, ids=NAMES)
def test_rubbish_in_every_field_at_once_is_no_fault_of_ours(walk: Walk, row: Row) -> None:
    viewer = _senders(row)[0]
    whole = walk.form_of(row, viewer)
    for rubbish in ("\x00", "00000000-0000-4000-8000-000000000001"):
        answer = walk.ask(viewer, "POST", row.address, dict.fromkeys(whole, rubbish))
        assert answer.status < SERVER_FAULT, rubbish


@pytest.mark.parametrize("name", ["since", "until", "aftercare_on", "heard-on_date"])
def test_the_first_and_the_last_day_are_no_fault_of_ours(walk: Walk, name: str) -> None:
    rows = [row for row in FORM_ROWS if name in walk.form_of(row, _senders(row)[0])]
    assert rows
    for row in rows:
        for day in ("0001-01-01", "9999-12-31", "9999-12-20"):
            viewer = _senders(row)[0]
            answer = walk.ask(viewer, "POST", row.address, _with(walk.form_of(row, viewer), name, day))
            assert answer.status < SERVER_FAULT, (row.name, day)


@pytest.mark.parametrize("rubbish", [*RUBBISH, "0001-01-01T00:00:00+14:00_00000000-0000-4000-8000-000000000001"])
def test_rubbish_in_an_address_is_no_fault_of_ours(walk: Walk, rubbish: str) -> None:
    expected = TOO_LONG if len(rubbish) > LONGEST_ADDRESS else OK
    for name in ("na", "fase", "leeg", "van", "status"):
        assert walk.get("dir", "/casussen/", {name: rubbish}).status == expected
        assert walk.get("priv", "/logboek/", {name: rubbish}).status == expected
    assert walk.get("anon", "/inloggen", {"volgende": rubbish, "oefenaccount": rubbish}).status == expected


def _with(whole: Fields, name: str, value: str) -> Mapping[str, str | list[str]]:
    return {**whole, name: value}
