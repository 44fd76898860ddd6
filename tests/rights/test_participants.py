"""Who takes part in a case gets their own page, and of every other page what a stranger gets."""

import re
from collections.abc import Iterator
from uuid import UUID
from zlib import crc32

import pytest

from houvast.cases.models import CaseResident
from houvast.kernel.errors import Invalid
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.services.give_own_page import NewParticipant, give_own_page
from tests.pdf_text import words_of
from tests.rights.fled import FINDS_HER, FINDS_NOTIFIER, HELPER, HELPER_PHONE, MAY_HEAR, participant_of
from tests.rights.forms import FORMS
from tests.rights.own_pages import Cookies, come_in_with
from tests.rights.region import MOMENT
from tests.rights.walking import (
    ABSENT,
    NOT_FOUND,
    OK,
    OWN_MATRIX,
    Answer,
    Row,
    Walk,
    ask,
    filled,
    matrix,
    pattern_of,
    patterns,
)
from tests.spreading import ENGINE, SHARED

OWN = [row for row in matrix() if row.address.startswith("/mijn/")]
OF_OTHERS = [row for row in matrix() if row not in OWN]
MINE = slice(ENGINE == "postgresql", None, 2) if SHARED else slice(None)
"""Each engine walks half of them: what the door answers comes from no engine."""


def _one_each(rows: list[Row]) -> list[Row]:
    """Give of each address one row that does something, in turn that of a page or of a form: one door guards both."""
    acting: dict[str, list[Row]] = {}
    for row in rows:
        if row.expected["anon"] != "405":
            acting.setdefault(row.address, []).append(row)
    return [each[turn % len(each)] for turn, each in enumerate(acting.values())]


WALKED = (_one_each(OF_OTHERS) if SHARED else OF_OTHERS)[MINE]
OWN_ROWS = matrix(OWN_MATRIX)
COMES_IN, OUT = "/mijn/inloggen/", "/mijn/afmelden/"
BESIDE_THE_EX = ("ex", "ex_mentor", "ex_sister")
NEIGHBOUR = "neighbour"
_ID = re.compile(r"<uuid:\w+>")


@pytest.fixture(scope="module")
def participants(walk: Walk) -> dict[str, Cookies]:
    """Let all of them come in."""
    return {name: come_in_with(code) for name, code in walk.region.codes.items()}


def test_a_participant_gets_of_every_page_of_professionals_what_a_stranger_gets(
    walk: Walk, participants: dict[str, Cookies]
) -> None:
    wrong = {}
    for turn, row in enumerate(WALKED):
        name = tuple(participants)[turn % len(participants)]
        answer = ask(participants[name], row.method, filled(row.address, walk.region.words), _form(walk, row))
        refused = answer.status != 302 or answer.location.startswith(("/inloggen", "/mijn/"))
        if str(answer.status) != row.expected["anon"] or not refused or FINDS_HER.search(_said(answer)):
            wrong[f"{row.name} {name}"] = (answer.status, answer.location)
    assert wrong == {}


def _form(walk: Walk, row: Row) -> dict[str, str | list[str]]:
    words = walk.region.words
    return {
        name: filled(value, words) if isinstance(value, str) else [filled(each, words) for each in value]
        for name, value in FORMS[row.form].items()
    }


def _said(answer: Answer) -> str:
    """Give what an answer says: the words of a PDF, and else its text."""
    return " ".join(words_of(answer.body)) if answer.body.startswith(b"%PDF") else answer.body.decode(errors="replace")


def test_every_own_address_stands_in_the_matrix_of_participants() -> None:
    """Who adds an address says in `own_matrix.csv` what each of them gets there."""
    listed = {(pattern_of(row.address), row.method) for row in OWN_ROWS}
    assert listed == {(each, method) for each in patterns() if each.startswith("mijn/") for method in ("GET", "POST")}


@pytest.mark.parametrize("row", OWN_ROWS, ids=[row.name for row in OWN_ROWS])
def test_each_of_them_gets_of_own_addresses_what_the_matrix_says(
    walk: Walk, participants: dict[str, Cookies], row: Row
) -> None:
    wrong = {}
    for name, expected in _walking(row):
        cookies = participants.get(name, {})
        answer = ask(cookies, row.method, filled(row.address, walk.region.words), _form(walk, row))
        nothing = ask(cookies, row.method, filled(row.address, ABSENT)) if answer.status == NOT_FOUND else answer
        comes_in = name != NEIGHBOUR or answer.status != 302 or answer.location.startswith(COMES_IN)
        if str(answer.status) != expected or answer != nothing or not comes_in:
            wrong[name] = f"{answer.status} {answer.location}, not {expected}"
    assert wrong == {}


