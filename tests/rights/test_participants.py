"""Who takes part in a case gets their own page, and of every other page what a stranger gets."""

import pytest

from tests.rights.forms import FORMS
from tests.rights.own_pages import Cookies, come_in_with
from tests.rights.walking import Row, Walk, ask, filled, matrix
from tests.spreading import ENGINE, SHARED

OF_OTHERS = [row for row in matrix() if not row.address.startswith("/mijn/")]
WALKED = OF_OTHERS[ENGINE == "postgresql" :: 2] if SHARED else OF_OTHERS
"""Each engine walks half of them: what the door answers comes from no engine."""


@pytest.fixture(scope="module")
def participants(walk: Walk) -> dict[str, Cookies]:
    """Let the three come in."""
    return {name: come_in_with(code) for name, code in walk.region.codes.items()}


def test_a_participant_gets_of_every_page_of_professionals_what_a_stranger_gets(
    walk: Walk, participants: dict[str, Cookies]
) -> None:
    wrong = {}
    for turn, row in enumerate(WALKED):
        name = tuple(participants)[turn % len(participants)]
        answer = ask(participants[name], row.method, filled(row.address, walk.region.words), _form(walk, row))
        refused = answer.status != 302 or answer.location.startswith(("/inloggen", "/mijn/"))
        if str(answer.status) != row.expected["anon"] or not refused:
            wrong[f"{row.name} {name}"] = (answer.status, answer.location)
    assert wrong == {}


def _form(walk: Walk, row: Row) -> dict[str, str | list[str]]:
    words = walk.region.words
    return {
        name: filled(value, words) if isinstance(value, str) else [filled(each, words) for each in value]
        for name, value in FORMS[row.form].items()
    }


def test_each_of_them_reads_their_own_page_and_it_is_on_record(walk: Walk, participants: dict[str, Cookies]) -> None:
    pages = {name: ask(cookies, "GET", "/mijn/", watched=True) for name, cookies in participants.items()}
    assert {name: (page.status, page.recorded) for name, page in pages.items()} == dict.fromkeys(
        participants, (200, True)
    )
    assert b"Wie helpt er nog meer?" in pages["resident"].body
    assert b"Wie helpt er nog meer?" in pages["representative"].body
    assert b"Wie helpt er nog meer?" not in pages["network"].body
    assert b"Komt u praten?" in pages["resident"].body
    assert b"Komt u praten?" not in pages["representative"].body + pages["network"].body
    for page in pages.values():
        assert b"Huishouden" not in page.body
        assert b"C-2026" not in page.body


def test_only_who_a_letter_is_to_reads_it_and_that_is_on_record(walk: Walk, participants: dict[str, Cookies]) -> None:
    for file in ("", "brief.txt"):
        address = f"/mijn/brieven/{walk.region.words['own_letter']}/{file}"
        answers = {name: ask(cookies, "GET", address, watched=True) for name, cookies in participants.items()}
        assert {name: answer.status for name, answer in answers.items()} == {
            "resident": 200,
            "representative": 404,
            "network": 404,
        }
        assert answers["resident"].recorded
        assert b"Komt u praten?" in answers["resident"].body
    assert ask(participants["resident"], "GET", f"/mijn/brieven/{walk.region.words['letter']}/").status == 404
