"""The timeline of a case: each thing that happened is told once, newest first."""

from uuid import UUID

import pytest

from houvast.cases.models import HandOverAnswer, TakeOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.words import Words, take_over_words
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.desk.rules.timeline import decision_sentence, seat_sentence, take_over_sentence
from houvast.desk.selectors.timeline import timeline
from houvast.directory.selectors import parsed_model, viewer
from tests.lives import CASE_DIRECTION, HOUR, PROCESS_DIRECTION, close, enough, open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


def _told(world: World, who: str, case_id: UUID) -> list[tuple[str, str]]:
    looks = viewer(world.id(who), now=NOW + HOUR)
    assert looks is not None
    happened = timeline(looks, case_id, (), parsed_model(world.adopted), now=NOW + HOUR)
    return [(f"{each.strong}{each.text}", each.said) for each in happened]


def _ask_bram(world: World, case_id: UUID, outcome: HandOverAnswer.Outcome, reason: str) -> None:
    asked = ask_hand_over(
        actor=world.actor("sanne"),
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=world.id("bram"),
        reason="Zij verhuist naar uw wijk.",
    )
    answer_hand_over(actor=world.actor("bram"), now=NOW, hand_over_id=asked, outcome=outcome, reason=reason)


def test_what_was_written_with_a_hand_over_is_read_by_who_asked_and_who_leads_and_nobody_else() -> None:
    world = make_world()
    case_id = open_with(world)
    _ask_bram(world, case_id, HandOverAnswer.Outcome.REFUSED, "Ik ken de familie.")
    sanne, bram, marit = (world.members[name].name for name in ("sanne", "bram", "marit"))
    asked = f"Overdracht gevraagd: {sanne} vraagt {bram} de casusregie over te nemen."
    refused = f"Overdracht geweigerd: {bram} neemt de casusregie niet over."
    told = _told(world, "sanne", case_id)
    assert (asked, "Zij verhuist naar uw wijk.") in told
    assert (refused, "Ik ken de familie.") in told
    # Who watches over the vacancies of the municipality sees the band: that it was asked, not what was written.
    assert {(asked, ""), (refused, "")} <= set(_told(world, "marit", case_id))
    assert marit not in asked


def test_an_accepted_hand_over_is_told_apart_only_when_something_was_written() -> None:
    world = make_world()
    silent, spoken = open_with(world), open_with(world)
    _ask_bram(world, silent, HandOverAnswer.Outcome.ACCEPTED, "")
    _ask_bram(world, spoken, HandOverAnswer.Outcome.ACCEPTED, "Ik bel haar morgen.")
    bram = world.members["bram"].name
    assert not [line for line, _ in _told(world, "bram", silent) if line.startswith("Overdracht aangenomen")]
    line = f"Overdracht aangenomen door {bram}, die de casusregie overneemt."
    assert (line, "Ik bel haar morgen.") in _told(world, "bram", spoken)


def test_the_advice_of_a_team_reaches_who_asked() -> None:
    world = make_world()
    case_id = open_with(world)
    asked = ask_take_over(
        actor=world.actor("sanne"), now=NOW, case_id=case_id, to_team=world.teams["Jeugd"].id, reason="Er is een kind."
    )
    waiting = viewer(world.id("iris"), now=NOW)
    assert waiting is not None
    assert take_over_words(waiting, case_id, now=NOW, only=asked)[asked] == Words("Er is een kind.")
    returned = TakeOverAnswer.Outcome.RETURNED
    answer_take_over(actor=world.actor("iris"), now=NOW, request_id=asked, outcome=returned, advice="Bel school.")
    assert {"Er is een kind.", "Bel school."} <= {said for _, said in _told(world, "sanne", case_id)}
    assert {said for _, said in _told(world, "marit", case_id)} == {""}
    # The team lost sight of the case with its answer.
    assert take_over_words(waiting, case_id, now=NOW + HOUR) == {}


