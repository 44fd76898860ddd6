"""The fields that all forms are made of."""

import pytest
from django import forms

from houvast.web.form_fields import CHOOSE, choice, day, line, long_text, offer, own_line


class Asked(forms.Form):
    on = day("Wanneer?")
    who = choice("Wie?")
    what = long_text("Wat?", most=5)


def problem(name: str, value: str) -> str:
    errors = Asked({name: value}).errors.get(name)
    return "" if errors is None else str(errors[0])


@pytest.mark.parametrize("written", ["2026-11-26", "26-11-2026", "26/11/2026", "", "1900-01-01", "2199-12-31"])
def test_a_day_is_picked_or_typed_or_left_out(written: str) -> None:
    assert problem("on", written) == ""


@pytest.mark.parametrize("written", ["30-02-2026", "morgen", "26-11-26", "2026-11-26T10:00"])
def test_a_day_that_is_none_is_told_so(written: str) -> None:
    assert problem("on", written) == "Vul een dag in die bestaat, zoals 26-11-2026."


@pytest.mark.parametrize("written", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_year_that_nobody_means_is_a_slip(written: str) -> None:
    """Terms are counted from a day, and a calendar has no day before the first or behind the last."""
    assert problem("on", written) == "Klopt het jaar? Vul een dag in zoals 26-11-2026."


def test_only_what_is_offered_is_chosen() -> None:
    form = Asked({"who": "b"})
    offer(form, "who", [("a", "Anna")], nothing=CHOOSE)
    assert form.errors["who"] == ["Deze keuze is er niet (meer). Kies opnieuw."]
    bare = Asked()
    offer(bare, "who", [("a", "Anna")])
    assert 'value=""' not in str(bare["who"])
    assert CHOOSE in str(form["who"])


def test_a_field_may_stay_empty_unless_it_says_otherwise() -> None:
    assert Asked({}).is_valid()
    assert line("Naam", most=3, required=True).required
    assert long_text("Waarom?", required=True).required


def test_what_is_written_about_somebody_is_not_filled_in_for_another() -> None:
    assert own_line("Naam", most=3, type="tel").widget.attrs["autocomplete"] == "off"
    assert "autocomplete" not in line("Naam", most=3).widget.attrs
