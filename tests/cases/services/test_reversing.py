"""When an urgent scaling is reversed, whom it took a seat from holds it again; what was written stays."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import Case, CaseResident, HandOverAnswer, Seat
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.bands import case_by_code, holder_name
from houvast.cases.selectors.preview import phase_before, preview
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.return_seat import return_seat
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.steps.load_case import facts_of_seat
from houvast.desk.selectors.timeline import timeline
from houvast.directory.models import Member
from houvast.directory.selectors import parsed_model, viewer
from tests.lives import enough, open_with
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db
CASE, PROCESS, OPERATIONAL = (
    Responsibility.CASE_DIRECTION,
    Responsibility.PROCESS_DIRECTION,
    Responsibility.OPERATIONAL,
)
URGENT_AT, BETWEEN, REVERSED_AT = (NOW + timedelta(hours=hours) for hours in (2, 3, 4))


@pytest.fixture
def world() -> World:
    return make_world()


def in_phase_3(world: World) -> UUID:
    """Open a case of Sanne and bring it to phase 3, where Marit directs the process."""
    case_id = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    how = Deciding(chosen={PROCESS: Choice(member_id=world.id("marit"))})
    scale(actor=world.actor("marit"), now=NOW + timedelta(hours=1), case_id=case_id, new=new, how=how)
    return case_id


def led_by_bos(world: World) -> UUID:
    """Open a case in phase 2 in which team leader Bos directs the process: something that ends in phase 3."""
    case_id = open_with(world)
    choice = Choice(member_id=world.id("bos"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=PROCESS, choice=choice)
    return case_id


def up(world: World, case_id: UUID, to_phase: int) -> UUID:
    """Let Marit scale up at once; gives the decision."""
    new = NewProposal(to_phase, enough(world, to_phase - 1, to_phase), "Dit kan niet wachten.")
    return scale_urgently(actor=world.actor("marit"), now=URGENT_AT, case_id=case_id, new=new)


def reverse(world: World, decision_id: UUID, by: str) -> None:
    actor = world.actor(by)
    answer_urgency(
        actor=actor, now=REVERSED_AT, decision_id=decision_id, confirm=False, how=Deciding(reason="Voorbij.")
    )


def seats(case_id: UUID) -> dict[Responsibility, Seat]:
    """Give the seats as they are now."""
    case = Case.objects.select_related(*map(str, Responsibility)).get(pk=case_id)
    return {each: getattr(case, each.value) for each in Responsibility}


def who(case_id: UUID) -> dict[Responsibility, tuple[str, str]]:
    """Give who holds each seat now, and how."""
    return {
        each: (seat.state, holder_name(seat).split()[0] if holder_name(seat) else "")
        for each, seat in seats(case_id).items()
    }


def sees_notes(world: World, name: str, case_id: UUID, now: datetime) -> bool:
    """Say whether somebody reads the general notes of the case: only who leads it does."""
    found = viewer(world.id(name), now=now)
    assert found is not None
    return scopes.access(found, now=now).filter(case_id=case_id, part="general_notes").exists()


def test_the_four_seats_are_again_as_they_were_and_the_history_keeps_all(world: World) -> None:
    case_id = in_phase_3(world)
    before = {each: facts_of_seat(seat) for each, seat in seats(case_id).items()}
    urgent = up(world, case_id, 4)
    assert who(case_id)[PROCESS] == (SeatState.HELD_TEMPORARILY, "Marit")
    assert who(case_id)[OPERATIONAL] == (SeatState.HELD, "Dirk")
    rows = set(Seat.objects.filter(case_id=case_id).values_list("id", flat=True))
    reverse(world, urgent, "burg")
    assert {each: facts_of_seat(seat) for each, seat in seats(case_id).items()} == before
    assert rows <= set(Seat.objects.filter(case_id=case_id).values_list("id", flat=True))
    assert (seats(case_id)[PROCESS].number, seats(case_id)[OPERATIONAL].number) == (4, 3)


def test_who_was_put_in_for_the_urgent_phase_goes_and_who_lost_the_seat_sees_again(world: World) -> None:
    case_id = led_by_bos(world)
    urgent = up(world, case_id, 3)
    choice = Choice(member_id=world.id("nadia"))
    assign_seat(actor=world.actor("marit"), now=BETWEEN, case_id=case_id, responsibility=PROCESS, choice=choice)
    assert (sees_notes(world, "bos", case_id, BETWEEN), sees_notes(world, "nadia", case_id, BETWEEN)) == (False, True)
    reverse(world, urgent, "erik")
    assert who(case_id)[PROCESS] == (SeatState.HELD, "Bos")
    after = REVERSED_AT
    assert (sees_notes(world, "bos", case_id, after), sees_notes(world, "nadia", case_id, after)) == (True, False)


def test_who_does_not_work_there_any_more_gets_nothing_back(world: World) -> None:
    case_id = led_by_bos(world)
    urgent = up(world, case_id, 3)
    Member.objects.filter(pk=world.id("bos")).update(until_at=BETWEEN)
    reverse(world, urgent, "erik")
    assert who(case_id)[PROCESS] == (SeatState.VACANT, "")


def test_who_gave_a_seat_back_does_not_get_it_again(world: World) -> None:
    case_id = in_phase_3(world)
    urgent = up(world, case_id, 4)
    return_seat(actor=world.actor("marit"), now=BETWEEN, case_id=case_id, responsibility=PROCESS, reason="Ziek.")
    reverse(world, urgent, "burg")
    assert who(case_id)[PROCESS] == (SeatState.VACANT, "")


def test_a_hand_over_that_somebody_accepted_meanwhile_stays(world: World) -> None:
    case_id = in_phase_3(world)
    urgent = up(world, case_id, 4)
    asked = ask_hand_over(
        actor=world.actor("sanne"),
        now=BETWEEN,
        case_id=case_id,
        responsibility=CASE,
        to_member=world.id("bram"),
        reason="Andere wijk.",
    )
    accepted = HandOverAnswer.Outcome.ACCEPTED
    answer_hand_over(actor=world.actor("bram"), now=BETWEEN, hand_over_id=asked, outcome=accepted)
    reverse(world, urgent, "burg")
    assert who(case_id)[CASE] == (SeatState.HELD, "Bram")


@pytest.mark.parametrize("stays", [True, False])
def test_the_resident_has_the_direction_again_while_the_case_is_about_them(world: World, stays: bool) -> None:
    resident = make_resident(world).id
    case_id = open_with(world, resident, director=None)
    choice = Choice(resident_id=resident)
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE, choice=choice)
    urgent = up(world, case_id, 3)
    assert who(case_id)[CASE] == (SeatState.VACANT, "")
    if not stays:
        CaseResident.objects.filter(case_id=case_id).update(until=BETWEEN)
    reverse(world, urgent, "erik")
    assert who(case_id)[CASE] == ((SeatState.HELD_BY_RESIDENT, "Ruben") if stays else (SeatState.VACANT, ""))


def test_what_the_answer_page_shows_is_what_then_happens_and_the_timeline_tells_it(world: World) -> None:
    case_id = led_by_bos(world)
    urgent = up(world, case_id, 3)
    mayor = viewer(world.id("erik"), now=BETWEEN)
    assert mayor is not None
    found = case_by_code(mayor, Case.objects.get(pk=case_id).code, now=BETWEEN)
    shown = preview(phase_before(mayor, found, 2, now=BETWEEN), {}, now=BETWEEN)
    assert shown.seat(PROCESS).becomes_holder == "Bos uit Eemsdelta"
    reverse(world, urgent, "erik")
    assert {each.responsibility: each.becomes for each in shown.seats} == {
        each: facts_of_seat(seat) for each, seat in seats(case_id).items()
    }
    sanne = viewer(world.id("sanne"), now=REVERSED_AT)
    assert sanne is not None
    told = timeline(sanne, case_id, (), parsed_model(world.adopted), now=REVERSED_AT)
    last = [f"{each.strong}{each.text}" for each in told if each.at == REVERSED_AT]
    assert last == [
        "Procesregie: Bos uit Eemsdelta.",
        "Spoedopschaling teruggedraaid: weer AVE 2 door Erik uit Eemsdelta.",
    ]
