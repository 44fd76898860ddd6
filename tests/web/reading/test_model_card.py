"""The card says what the model says, in the words of the people who read it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from houvast.ave.load import shipped_model
from houvast.ave.model import Model
from houvast.ave.vocabulary import HoldingTwo
from houvast.web.look import Person
from houvast.web.reading.model_card import Cell, ModelCard, callers, model_card

ADOPTED = datetime(2026, 10, 5, 22, 30, tzinfo=UTC)


def _card(model: Model) -> ModelCard:
    return model_card(model, "Eemsdelta", 7, ADOPTED, ())


def _cell(card: ModelCard, phase: int, css_class: str) -> Cell:
    return next(cell for cell in card.columns[phase - 1].cells if cell.css_class == css_class)


def _text(cell: Cell) -> str:
    return "".join(piece.text for piece in cell.pieces)


def test_the_card_names_the_model_and_the_day_of_adoption_in_amsterdam() -> None:
    assert _card(shipped_model("groningen")).origin == (
        "Gemeente Eemsdelta · AVE, Groninger model, vastgesteld als versie 7 op di 6 oktober 2026"
    )


def test_every_phase_answers_the_same_questions_in_the_same_order() -> None:
    card = _card(shipped_model("landelijk"))
    questions = [question for _, question in card.labels]
    assert questions[:4] == ["Wat is er aan de hand?", "Wat beslist de inwoner zelf?", "Casusregie", "Procesregie"]
    assert [[cell.question for cell in column.cells] for column in card.columns] == [questions] * 4


def test_criteria_read_as_one_sentence_with_strong_joiners() -> None:
    cell = _cell(_card(shipped_model("landelijk")), 3, "oml")
    assert _text(cell) == (
        "(De doelen zijn gehaald of het risico is kleiner en nu aanvaardbaar) en de ontvanger is genoemd en kan het "
        "aan en er is een afspraak voor als het weer misgaat."
    )
    assert [piece.text for piece in cell.pieces if piece.is_strong] == [" of ", " en ", " en "]


def test_a_boundary_says_who_decides_in_which_term_and_what_else_is_asked() -> None:
    cell = _cell(_card(shipped_model("landelijk")), 3, "omh")
    assert cell.decides == "Beslist: directeur sociaal domein of burgemeester, binnen 5 werkdagen"
    assert cell.notes == (
        "Partners wegen samen het risico.",
        "De ontvanger is met naam genoemd en zegt ja.",
        "Spoed: burgemeester bevestigt binnen 2 werkdagen.",
    )


def test_the_lowest_phase_has_no_way_down_and_the_highest_no_way_up() -> None:
    card = _card(shipped_model("landelijk"))
    assert _text(_cell(card, 1, "oml")) == _text(_cell(card, 4, "omh")) == "Niet van toepassing"


def test_a_seat_says_who_may_hold_it_who_for_a_time_and_what_is_open() -> None:
    card = _card(shipped_model("landelijk"))
    case = _cell(card, 3, "cas")
    assert _text(case).startswith("Casusregisseur van het lokale team, casemanager jeugd, ")
    assert case.notes[0] == "Tijdelijk ook: procesregisseur OGGZ (OGGZ-coördinator), wijkagent."
    assert case.notes[1].startswith("Nog niet besloten: ")
    assert case.notes[1].endswith(" en nog 3.")
    assert _text(_cell(card, 1, "pro")) == "Niet nodig"


def test_a_seat_that_fills_itself_names_who_comes_first() -> None:
    cell = _cell(_card(shipped_model("landelijk")), 3, "bes")
    assert (_text(cell), cell.notes) == ("Wethouder", ("Ook: burgemeester.",))


def test_terms_are_said_in_words() -> None:
    model = shipped_model("landelijk")
    card = _card(model)
    assert _text(_cell(card, 1, "ter")) == "Geen termijn"
    assert _text(_cell(card, 3, "ter")) == "Na 6 weken"
    assert card.temporary == "Tijdelijk: hoogstens 30 werkdagen, één keer verlengen"
    assert card.hand_over == "De oude houder blijft tot de nieuwe ja zegt, binnen 3 werkdagen"


@pytest.mark.parametrize(("times", "words"), [(1, "niet verlengen"), (3, "2 keer verlengen")])
def test_how_often_a_filling_is_extended(times: int, words: str) -> None:
    model = shipped_model("landelijk")
    changed = replace(model, temporary=replace(model.temporary, max_times=times))
    assert _card(changed).temporary.endswith(words)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (HoldingTwo.ALLOWED, "Eén persoon mag casusregie en procesregie allebei hebben."),
        (HoldingTwo.WARN, "Casusregie en procesregie bij één persoon mag, maar liever niet."),
        (HoldingTwo.REFUSE, "Casusregie en procesregie liggen nooit bij één persoon."),
    ],
)
def test_two_seats_for_one_person(rule: HoldingTwo, sentence: str) -> None:
    assert _card(replace(shipped_model("landelijk"), holding_two=rule)).two == sentence


def test_who_leads_in_a_transfer_stands_on_the_card() -> None:
    crossings = [name for name, _ in _card(shipped_model("groningen")).agreements]
    assert crossings == ["Omhoog, van fase 3 naar fase 4", "Omlaag, van fase 4 naar fase 3"]


def test_at_most_six_people_stand_on_the_card() -> None:
    people = [Person(f"Persoon {number}", "procesregisseur", None) for number in range(9)]
    card = model_card(shipped_model("landelijk"), "Eemsdelta", 1, ADOPTED, people)
    assert [person.name for person in card.callers] == [f"Persoon {number}" for number in range(6)]


def test_one_calls_who_may_hold_process_direction() -> None:
    assert callers(shipped_model("landelijk")) == {
        "teamleider",
        "procesregisseur-oggz",
        "procesregisseur-oov",
        "procesregisseur-zvh",
    }
