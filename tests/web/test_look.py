"""Marks are ready to print: the words, the state and the form of it together."""

import pytest

from houvast.ave.load import shipped_model
from houvast.ave.vocabulary import Responsibility
from houvast.web import look

CASE = Responsibility.CASE_DIRECTION
PHASE = look.PhaseMark(3, "AVE 3", "Complexe problemen", "fase-3")
HELD = look.seat_held("Procesregie", who="Marit", lines=("procesregisseur",), since="2 nov 2026", phone=None)


def _vacant(responsibility: Responsibility = CASE) -> look.SeatMark:
    return look.seat_vacant(responsibility, "Casusregie", lines=("Sinds ma 2 november.",), phone=None, act=None)


def test_a_phase_is_number_name_and_colour_together() -> None:
    assert look.phase_mark(shipped_model("landelijk").phase(3)) == PHASE


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0596 00 01 12", "tel:0596000112"),
        ("+31 596 00 01 12", "tel:+31596000112"),
        ("06-00 00 04 17", "tel:0600000417"),
    ],
)
def test_a_number_is_dialled_without_spaces(written: str, dialled: str) -> None:
    made = look.phone(written, "Marit Oosterhuis")
    assert made is not None
    assert (made.shown, made.url, made.whom) == (written, dialled, "Marit Oosterhuis")


@pytest.mark.parametrize("written", ["", "onbekend"])
def test_without_a_number_there_is_no_link(written: str) -> None:
    assert look.phone(written, "Marit Oosterhuis") is None


@pytest.mark.parametrize(
    ("responsibility", "sentence"),
    [
        (Responsibility.CASE_DIRECTION, "Niemand heeft de casusregie"),
        (Responsibility.PROCESS_DIRECTION, "Niemand heeft de procesregie"),
        (Responsibility.OPERATIONAL, "Niemand is operationeel verantwoordelijk"),
        (Responsibility.ADMINISTRATIVE, "Niemand is bestuurlijk verantwoordelijk"),
    ],
)
def test_a_vacancy_is_said_in_a_sentence(responsibility: Responsibility, sentence: str) -> None:
    seat = _vacant(responsibility)
    assert (seat.who, seat.is_vacant) == (sentence, True)
    assert "houvast-stoel--leeg" in seat.css_class


def test_a_temporary_seat_shows_its_end_in_form_and_words() -> None:
    seat = look.seat_temporary(
        "Operationeel", who="Anouk", lines=(), since="16 nov 2026", until="vr 4 dec", left="over 11 dagen", phone=None
    )
    assert seat.css_class == "houvast-stoel houvast-stoel--tijdelijk"
    assert (seat.label, seat.until_strong, seat.until) == ("Tijdelijk", "vr 4 dec", ", over 11 dagen")


def test_a_seat_of_which_the_function_ends_is_held_and_says_until_when() -> None:
    seat = look.seat_until(
        "Casusregie", who="Jelte", lines=(), since="16 nov 2026", until="vr 4 dec", left="over 11 dagen", phone=None
    )
    assert (seat.css_class, seat.label) == ("houvast-stoel", "")
    assert (seat.until_strong, seat.until) == ("vr 4 dec", ", over 11 dagen: dan stopt deze functie")


def test_an_overdue_seat_is_late_and_still_held() -> None:
    seat = look.seat_overdue(
        "Casusregie",
        who="Jelte",
        lines=(),
        since="9 okt 2026",
        until="vr 20 nov",
        late="1 werkdag te laat",
        phone=None,
        act=None,
    )
    assert (seat.who, seat.is_vacant, seat.label) == ("Jelte", False, "Tijdelijk, voorbij")
    assert (seat.until_strong, seat.until_class) == ("vr 20 nov, 1 werkdag te laat", look.LATE)


def test_a_resident_who_leads_and_a_seat_that_is_not_needed_say_so() -> None:
    resident = look.seat_of_resident("Casusregie", who="Ruben", lines=("inwoner",), since="2 nov 2026", phone=None)
    assert (resident.label, resident.until) == ("Eigen regie", "geen einddatum")
    assert look.seat_not_required("Procesregie", phase_label="AVE 1").who == "Niet nodig in AVE 1"


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        ((HELD, HELD, HELD, HELD), "houvast-band fase-3"),
        ((HELD, _vacant(), HELD, HELD), "houvast-band fase-3 houvast-band--leeg-2"),
        ((_vacant(), _vacant(), HELD, HELD), "houvast-band fase-3"),
    ],
)
def test_one_vacancy_gets_room_and_more_of_them_share_it(seats: tuple[look.SeatMark, ...], expected: str) -> None:
    made = look.band(phase=PHASE, lines=(), phases=(1, 2, 3, 4), seats=seats)
    assert made.css_class == expected
    assert [step.number for step in made.ladder if step.is_current] == [3]
