"""What goes to who asks, and what is read back of what was sealed. The words are those of the letter."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from houvast.accountability.rules.certificate import CertificateContent, from_line, id_of, to_line
from houvast.accountability.rules.request_content import (
    Chosen,
    RequestContent,
    export,
    read_held,
    read_request,
    write_held,
    write_request,
)
from houvast.accountability.rules.requests import ItemAnswer, LeftOutReason
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.terms import word_for

ASKED = RequestContent("Ruben Dijkhuis", "Geke Dijkhuis", "Geke, per post", "Wat staat er over mij? É.")
NOTE = Held(HeldKind.NOTE, "Notitie", (("Tekst", "Gebeld."),), date(2026, 11, 20), "GGZ", UUID(int=7))
PERSON = Held(HeldKind.PERSON, "Wie u bent", (("Naam", "Ruben Dijkhuis"), ("Geboren", "1992")))
WHOLE, SHORT = Chosen(PERSON, ItemAnswer.WHOLE, None, ""), Chosen(NOTE, ItemAnswer.SHORTENED, None, "Er is gebeld.")
LEFT_OUT = Chosen(NOTE, ItemAnswer.LEFT_OUT, LeftOutReason.SAFETY, "")


def test_who_gets_the_answer_reads_what_was_given_and_how_much_was_not() -> None:
    third = replace(LEFT_OUT, reason=LeftOutReason.THIRD_PARTY)
    given = export(ASKED, "V-1", "Gemeente Eemsdelta", date(2026, 11, 28), [LEFT_OUT, WHOLE, SHORT, third, LEFT_OUT])
    assert {key: given[key] for key in ("vorm", "verzoek", "over", "gegeven_door", "gegeven_op")} == {
        "vorm": "houvast-inzage-1",
        "verzoek": "V-1",
        "over": "Ruben Dijkhuis",
        "gegeven_door": "Gemeente Eemsdelta",
        "gegeven_op": "2026-11-28",
    }
    assert given["onderdelen"] == [
        {
            "soort": "uw gegevens",
            "titel": "Wie u bent",
            "op": "",
            "van": "",
            "regels": [{"wat": "Naam", "inhoud": "Ruben Dijkhuis"}, {"wat": "Geboren", "inhoud": "1992"}],
            "ingekort": False,
        },
        {
            "soort": "wat is opgeschreven",
            "titel": "Notitie",
            "op": "2026-11-20",
            "van": "GGZ",
            "regels": [{"wat": "Ingekort", "inhoud": "Er is gebeld."}],
            "ingekort": True,
        },
    ]
    assert given["niet_gegeven"] == [
        {"waarom": word_for(LeftOutReason.THIRD_PARTY), "aantal": 1},
        {"waarom": word_for(LeftOutReason.SAFETY), "aantal": 2},
    ]
    assert "Autoriteit Persoonsgegevens" in str(given["uw_rechten"])


def test_what_was_asked_is_read_back_and_no_word_of_it_when_its_key_is_gone() -> None:
    assert read_request(write_request(ASKED)) == ASKED
    assert "É" in write_request(ASKED)
    assert read_request("") == RequestContent("", "", "", "")


def test_what_was_gathered_is_read_back_with_and_without_a_day_and_a_case() -> None:
    for held in (NOTE, PERSON):
        assert read_held(write_held(held)) == held
    assert read_held("") == Held(HeldKind.PERSON, "Vernietigd", ())


def test_a_certificate_is_read_back_from_the_ledger() -> None:
    content = CertificateContent(
        id=UUID(int=1),
        municipality_id=UUID(int=2),
        unit="case",
        unit_id=UUID(int=3),
        code="C-1",
        also={"concern": ["a", "b"]},
        clocks=[{"kind": "note", "ends_on": "2026-11-20"}],
        proposed_by_id=UUID(int=4),
        approved_by_id=UUID(int=5),
        destroyed_at=datetime(2026, 11, 28, 9, 30, tzinfo=UTC),
    )
    line = to_line(content)
    assert from_line(line) == content
    by_itself = replace(content, proposed_by_id=None, approved_by_id=None)
    assert from_line(to_line(by_itself)) == by_itself
    assert id_of(line) == content.id
    assert line["destroyed_at"] == "2026-11-28T09:30:00+00:00"


def test_what_is_sealed_says_in_which_form_and_in_one_order() -> None:
    """Text that was sealed is read back years later; the same words always give the same text."""
    assert write_request(ASKED) == (
        '{"asked_by": "Geke Dijkhuis", "form": 1, "person": "Ruben Dijkhuis", "reach": "Geke, per post", '
        '"words": "Wat staat er over mij? É."}'
    )
    held = Held(HeldKind.NOTE, "É", ())
    assert write_held(held) == (
        '{"case_id": null, "finds": null, "form": 1, "key_id": null, "kind": "note", "lines": [], "on": null, '
        '"source": "", "title": "É"}'
    )
