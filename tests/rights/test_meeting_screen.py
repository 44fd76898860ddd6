"""What the pages of a meeting say to what cannot be used, and that a refusal never turns the beamer off."""

import re

import pytest

from tests.rights.walking import Walk

RESOLVE = "/overleg/punt/{agenda_item}/besluit"
SAID = {"what": "Belt de kliniek", "owner": "niemand van hier", "due": "ooit"}
ONCE = "00000000-0000-4000-8000-000000000077"


@pytest.mark.parametrize("code", ["", "\x00", "é" * 5000])
def test_a_proposed_case_that_is_not_understood_is_said_on_the_agenda(walk: Walk, code: str) -> None:
    answer = walk.ask("team", "POST", "/overleg/{meeting}/erop", {"code": code, "cause": "\x00"})
    assert answer.status == 422
    assert "Deze casus is niet herkend." in answer.body.decode()
    assert 'id="agenda"' in answer.body.decode()


def test_a_case_that_nobody_sees_is_put_on_no_agenda(walk: Walk) -> None:
    answer = walk.ask("team", "POST", "/overleg/{meeting}/erop", {"code": "C-2026-9998", "cause": "asked"})
    assert answer.status == 404


@pytest.mark.parametrize("once", [ONCE, "\x00", ""])
@pytest.mark.parametrize("what", ["Belt de kliniek", "\x00"])
def test_a_refused_resolution_stays_on_the_beamer(walk: Walk, once: str, what: str) -> None:
    form = {**SAID, "what": what, "once": once, "beamer": "on"}
    answer = walk.ask("team", "POST", RESOLVE, form)
    shown = answer.body.decode()
    assert answer.status == 422
    assert "Beamer aan:" in shown
    assert "Huishouden" not in shown
    assert not re.search(r'href="/(casussen/|overleg/[0-9a-f-]{36}/)', shown.partition("<main")[2])


def test_a_refused_resolution_says_at_each_field_what_is_wrong_and_keeps_what_was_typed(walk: Walk) -> None:
    shown = walk.ask("team", "POST", RESOLVE, {**SAID, "once": ONCE}).body.decode()
    assert "Beamer uit:" in shown
    assert "Deze dag is niet te begrijpen." in shown
    assert "Kies één iemand die dit doet." in shown
    assert all(typed in shown for typed in SAID.values())
