"""What the services say to who comes a moment after somebody else, or asks the same once more."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Access, Case, HandOverAnswer, TakeOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.link_cases import NewLink, link_cases
from houvast.cases.services.open_case import NewCase, open_case
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.withdraw_scaling import withdraw_scaling
from houvast.directory.models import AdoptedModel, MemberFunction
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from tests.lives import enough, open_with
from tests.worlds import NOW, START, World, make_resident, make_world

pytestmark = pytest.mark.django_db
CASE, PROCESS = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION


@pytest.fixture
def world() -> World:
    """Make Eemsdelta."""
    return make_world()


@pytest.fixture
def case_id(world: World) -> UUID:
    """Open a case in phase 2 of which Sanne is director."""
    return open_with(world)


@pytest.fixture
def hand_over(world: World, case_id: UUID) -> UUID:
    """Let Sanne ask Bram to take the direction."""
    asks = partial(ask_hand_over, actor=world.actor("sanne"), now=NOW, case_id=case_id, responsibility=CASE)
    return asks(to_member=world.id("bram"), reason="Andere wijk.")


@pytest.fixture
def take_over(world: World, case_id: UUID) -> UUID:
    """Let Sanne ask the youth team to take the case over."""
    team = world.teams["Jeugd"].id
    return ask_take_over(actor=world.actor("sanne"), now=NOW, case_id=case_id, to_team=team, reason="Er is een kind.")


def lead_the_process(world: World, case_id: UUID) -> None:
    """Let Marit hold process direction: she then reads what became of a proposal."""
    marit = Choice(member_id=world.id("marit"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=PROCESS, choice=marit)


def director(case_id: UUID) -> UUID | None:
    """Give who directs the case."""
    return Case.objects.get(pk=case_id).case_direction.member_id


def test_a_hand_over_is_not_accepted_once_somebody_else_directs(world: World, case_id: UUID, hand_over: UUID) -> None:
    team = world.teams["Gebiedsteam"].id  # that of Bram, who so keeps sight of the case
    ask_take_over(actor=world.actor("sanne"), now=NOW, case_id=case_id, to_team=team, reason="Nemen jullie het?")
    choice = Choice(member_id=world.id("iris"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE, choice=choice)
    answer = partial(answer_hand_over, actor=world.actor("bram"), now=NOW, hand_over_id=hand_over)
    for outcome in (HandOverAnswer.Outcome.ACCEPTED, HandOverAnswer.Outcome.REFUSED):
        with pytest.raises(Conflict, match="niet meer geldig"):
            answer(outcome=outcome, reason="Iris doet het al.")
    assert director(case_id) == world.id("iris")


def test_a_hand_over_that_was_refused_is_not_withdrawn(world: World, hand_over: UUID) -> None:
    answer = partial(answer_hand_over, now=NOW, hand_over_id=hand_over, reason="Het past niet.")
    answer(actor=world.actor("bram"), outcome=HandOverAnswer.Outcome.REFUSED)
    with pytest.raises(Conflict, match="al geantwoord"):
        answer(actor=world.actor("marit"), outcome=HandOverAnswer.Outcome.WITHDRAWN)


def test_who_fills_a_seat_that_changed_meanwhile_looks_again(world: World, case_id: UUID) -> None:
    seen = Case.objects.get(pk=case_id).case_direction_id
    choice = Choice(member_id=world.id("iris"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE, choice=choice)
    fill = partial(fill_seat_temporarily, actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=CASE)
    with pytest.raises(Conflict, match="al veranderd"):
        fill(member_id=world.id("bram"), until=date(2026, 12, 1), reason="Verlof.", seen_seat=seen)
    assert director(case_id) == world.id("iris")


def test_one_question_waits_at_a_time(world: World, case_id: UUID, hand_over: UUID, take_over: UUID) -> None:
    sanne, team = world.actor("sanne"), world.teams["Jeugd"].id
    ask = partial(ask_hand_over, actor=sanne, now=NOW, case_id=case_id, responsibility=CASE)
    with pytest.raises(Invalid) as said:
        ask(to_member=world.id("iris"), reason="Toch liever Iris.")
    assert said.value.problems == {"holder": "Er wacht al iemand op antwoord. Trek die vraag eerst in."}
    with pytest.raises(Invalid) as said:
        ask_take_over(actor=sanne, now=NOW, case_id=case_id, to_team=team, reason="Nog eens.")
    assert list(said.value.problems) == ["team"]


def test_the_team_takes_the_case_with_one_of_its_own_and_answers_once(
    world: World, case_id: UUID, take_over: UUID
) -> None:
    answer = partial(answer_take_over, actor=world.actor("iris"), now=NOW, request_id=take_over)
    answer(outcome=TakeOverAnswer.Outcome.ACCEPTED, case_director=world.id("iris"))
    assert director(case_id) == world.id("iris")
    assert Case.objects.get(pk=case_id).returns == 0
    with pytest.raises(Conflict, match="al geantwoord"):
        answer(outcome=TakeOverAnswer.Outcome.RETURNED, advice="Toch niet.")


def test_a_case_that_comes_back_with_advice_is_counted_and_seen_by_the_team_no_more(
    world: World, case_id: UUID, take_over: UUID
) -> None:
    answer = partial(answer_take_over, actor=world.actor("iris"), now=NOW, request_id=take_over)
    answer(outcome=TakeOverAnswer.Outcome.RETURNED, advice="Vraag de wijkverpleging.")
    assert (director(case_id), Case.objects.get(pk=case_id).returns) == (world.id("sanne"), 1)
    assert not Access.objects.filter(source_id=take_over, withdrawn_at__isnull=True).exists()


def test_a_shared_case_keeps_its_director_and_the_team_keeps_sight(
    world: World, case_id: UUID, take_over: UUID
) -> None:
    answer = partial(answer_take_over, actor=world.actor("iris"), now=NOW, request_id=take_over)
    answer(outcome=TakeOverAnswer.Outcome.SHARED, advice="Wij doen de kinderen.")
    assert (director(case_id), Case.objects.get(pk=case_id).returns) == (world.id("sanne"), 0)
    assert Access.objects.filter(source_id=take_over, withdrawn_at__isnull=True).exists()


def test_a_proposal_that_was_withdrawn_is_not_decided(world: World, case_id: UUID) -> None:
    lead_the_process(world, case_id)
    new = NewProposal(3, enough(world, 2, 3), "Het moet.")
    proposal = propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    withdraw_scaling(actor=world.actor("sanne"), now=NOW, proposal_id=proposal, reason="Toch niet.")
    with pytest.raises(Conflict, match="ingetrokken"):
        decide_scaling(actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=True, how=Deciding())


def test_who_reverses_an_urgent_scaling_ends_what_was_proposed_from_there(world: World, case_id: UUID) -> None:
    lead_the_process(world, case_id)
    up = NewProposal(3, enough(world, 2, 3), "Het moet.")
    urgent = scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=up)
    down = NewProposal(2, enough(world, 3, 2), "Het gaat beter.")
    proposal = propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=down)
    assert Access.objects.filter(source_id=proposal, withdrawn_at__isnull=True).exists()
    answer_urgency(
        actor=world.actor("erik"), now=NOW, decision_id=urgent, confirm=False, how=Deciding(reason="Niet nodig.")
    )
    assert not Access.objects.filter(source_id=proposal, withdrawn_at__isnull=True).exists()
    with pytest.raises(Conflict, match="veranderd na dit voorstel"):
        decide_scaling(actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=True, how=Deciding())


def test_a_case_is_opened_and_linked_once(world: World, case_id: UUID) -> None:
    resident = NewCaseResident(make_resident(world, "Bos").id)
    new = NewCase(
        world.municipality.id,
        Case.Kind.PERSON,
        "Bos",
        2,
        "oggz",
        [resident],
        chosen={CASE: Choice(member_id=world.id("sanne"))},
    )
    opened = open_case(actor=world.actor("marit"), now=NOW, new=new).id
    again = replace(new, residents=[NewCaseResident(make_resident(world, "Vos").id)])
    with pytest.raises(Conflict, match="al geopend"):
        open_case(actor=world.actor("marit"), now=NOW, new=again)
    link = partial(link_cases, actor=world.actor("sanne"), now=NOW)
    link(case_id=case_id, new=NewLink(opened, "Zij zijn buren."))
    with pytest.raises(Invalid) as said:
        link(case_id=opened, new=NewLink(case_id, "Zij zijn buren."))
    assert said.value.problems == {"link": "Deze casussen zijn al gekoppeld."}


def test_aftercare_is_not_put_off_for_years(world: World, case_id: UUID) -> None:
    with pytest.raises(Invalid) as said:
        close_case(
            actor=world.actor("sanne"),
            now=NOW,
            case_id=case_id,
            new=NewClosing("moved", "Verhuisd.", date(2126, 2, 1)),
        )
    assert list(said.value.problems) == ["aftercare_on"]


def test_where_the_model_forbids_it_nobody_holds_both_directions(world: World) -> None:
    stricter = world.adopted.text.replace(
        'breidt_uit = "landelijk"', 'breidt_uit = "landelijk"\ntwee_stoelen = "mag niet"'
    )
    AdoptedModel.objects.create(
        id=new_id(), municipality=world.municipality, number=2, code="streng", text=stricter, adopted_at=NOW
    )
    both = {"function": "procesregisseur-oggz", "domain": "oggz", "title": "procesregisseur", "from_at": START}
    MemberFunction.objects.create(member=world.members["sanne"], **both)
    assign = partial(assign_seat, actor=world.actor("marit"), now=NOW, case_id=open_with(world))
    with pytest.raises(Invalid) as said:
        assign(responsibility=PROCESS, choice=Choice(member_id=world.id("sanne")))
    assert "niet zowel de casusregie als de procesregie" in said.value.problems["holder"]