def _walking(row: Row) -> list[tuple[str, str]]:
    """Give who walks a row: by lot one of each answer that it expects; in the large form everybody."""
    by_lot = sorted(row.expected.items(), key=lambda each: crc32(f"{row.name} {each[0]}".encode()))
    first = {expected: name for name, expected in by_lot}
    return [(name, expected) for expected, name in first.items()] if SHARED else by_lot


@pytest.fixture(scope="module")
def pages(participants: dict[str, Cookies]) -> dict[str, Answer]:
    """Give the page of each of them, watched."""
    return {name: ask(cookies, "GET", "/mijn/", watched=True) for name, cookies in participants.items()}


def test_each_of_them_reads_their_own_page_and_it_is_on_record(pages: dict[str, Answer]) -> None:
    assert {name: (page.status, page.recorded) for name, page in pages.items()} == dict.fromkeys(pages, (OK, True))
    helped = {name for name, page in pages.items() if b"Wie helpt er nog meer?" in page.body}
    assert helped == {"resident", "representative", "fled"}
    assert {name for name, page in pages.items() if b"Komt u praten?" in page.body} == {"resident", "ex"}
    for page in pages.values():
        assert b"Huishouden" not in page.body
        assert b"C-2026" not in page.body


def test_who_a_letter_is_to_reads_it_and_that_is_on_record(walk: Walk, participants: dict[str, Cookies]) -> None:
    for file in ("", "brief.txt"):
        address = f"/mijn/brieven/{walk.region.words['own_letter']}/{file}"
        answer = ask(participants["resident"], "GET", address, watched=True)
        assert answer.recorded
        assert b"Komt u praten?" in answer.body
    assert ask(participants["resident"], "GET", f"/mijn/brieven/{walk.region.words['letter']}/").status == NOT_FOUND


def _own_pages(walk: Walk, cookies: Cookies) -> Iterator[tuple[str, str]]:
    """Give what somebody reads on every own address that there is, with every id of their case in it."""
    ids = [walk.region.words[name] for name in ("ex_letter", "ex_letter_kept", "mentor_letter_kept", "neighbour")]
    for pattern in (f"/{each}" for each in patterns() if each.startswith("mijn/")):
        for address in [_ID.sub(each, pattern) for each in ids] if _ID.search(pattern) else [pattern]:
            if address != OUT:
                yield address, _said(ask(cookies, "GET", address))


@pytest.mark.parametrize("name", BESIDE_THE_EX)
def test_the_ex_partner_and_who_is_beside_him_find_no_trace_of_her(
    walk: Walk, participants: dict[str, Cookies], name: str
) -> None:
    paper = f"/casussen/{{fled}}/eigen-pagina/{participant_of(walk.region.codes[name])}/pagina.txt"
    read = dict(_own_pages(walk, participants[name]))
    read["paper"] = _said(walk.ask("dir", "GET", paper))
    assert "Dag " in read["/mijn/"] and "Dag " in read["paper"]
    assert {address: found for address, said in read.items() if (found := FINDS_HER.findall(said))} == {}


def test_she_herself_reads_what_would_lead_to_her(pages: dict[str, Answer]) -> None:
    """So there is something to find: her help, her days, and her letter."""
    page = _said(pages["fled"])
    for words in (HELPER, HELPER_PHONE, "Kanariedorp", "16 december", "3 dec"):
        assert words in page


def test_a_neighbour_gets_no_page_and_is_on_nobodys(walk: Walk, pages: dict[str, Answer]) -> None:
    """What she may hear stands where who leads talks with her, without where anybody is."""
    assert [name for name, page in pages.items() if FINDS_NOTIFIER.search(_said(page))] == []
    near = walk.region.words[NEIGHBOUR]
    row = CaseResident.objects.filter(case__code=walk.region.words["fled"])[0]
    new = NewParticipant(row.resident_id, network_member_id=UUID(near), kind=ParticipantKind.NETWORK)
    with pytest.raises(Invalid):
        give_own_page(actor=walk.region.here.actor("sanne"), now=MOMENT, case_id=row.case_id, new=new)
    talk = _said(walk.ask("dir", "GET", f"/casussen/{{fled}}/mensen/omstander/{near}/"))
    assert "Vertel deze persoon alleen wat bij &#x27;mag horen&#x27; staat." in talk
    assert "Zeg tegen niemand dat het deze persoon was." in talk
    assert FINDS_HER.findall(talk) == []
    people = {viewer: _said(walk.ask(viewer, "GET", "/casussen/{fled}/mensen/")) for viewer in ("dir", "team", "part")}
    assert [viewer for viewer, said in people.items() if MAY_HEAR in said or FINDS_NOTIFIER.search(said)] == ["dir"]
