"""Going down together: who is asked, what they see, what they say, and a decision that does not go past them unsaid."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases import events, scopes
from houvast.cases.models import Case, JudgementRequest, PartnerJudgement, ScalingDecision
from houvast.cases.rules.following_up import NewFollowUp
from houvast.cases.rules.judging import NewJudgement
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.selectors.judgements import (
    asked_about,
    asked_judgement,
    notes_of_judgements,
    possible_judges,
    waiting_judgements,
)
from houvast.cases.selectors.scalings import Scaling, scaling_of_proposal
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.ask_judgement import ask_judgement
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.give_judgement import give_judgement
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale import scale
from houvast.cases.services.withdraw_scaling import withdraw_scaling
from houvast.directory.models import Organisation
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.lives import HOUR, PROCESS_DIRECTION, enough, handed_on, open_with
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + HOUR
NO = NewJudgement(False, "Terugval binnen een maand.", "Elke week langs.", "Te vroeg, er is geen achterwacht.")
YES = NewJudgement(True, "Klein.", "De afspraak over de nacht.", "Doelen gehaald.")


class Weighing:
    """A case in phase 3 with FACT around it, and a proposal of Sanne to go down to 2; Bos is asked at once."""

    def __init__(self, world: World | None = None) -> None:
        """Make it, in a world of its own unless one is given."""
        self.world = world or make_world()
        self.case = open_with(self.world)
        new = NewProposal(3, enough(self.world, 2, 3), "Drie teams zijn apart bezig.")
        lead = {PROCESS_DIRECTION: Choice(member_id=self.world.id("marit"))}
        scale(actor=self.world.actor("marit"), now=NOW, case_id=self.case, new=new, how=Deciding(chosen=lead))
        self.fact = self._around("FACT Noord")
        self.alone = self._around("Welzijn Samenloop")
        function = "fact-behandelaar"
        self.yara = add_member(self.fact, "Yara Mensah", function, "", "behandelaar FACT", None)
        self.world.members["yara"] = self.yara
        self.proposal = self.propose()
        self.handing_on = handed_on(self.world)

    def propose(self, now: datetime = NOW) -> UUID:
        """Let Sanne propose to go down to 2."""
        down = NewProposal(2, enough(self.world, 3, 2), "Doelen gehaald.")
        return propose_scaling(actor=self.world.actor("sanne"), now=now, case_id=self.case, new=down)

    def _around(self, name: str) -> Organisation:
        made = Organisation.objects.create(kind="fact", name=name, region="Groningen")
        new = NewCaseOrganisation(made.id)
        add_organisation(actor=self.world.actor("sanne"), now=NOW, case_id=self.case, new=new)
        return made

    def viewer(self, who: str) -> Viewer:
        return viewer_of(self.world.actor(who), now=LATER)

    def asked(self, who: str) -> UUID:
        return JudgementRequest.objects.get(proposal_id=self.proposal, member_id=self.world.id(who)).id

    def ask(self, *, by: str = "sanne", member_id: UUID | None = None, organisation_id: UUID | None = None) -> UUID:
        ask = partial(ask_judgement, actor=self.world.actor(by), now=LATER, proposal_id=self.proposal)
        return ask(member_id=member_id, organisation_id=organisation_id)

    def judge(self, who: str, request_id: UUID, new: NewJudgement) -> UUID:
        return give_judgement(actor=self.world.actor(who), now=LATER, request_id=request_id, new=new)

    def decide(self, not_waited: str = "", *, approve: bool = True) -> None:
        how = Deciding(reason="Zo besloten.", not_waited=not_waited, handing_on=self.handing_on)
        actor = self.world.actor("marit")
        decide_scaling(actor=actor, now=LATER, proposal_id=self.proposal, approve=approve, how=how)


@pytest.fixture
def weighing() -> Weighing:
    return Weighing()


def test_whom_the_model_names_is_asked_and_sees_the_band_and_what_is_asked(weighing: Weighing) -> None:
    request = weighing.asked("bos")
    bos = weighing.viewer("bos")
    assert parts_seen(bos, weighing.case, now=LATER) == {Part.BAND, Part.JUDGEMENT}
    question = asked_judgement(bos, request, now=LATER)
    assert question.proposal.reason == "Doelen gehaald."
    assert question.asked.function == "teamleider"
    assert question.asked.answer_before == question.proposal.decide_before
    assert [each.id for each in waiting_judgements(bos, now=LATER, most=9)] == [request]
    with pytest.raises(NotVisible):
        scaling_of_proposal(bos, weighing.proposal, now=LATER)


def test_a_partner_that_is_asked_sees_no_other_answer(weighing: Weighing) -> None:
    request = weighing.ask(member_id=weighing.yara.id)
    weighing.judge("bos", weighing.asked("bos"), YES)
    yara = weighing.viewer("yara")
    assert [each.id for each in asked_about(yara, weighing.proposal, now=LATER)] == [request]
    assert len(asked_about(weighing.viewer("sanne"), weighing.proposal, now=LATER)) == 2


def test_dissent_stays_beside_the_decision(weighing: Weighing) -> None:
    request = weighing.ask(member_id=weighing.yara.id)
    weighing.judge("yara", request, NO)
    weighing.judge("bos", weighing.asked("bos"), YES)
    weighing.decide()
    assert Case.objects.get(pk=weighing.case).phase_period.phase == 2
    lines = {
        each.member: each.judgement for each in asked_about(weighing.viewer("sanne"), weighing.proposal, now=LATER)
    }
    said = lines["Yara Mensah"]
    assert said is not None
    assert (said.agrees, said.risk, said.must_stay, said.why) == (False, NO.risk, NO.must_stay, NO.why)
    notes = notes_of_judgements(weighing.viewer("sanne"), weighing.case, now=LATER)
    assert {(each.organisation, each.agrees, each.up, each.to_phase) for each in notes} == {
        ("FACT Noord", False, False, 2),
        ("Gemeente Eemsdelta", True, False, 2),
    }
    assert parts_seen(weighing.viewer("yara"), weighing.case, now=LATER) == frozenset()
    assert scopes.judgement_requests(weighing.viewer("yara"), now=LATER).count() == 0


def test_who_does_not_wait_says_why_and_that_stays(weighing: Weighing) -> None:
    with pytest.raises(Invalid) as wrong:
        weighing.decide()
    assert wrong.value.problems.keys() == {"not_waited"}
    assert not ScalingDecision.objects.filter(proposal_id=weighing.proposal).exists()
    weighing.decide("Bos is ziek tot volgende week.")
    decision = scaling_of_proposal(weighing.viewer("sanne"), weighing.proposal, now=LATER).decisions[0]
    assert decision.not_waited == "Bos is ziek tot volgende week."
    with pytest.raises(NotVisible):
        weighing.judge("bos", weighing.asked("bos"), YES)


def test_a_reason_not_to_wait_is_not_kept_when_everybody_answered(weighing: Weighing) -> None:
    weighing.judge("bos", weighing.asked("bos"), YES)
    weighing.decide("Geen reden.")
    assert scaling_of_proposal(weighing.viewer("sanne"), weighing.proposal, now=LATER).decisions[0].not_waited == ""


def test_refusing_and_withdrawing_wait_for_nobody_and_end_what_was_asked(weighing: Weighing) -> None:
    weighing.decide(approve=False)
    assert parts_seen(weighing.viewer("bos"), weighing.case, now=LATER) == frozenset()
    down = NewProposal(2, enough(weighing.world, 3, 2), "Nog eens.")
    again = propose_scaling(actor=weighing.world.actor("sanne"), now=LATER, case_id=weighing.case, new=down)
    assert parts_seen(weighing.viewer("bos"), weighing.case, now=LATER)
    withdraw_scaling(actor=weighing.world.actor("sanne"), now=LATER, proposal_id=again, reason="Te vroeg.")
    assert parts_seen(weighing.viewer("bos"), weighing.case, now=LATER) == frozenset()


def test_deciding_at_once_says_why_the_partners_were_not_asked(weighing: Weighing) -> None:
    weighing.decide(approve=False)
    down = NewProposal(2, enough(weighing.world, 3, 2), "Doelen gehaald.")
    at_once = partial(scale, actor=weighing.world.actor("marit"), now=LATER, case_id=weighing.case, new=down)
    with pytest.raises(Invalid) as wrong:
        at_once(how=Deciding())
    assert wrong.value.problems.keys() == {"not_waited", "receiver", "aftercare", "signs", "check_on"}
    at_once(how=Deciding(not_waited="Alle partners zaten aan tafel.", handing_on=handed_on(weighing.world)))
    assert Case.objects.get(pk=weighing.case).phase_period.phase == 2


def test_all_that_a_decision_lacks_is_told_at_once(weighing: Weighing) -> None:
    how = Deciding(chosen={Responsibility.OPERATIONAL: Choice(member_id=new_id())})
    decide = partial(decide_scaling, actor=weighing.world.actor("marit"), now=LATER, proposal_id=weighing.proposal)
    with pytest.raises(Invalid) as wrong:
        decide(approve=True, how=how, follow_ups=[NewFollowUp("heard", "done", None, "Gehoord.")])
    handing_on = {"receiver", "aftercare", "signs", "check_on"}
    assert wrong.value.problems.keys() == {"not_waited", "heard_on", "operational", *handing_on}


def test_what_an_organisation_outside_says_is_recorded_with_who_how_and_when(weighing: Weighing) -> None:
    request = weighing.ask(organisation_id=weighing.alone.id)
    with pytest.raises(Invalid) as wrong:
        weighing.judge("sanne", request, NO)
    assert wrong.value.problems.keys() == {"spoken_with", "channel", "given_on"}
    weighing.judge("marit", request, replace(NO, spoken_with="Loes", channel="telefoon", given_on=NOW.date()))
    given = asked_judgement(weighing.viewer("sanne"), request, now=LATER).asked.judgement
    assert given is not None
    assert (given.by, given.channel, given.recorded_by) == ("Loes", "telefoon", "Marit uit Eemsdelta")
    notes = notes_of_judgements(weighing.viewer("sanne"), weighing.case, now=LATER)
    assert [(each.organisation, each.by) for each in notes] == [("Welzijn Samenloop", "")]


def test_who_is_not_asked_does_not_judge(weighing: Weighing) -> None:
    with pytest.raises(Refused):
        weighing.judge("sanne", weighing.asked("bos"), YES)
    with pytest.raises(NotVisible):
        weighing.judge("iris", weighing.asked("bos"), YES)
    with pytest.raises(NotVisible):
        asked_judgement(weighing.viewer("iris"), weighing.asked("bos"), now=LATER)
    assert not PartnerJudgement.objects.exists()


def test_a_judgement_is_given_once(weighing: Weighing) -> None:
    weighing.judge("bos", weighing.asked("bos"), YES)
    with pytest.raises(Conflict):
        weighing.judge("bos", weighing.asked("bos"), NO)
    request = weighing.ask(organisation_id=weighing.alone.id)
    weighing.decide("Wij wachten niet.")
    with pytest.raises(Conflict):
        weighing.judge("sanne", request, NO)


def test_only_whom_the_model_names_or_who_is_around_is_asked(weighing: Weighing) -> None:
    offered = possible_judges(weighing.viewer("sanne"), _scaling(weighing), now=LATER)
    assert [(each.name, each.member_id is None) for each in offered] == [
        ("Yara Mensah", False),
        ("Welzijn Samenloop", True),
    ]
    for member, organisation in ((weighing.world.id("iris"), None), (None, None), (None, new_id()), (new_id(), None)):
        with pytest.raises(Invalid) as wrong:
            weighing.ask(member_id=member, organisation_id=organisation)
        assert wrong.value.problems.keys() == {"who"}
    weighing.ask(member_id=weighing.yara.id)
    weighing.ask(organisation_id=weighing.alone.id)
    assert possible_judges(weighing.viewer("sanne"), _scaling(weighing), now=LATER) == ()
    for member, organisation in ((weighing.yara.id, None), (None, weighing.alone.id)):
        with pytest.raises(Conflict):
            weighing.ask(member_id=member, organisation_id=organisation)


def _scaling(weighing: Weighing) -> Scaling:
    return scaling_of_proposal(weighing.viewer("sanne"), weighing.proposal, now=LATER)


def test_asking_is_for_directors_and_before_the_decision(weighing: Weighing) -> None:
    with pytest.raises(Refused):
        weighing.ask(by="erik", member_id=weighing.yara.id)
    weighing.judge("bos", weighing.asked("bos"), YES)
    weighing.decide(approve=False)
    with pytest.raises(Conflict):
        weighing.ask(member_id=weighing.yara.id)


def test_the_log_says_who_asked_and_who_judged_and_not_what(weighing: Weighing) -> None:
    request = weighing.ask(member_id=weighing.yara.id)
    weighing.judge("yara", request, NO)
    entries = {entry.event: entry for entry in Entry.objects.filter(case=weighing.case, outcome="done")}
    assert entries[events.JUDGEMENT_ASKED.code].details == {"outside": False}
    judged = entries[events.JUDGEMENT_GIVEN.code]
    assert (judged.actor_member, judged.ground, judged.details) == (
        weighing.yara.id,
        "was_asked",
        {"stance": "disagrees"},
    )


def test_what_partners_say_is_sealed(weighing: Weighing) -> None:
    weighing.judge("bos", weighing.asked("bos"), NO)
    row = PartnerJudgement.objects.get()
    for sealed in (row.risk_sealed, row.must_stay_sealed, row.why_sealed):
        assert b"Terugval" not in bytes(sealed)
        assert b"Elke week" not in bytes(sealed)
