"""A letter went on a day from that on which it was made to today."""

from datetime import date

from houvast.letters.rules.sending import sent_problems

MADE, TODAY = date(2026, 11, 20), date(2026, 11, 23)


def test_the_day_on_which_a_letter_went_is_from_its_making_to_today() -> None:
    days = [date(2026, 11, day) for day in (19, 20, 23, 24)]
    assert [bool(sent_problems(each, MADE, TODAY)) for each in days] == [True, False, False, True]
    assert sent_problems(None, MADE, TODAY) == {"sent_on": "Vul in op welke dag u de brief postte of gaf."}
