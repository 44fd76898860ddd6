"""Words that lead to somebody are taken out of a text, however they were typed."""

import pytest

from houvast.residents.rules.traces import LEFT_OUT, Traces, place_traces

HERS = place_traces(street="Nieuwe Zeeweg", postcode="9999 QX", town="Spijk", phone="06 00 00 01 91")
OUT = LEFT_OUT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij woont Nieuwe Zeeweg 12a.", f"Zij woont {OUT}."),
        ("zij zit op de nieuwe  zeeweg12-B!", f"zij zit op de {OUT}!"),
        ("NIEUWEZEEWEG", OUT),
        ("Post naar 9999QX Spijk", f"Post naar {OUT} {OUT}"),
        ("in SPIJK, bij haar zus", f"in {OUT}, bij haar zus"),
        ("Bel 0600000191.", f"Bel {OUT}."),
        ("Bel 06-00 00.01/91 of +31 6 00 00 01 91", f"Bel {OUT} of {OUT}"),
        ("0031600000191 en +31 (0)600000191", f"{OUT} en {OUT}"),
        ("(06) 00000191", OUT),
        ("Spijkers op laag water in de Zeeweg", "Spijkers op laag water in de Zeeweg"),
        ("Inspijk en 0600000192", "Inspijk en 0600000192"),
        ("", ""),
    ],
)
def test_traces_are_taken_out_of_a_text(text: str, expected: str) -> None:
    assert HERS.taken_out(text) == expected


def test_what_the_other_has_too_is_no_trace() -> None:
    his = place_traces(street="Oudeweg", postcode="9999qx", town="SPIJK ", phone="+31600000191")
    assert HERS.without(his) == Traces(frozenset({"Nieuwe Zeeweg"}))


def test_nothing_known_takes_nothing_out() -> None:
    assert place_traces(street=" ", postcode="", town="", phone="") == Traces()
    for nothing in (Traces(), Traces(phones=frozenset({"112"})), Traces(words=frozenset({" "}))):
        assert nothing.taken_out("Bel 112.") == "Bel 112."


def test_traces_are_taken_together_and_may_hold_signs_and_foreign_numbers() -> None:
    both = HERS | Traces(frozenset({"Thuis (Noord)+"}), frozenset({"+49 441 00 00"}))
    assert both.taken_out("Thuis (noord)+ in Spijk, 49-441-0000") == f"{OUT} in {OUT}, {OUT}"


def test_where_post_may_go_is_a_trace_as_it_was_typed() -> None:
    found = place_traces(street="", postcode="", town="", phone="", mail_to="Opvang Het Anker, Dijk 12a, 9901qx Leens")
    assert found == Traces(frozenset({"Opvang Het Anker", "Dijk", "9901qx", "Leens"}))
    assert found.taken_out("Post: dijk 12b, 9901 QX LEENS") == f"Post: {OUT}, {OUT} {OUT}"
