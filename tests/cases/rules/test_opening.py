"""What must be right to open a case, and who may be chosen."""

from dataclasses import replace
from uuid import UUID

import pytest

from houvast.ave.load import load_text, shipped
from houvast.ave.vocabulary import Holding, Responsibility
from houvast.cases.rules.closing import CLOSING_REASONS
from houvast.cases.rules.opening import Choice, chosen_seat, opening_problems, refusal, with_resident
from houvast.cases.rules.seats import VACANT, SeatFacts, SeatState, held
from houvast.kernel.ids import new_id
from tests.sentences import is_sentence, told_at

MODEL = load_text(shipped()["groningen"].read_text("utf-8"), "groningen")
CASE, PROCESS, OPERATIONAL = (Responsibility(each) for each in ("case_direction", "process_direction", "operational"))
MEMBER, RESIDENT, NEIGHBOUR = new_id(), new_id(), new_id()


@pytest.mark.parametrize(
    ("name", "phase", "residents", "fields"),
    [
        ("Huishouden Dijkhuis", 2, 1, set()),
        ("Huishouden Dijkhuis", 3, 2, set()),
        ("  ", 2, 1, {"name"}),
        ("Huishouden Dijkhuis", 1, 1, {"phase"}),
        ("Huishouden Dijkhuis", 4, 1, {"phase"}),
        ("Huishouden Dijkhuis", 9, 1, {"phase"}),
        ("Huishouden Dijkhuis", 2, 0, {"residents"}),
        ("", 1, 0, {"name", "phase", "residents"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(name: str, phase: int, residents: int, fields: set[str]) -> None:
    assert told_at(opening_problems(MODEL, name=name, phase=phase, residents=residents)) == fields


def test_the_phases_in_which_a_case_begins_are_named() -> None:
    said = opening_problems(MODEL, name="x", phase=1, residents=1)["phase"]
    assert said == "In het model van uw gemeente begint een casus in fase 2, 3."


@pytest.mark.parametrize(
    ("phase", "seat", "choice", "functions", "becomes"),
    [
        (2, CASE, Choice(member_id=MEMBER), {"casusregisseur-wijkteam"}, held(MEMBER, "casusregisseur-wijkteam")),
        (2, CASE, Choice(resident_id=RESIDENT), set(), SeatFacts(SeatState.HELD_BY_RESIDENT, resident_id=RESIDENT)),
        (
            2,
            CASE,
            Choice(network_member_id=NEIGHBOUR),
            set(),
            SeatFacts(SeatState.HELD_BY_RESIDENT, network_member_id=NEIGHBOUR),
        ),
    ],
)
def test_who_may_be_chosen_is(
    phase: int, seat: Responsibility, choice: Choice, functions: set[str], becomes: SeatFacts
) -> None:
    assert chosen_seat(MODEL.seat(phase, seat), choice, functions) == (becomes, "")


@pytest.mark.parametrize(
    ("phase", "seat", "choice", "functions", "said"),
    [
        (2, CASE, Choice(member_id=MEMBER), {"teamleider"}, "alleen tijdelijk"),
        (2, CASE, Choice(member_id=MEMBER), {"wijkagent"}, "zegt nog niet"),
        (2, CASE, Choice(member_id=MEMBER), {"wijkagent", "teamleider"}, "alleen tijdelijk"),
        (2, CASE, Choice(member_id=MEMBER), {"burgemeester"}, "niet hebben"),
        (2, CASE, Choice(member_id=MEMBER), set(), "niet hebben"),
        (3, CASE, Choice(resident_id=RESIDENT), set(), "kan de inwoner of het netwerk"),
        (2, PROCESS, Choice(resident_id=RESIDENT), set(), "kan de inwoner of het netwerk"),
        (2, OPERATIONAL, Choice(member_id=MEMBER), {"manager-sociaal-domein"}, "volgt uit de functie"),
        (3, CASE, Choice(the_resident=True), set(), "kan de inwoner of het netwerk"),
        (2, CASE, Choice(the_resident=True), set(), "niet over precies één volwassene"),
        (2, CASE, Choice(), set(), "Kies"),
        (2, CASE, Choice(resident_id=RESIDENT, the_resident=True), set(), "Kies"),
        (2, CASE, Choice(resident_id=RESIDENT, network_member_id=NEIGHBOUR), set(), "Kies"),
        (2, CASE, Choice(member_id=MEMBER, resident_id=RESIDENT), {"casusregisseur-wijkteam"}, "Kies"),
    ],
)
def test_who_may_not_be_chosen_is_told_why(
    phase: int, seat: Responsibility, choice: Choice, functions: set[str], said: str
) -> None:
    becomes, problem = chosen_seat(MODEL.seat(phase, seat), choice, functions)
    assert becomes == VACANT
    assert said in problem
    assert is_sentence(problem)


@pytest.mark.parametrize("grown_ups", [set(), {RESIDENT}, {RESIDENT, NEIGHBOUR}])
def test_the_resident_is_the_one_grown_up_and_nobody_is_guessed(grown_ups: set[UUID]) -> None:
    choice = Choice(the_resident=True)
    expected = Choice(resident_id=RESIDENT) if len(grown_ups) == 1 else choice
    assert with_resident(choice, grown_ups) == expected
    assert with_resident(Choice(member_id=MEMBER), grown_ups) == Choice(member_id=MEMBER)


def test_a_refusal_names_the_phase() -> None:
    rule = MODEL.seat(3, CASE)
    assert "in fase 3" in refusal(rule, {"burgemeester"})
    for holding in Holding:
        assert is_sentence(refusal(replace(rule, holders={"iemand": holding}), {"iemand"}))


def test_every_reason_to_close_is_a_code_with_a_sentence() -> None:
    assert all(code.isidentifier() and sentence[0].isupper() for code, sentence in CLOSING_REASONS.items())