def test_a_refused_and_a_withdrawn_proposal_are_told_with_who_and_on_whose_behalf() -> None:
    model_name = "burgemeester"
    assert decision_sentence("refused", 3, 4, "Karin", model_name) == (
        "Niet akkoord met opschalen naar AVE 4.",
        " Besloten door Karin, namens burgemeester.",
    )
    assert decision_sentence("withdrawn", 3, 2, "Sanne", "") == (
        "Voorstel voor afschalen naar AVE 2 ingetrokken",
        " door Sanne.",
    )


def test_proposal_decision_and_confirmation_are_told_and_a_decision_at_once_only_by_its_phase() -> None:
    world = make_world()
    case_id = open_with(world)
    sanne, marit, burg = (world.members[name].name for name in ("sanne", "marit", "burg"))
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    proposal = propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    how = Deciding(chosen={PROCESS_DIRECTION: Choice(member_id=world.id("marit"))})
    decide_scaling(actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=True, how=how)
    high = NewProposal(4, enough(world, 3, 4), "Ernstige dreiging vannacht.")
    urgent = scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=high)
    answer_urgency(actor=world.actor("burg"), now=NOW, decision_id=urgent, confirm=True, how=Deciding(reason=""))
    told = [line for line, _ in _told(world, "sanne", case_id)]
    assert told.count(f"Opschalen voorgesteld van AVE 2 naar AVE 3, door {sanne}.") == 1
    assert told.count(f"Akkoord met opschalen naar AVE 3. Besloten door {marit}.") == 1
    assert told.count(f"Met spoed opgeschaald van AVE 3 naar AVE 4 door {marit}.") == 1
    assert told.count(f"Spoedopschaling naar AVE 4 bevestigd. Besloten door {burg}.") == 1
    assert not [line for line in told if line.startswith("Opschalen voorgesteld van AVE 3")]


def test_an_assigned_seat_says_who_assigned_it() -> None:
    world = make_world()
    case_id = open_with(world, director=None)
    choice = Choice(member_id=world.id("sanne"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, choice=choice)
    sanne, marit = world.members["sanne"].name, world.members["marit"].name
    assert f"Casusregie: {sanne}, toegewezen door {marit}." in [line for line, _ in _told(world, "sanne", case_id)]
    own = seat_sentence(CASE_DIRECTION, SeatState.HELD, "assigned", marit, marit, "")
    assert own == ("Casusregie:", f" {marit}, nam dit zelf op zich.")
    resident = seat_sentence(CASE_DIRECTION, SeatState.HELD_BY_RESIDENT, "assigned", "Ruben Dijkhuis", marit, "")
    assert resident == ("Casusregie:", f" Ruben Dijkhuis heeft zelf de regie, toegewezen door {marit}.")
    nobody = seat_sentence(CASE_DIRECTION, SeatState.NOT_REQUIRED, "scaled", "", "", "")
    assert nobody == ("Casusregie:", " niet vereist.")
    for_a_time = seat_sentence(
        CASE_DIRECTION, SeatState.HELD_TEMPORARILY, "filled_temporarily", sanne, "", "1 december"
    )
    assert for_a_time == ("Casusregie:", f" {sanne} neemt tijdelijk waar, tot 1 december.")


def test_closing_is_told_once_and_not_for_each_responsibility() -> None:
    world = make_world()
    case_id = open_with(world)
    close(world, case_id)
    told = [line for line, _ in _told(world, "marit", case_id)]
    assert told[0] == f"Casus gesloten in AVE 2 door {world.members['sanne'].name}."
    assert not [line for line in told if "niet vereist" in line]
    assert told[-1].startswith("Casus geopend in AVE 2")


@pytest.mark.parametrize("outcome", ["asked", *TakeOverAnswer.Outcome.values])
def test_each_answer_of_a_team_has_a_sentence_that_names_the_team_and_who(outcome: str) -> None:
    strong, text = take_over_sentence(outcome, "Jeugd", "Iris")
    assert "Jeugd" in strong + text
    assert "Iris" in strong + text
    assert text.startswith(" ")
