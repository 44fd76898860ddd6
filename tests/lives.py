"""Cases that have lived, so that every history has rows to attack. Everybody in them is *verzonnen*."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events
from houvast.cases.models import (
    AftercarePlan,
    BystanderTurn,
    Case,
    CaseOrganisation,
    CaseResident,
    FollowUp,
    HandOverAnswer,
    JudgementRequest,
    Note,
    ReceiverRequest,
    Statement,
    TakeOverAnswer,
)
from houvast.cases.rules.bystanding import NewBystander
from houvast.cases.rules.judging import NewJudgement
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.own_words import NewWords
from houvast.cases.rules.receiving import HandingOn, HowItGoes, NewAnswer, NewCheck, NewReceiver
from houvast.cases.rules.reviewing import NewReview
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.act_from_outside import act_from_outside
from houvast.cases.services.add_bystander import add_bystander, record_bystander
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.allow_passing import allow_passing
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_receiver import answer_receiver
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_judgement import ask_judgement
from houvast.cases.services.ask_resident import ask_resident
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.break_glass import NewGlassBreak, break_glass
from houvast.cases.services.check_pulse import check_pulse
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.close_cell import close_cell
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.end_lock_out import end_lock_out
from houvast.cases.services.give_judgement import give_judgement
from houvast.cases.services.judge_glass import judge_glass
from houvast.cases.services.link_cases import NewLink, link_cases
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.cases.services.open_case import NewCase, open_case
from houvast.cases.services.open_cell import open_cell
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.put_own_words import put_own_words
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.cases.services.read_own_words import read_own_words
from houvast.cases.services.record_follow_up import record_follow_up
from houvast.cases.services.release_organisation import release_organisation
from houvast.cases.services.remove_resident import remove_resident
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.review_phase import review_phase
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.settle_statements import settle_statements
from houvast.cases.services.withhold_hit import withhold_hit
from houvast.cases.services.write_note import write_note
from houvast.directory.models import Organisation
from houvast.directory.selectors import parsed_model
from houvast.kernel.actor import participant
from houvast.kernel.ids import new_id
from tests.moments import let_a_moment_go_on
from tests.moves import let_an_offer_be_refused
from tests.stays import let_a_stay_go_on
from tests.worlds import NOW, World, make_resident, make_world

CASE_DIRECTION, PROCESS_DIRECTION = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Lives:
    """What stands in the database: ids of cases and residents, and another municipality to be wrong with.

    `lived` was scaled, handed over, closed and reopened, and is open in phase 2; `linked` shares nobody but is linked
    to it. `closed` is closed, and its resident is now in `elsewhere`, an open case that is not linked to it.
    `unconfirmed` was scaled to 3 with urgency, and nobody has answered that. `judged` waits to go from 3 to 2: FACT
    does not agree, and the team leader has not answered (`unanswered`). `received` went from 3 to 2: Sanne took it over
    and found that it stays as it is; so did `unreceived`, which nobody took over, though it goes well.
    """

    world: World
    other_municipality: UUID
    lived: UUID
    linked: UUID
    closed: UUID
    elsewhere: UUID
    resident_elsewhere: UUID
    urgent: UUID
    approved: UUID
    unconfirmed: UUID
    judged: UUID
    unanswered: UUID
    received: UUID
    unreceived: UUID


def open_with(world: World, *residents: UUID, director: str | None = "sanne", phase: int = 2) -> UUID:
    """Open a case about residents; gives its id."""
    chosen = {} if director is None else {CASE_DIRECTION: Choice(member_id=world.id(director))}
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.HOUSEHOLD,
        name="Huishouden Dijkhuis",
        phase=phase,
        domain="oggz",
        residents=[NewCaseResident(resident) for resident in residents or (make_resident(world).id,)],
        chosen=chosen,
    )
    return open_case(actor=world.actor("marit"), now=NOW, new=new).id


def enough(world: World, from_phase: int, to_phase: int) -> frozenset[str]:
    """Tick every criterion of a boundary."""
    boundary = parsed_model(world.adopted).boundary(from_phase, to_phase)
    assert boundary is not None
    return frozenset(criterion.code for criterion in boundary.criteria.criteria())


def handed_on(world: World, who: str = "sanne") -> HandingOn:
    """Say who takes over, with the aftercare: what a decision needs where the model asks a receiver."""
    receiver = NewReceiver(member_id=world.id(who))
    return HandingOn(receiver, "Elke week een bezoek.", "De gordijnen blijven dicht.", date(2027, 1, 11))


def close(world: World, case_id: UUID, who: str = "sanne") -> None:
    """Close a case, with a date for aftercare."""
    close_case(
        actor=world.actor(who),
        now=NOW + HOUR,
        case_id=case_id,
        new=NewClosing("goals_reached", "Het gaat goed.", date(2027, 2, 1)),
    )


def lives() -> Lives:
    """Let four cases live, so that every table of the room has a row."""
    world, other = make_world(), make_world("opsterland", "Opsterland", "opsterland")
    lived = open_with(world)
    urgent, approved = _up_and_down(world, lived)
    _ask_around(world, lived)
    close(world, lived)
    reopen_case(
        actor=world.actor("marit"),
        now=NOW + HOUR,
        case_id=lived,
        phase=2,
        reason="Terugval.",
        chosen={CASE_DIRECTION: Choice(member_id=world.id("sanne")), PROCESS_DIRECTION: _marit(world)},
    )
    review_phase(
        actor=world.actor("sanne"),
        now=NOW + HOUR,
        case_id=lived,
        new=NewReview("Het gaat wat beter, nog niet alleen.", resident_asked=True, review_on=date(2027, 1, 4)),
    )
    let_a_moment_go_on(world, lived, now=NOW + 2 * HOUR)
    let_a_stay_go_on(world, other, lived, now=NOW + 2 * HOUR)
    linked = open_with(world)
    link_cases(actor=world.actor("sanne"), now=NOW, case_id=linked, new=NewLink(lived, "Zij zijn buren."))
    resident = make_resident(world).id
    closed = open_with(world, resident)
    close(world, closed)
    elsewhere = open_with(world, resident, make_resident(world, first_names="Anna").id)
    _leave_and_stay(world, other)
    waits = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Dit kan niet wachten.")
    scale_urgently(actor=world.actor("marit"), now=NOW, case_id=waits, new=new)
    judged, unanswered = _weigh_together(world)
    _keep_out(world, lived)
    return Lives(
        world,
        other.municipality.id,
        lived,
        linked,
        closed,
        elsewhere,
        resident,
        urgent,
        approved,
        waits,
        judged,
        unanswered,
        *_hand_on(world, judged),
    )


def _keep_out(world: World, case_id: UUID) -> None:
    """Lock Iris out of a case, Bos for a while, and close a cell and open another again."""
    sanne, beheer, later = world.actor("sanne"), world.actor("beheer"), NOW + 2 * HOUR
    lock_out(actor=sanne, now=later, case_id=case_id, new=NewLockOut(world.id("iris"), "Zij woont ernaast."))
    ended = lock_out(actor=sanne, now=later, case_id=case_id, new=NewLockOut(world.id("bos"), "Zijn nicht."))
    end_lock_out(actor=sanne, now=later + HOUR, lock_out_id=ended, reason="Het was een andere Dijkhuis.")
    for hour in (0, 1):
        why, day = f"Haar ex zoekt haar, keer {hour + 1} (verzonnen).", date(2027, 2, 1)
        withhold_hit(actor=world.actor("marit"), now=later + hour * HOUR, case_id=case_id, reason=why, review_on=day)
    note = write_note(actor=sanne, now=later, case_id=case_id, part=Note.Part.JUSTICE, text="Aangifte (verzonnen).")
    around = Organisation.objects.create(kind="housing", name="De Klamp (verzonnen)", region="Groningen")
    allow_passing(actor=sanne, now=later, note_id=note, organisation_id=around.id)
    here, leads = world.municipality.id, Relation.CASE_DIRECTOR
    for part in (Part.JUSTICE_NOTES, Part.MOMENTS):
        why = "Bij ons niet (verzonnen)."
        cell = close_cell(actor=beheer, now=later, municipality_id=here, relation=leads, part=part, why=why)
    open_cell(actor=beheer, now=later + HOUR, municipality_id=here, cell_id=cell)
    _break_glass(world, case_id)
    _live_near(world, case_id)
    _say(world, case_id)


def _live_near(world: World, case_id: UUID) -> None:
    """Give a neighbour and a notifier a place; the neighbour takes no part any more."""
    sanne, later = world.actor("sanne"), NOW + 2 * HOUR
    for is_notifier in (False, True):
        new = NewBystander(is_notifier, "Een buur", "06 00 00 01 80", False, "Geroep (verzonnen).")
        near = add_bystander(actor=sanne, now=later, case_id=case_id, new=new, bystander_id=new_id())
        if not is_notifier:
            over = BystanderTurn.Kind.OVER
            record_bystander(actor=sanne, now=later, case_id=case_id, bystander_id=near, kind=over, text="Verhuisd.")


def _say(world: World, case_id: UUID) -> None:
    """Let a resident object, which is settled, and have an own view put beside the plan."""
    privacy, here, request = world.actor("privacy"), world.municipality.id, new_id()
    who = CaseResident.objects.filter(case_id=case_id).values_list("resident_id", flat=True)[0]
    for kind in (Statement.Kind.OBJECTION, Statement.Kind.OWN_VIEW):
        new = NewStatement(kind, Statement.About.PLAN, "Ik woon niet alleen.", request)
        put_statement(actor=privacy, now=NOW, municipality_id=here, resident_id=who, new=new)
    settle_statements(actor=privacy, now=NOW, source_id=request)
    speak(case_id, who)
    ask_resident(
        actor=world.actor("sanne"), now=NOW + 9 * HOUR, case_id=case_id, resident_id=who, question="Hoe gaat het?"
    )
    read_own_words(actor=world.actor("sanne"), now=NOW + 9 * HOUR, case_id=case_id, seen_words=1)


def speak(case_id: UUID, resident_id: UUID, words: str = "Ik wil dit niet.") -> None:
    """Let a resident say something, as if they took part."""
    who, new = participant(new_id()), NewWords(resident_id, True, "Ruben", words, stood=words)
    with act_from_outside(events.OWN_WORDS_SAID, actor=who, now=NOW, case_id=case_id) as outside:
        put_own_words(actor=who, now=NOW, outside=outside, new=new)


def _break_glass(world: World, case_id: UUID) -> None:
    """Let Nadia open a case twice: Sanne said that the first time was right, nobody said anything of the second."""
    first, second = NewGlassBreak("Er staat iemand op straat.", "Sanne, Marit."), NewGlassBreak("Weer.", "Sanne.")
    nadia, later = world.actor("nadia"), NOW + 2 * HOUR
    break_glass(actor=nadia, now=later, case_id=case_id, new=first, hours=1)
    judge_glass(actor=world.actor("sanne"), now=later, glass_id=first.id, was_right=True, words="Wij sliepen.")
    break_glass(actor=nadia, now=later + 2 * HOUR, case_id=case_id, new=second)


def _leave_and_stay(world: World, other: World) -> None:
    """Let one of two residents leave a case, which another municipality then does not take over."""
    gone = make_resident(world, first_names="Wim").id
    case_id = open_with(world, gone, make_resident(world, first_names="Joke").id)
    remove_resident(actor=world.actor("sanne"), now=NOW + HOUR, case_id=case_id, resident_id=gone)
    let_an_offer_be_refused(world, other, case_id, now=NOW + HOUR)


def _weigh_together(world: World) -> tuple[UUID, UUID]:
    """Propose to go down to 2, let FACT say outside Houvast that it does not agree; gives what Bos did not answer."""
    marit, sanne = world.actor("marit"), world.actor("sanne")
    case_id = open_with(world)
    up = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    scale(actor=marit, now=NOW, case_id=case_id, new=up, how=Deciding(chosen={PROCESS_DIRECTION: _marit(world)}))
    fact = Organisation.objects.create(kind="fact", name="FACT Noord", region="Groningen").id
    add_organisation(actor=sanne, now=NOW, case_id=case_id, new=NewCaseOrganisation(fact))
    down = NewProposal(2, enough(world, 3, 2), "Doelen gehaald.")
    proposal = propose_scaling(actor=sanne, now=NOW, case_id=case_id, new=down)
    asked = ask_judgement(actor=sanne, now=NOW, proposal_id=proposal, organisation_id=fact)
    new = NewJudgement(False, "Terugval.", "Elke week langs.", "Te vroeg.", "Yara Mensah", "telefoon", NOW.date())
    give_judgement(actor=sanne, now=NOW, request_id=asked, new=new)
    return case_id, JudgementRequest.objects.get(case_id=case_id, member_id=world.id("bos")).id


def _hand_on(world: World, judged: UUID) -> tuple[UUID, UUID]:
    """Go down to 2 twice: once Sanne takes it over, once FACT does not answer; and look how each goes."""
    marit, sanne = world.actor("marit"), world.actor("sanne")
    fact = CaseOrganisation.objects.get(case_id=judged).organisation_id
    outside = replace(handed_on(world), receiver=NewReceiver(organisation_id=fact, contact="Yara Mensah"))
    cases = []
    for handing_on in (handed_on(world), outside):
        case_id = open_with(world, phase=3)
        add_organisation(actor=sanne, now=NOW, case_id=case_id, new=NewCaseOrganisation(fact))
        down = NewProposal(2, enough(world, 3, 2), "Doelen gehaald.")
        how = Deciding(not_waited="De partners zijn gebeld.", handing_on=handing_on)
        scale(actor=marit, now=NOW, case_id=case_id, new=down, how=how)
        cases.append(case_id)
    received, unreceived = cases
    request = ReceiverRequest.objects.get(case_id=received).id
    answer_receiver(actor=sanne, now=NOW, request_id=request, new=NewAnswer(accepts=True))
    goes_on = NewCheck(HowItGoes.STAYS, "Nog stil.", date(2027, 2, 1))
    for case_id, new in ((received, goes_on), (unreceived, NewCheck(HowItGoes.GOES_WELL, "Het gaat goed."))):
        plan = AftercarePlan.objects.get(case_id=case_id).id
        check_pulse(actor=sanne, now=NOW + HOUR, aftercare_id=plan, new=new)
    return received, unreceived


def _marit(world: World) -> Choice:
    return Choice(member_id=world.id("marit"))


def _up_and_down(world: World, case_id: UUID) -> tuple[UUID, UUID]:
    """Go from 2 to 3 by a proposal, to 4 with urgency that is reversed, and back to 2; give both decisions' ids."""
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    proposal = propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    how = Deciding(chosen={PROCESS_DIRECTION: _marit(world)})
    decide_scaling(actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=True, how=how)
    high = NewProposal(4, enough(world, 3, 4), "Ernstige dreiging vannacht.")
    urgent = scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=high)
    answer_urgency(
        actor=world.actor("burg"), now=NOW, decision_id=urgent, confirm=False, how=Deciding(reason="Voorbij.")
    )
    low = NewProposal(2, enough(world, 3, 2), "Doelen gehaald.")
    approved = scale(
        actor=world.actor("marit"),
        now=NOW,
        case_id=case_id,
        new=low,
        how=Deciding(not_waited="De partners zijn gebeld.", handing_on=handed_on(world)),
    )
    record_follow_up(
        actor=world.actor("sanne"),
        now=NOW,
        decision_id=approved,
        item=FollowUp.Item.RESIDENT_TOLD,
        state=FollowUp.State.DONE,
        on_date=NOW.date(),
        text="Aan de keukentafel verteld.",
    )
    return urgent, approved


def _ask_around(world: World, case_id: UUID) -> None:
    """Hand the case over and back, ask a team, write a note, and add an organisation."""
    for giver, receiver in (("sanne", "bram"), ("bram", "sanne")):
        asked = ask_hand_over(
            actor=world.actor(giver),
            now=NOW,
            case_id=case_id,
            responsibility=CASE_DIRECTION,
            to_member=world.id(receiver),
            reason="Andere wijk.",
        )
        accepted = HandOverAnswer.Outcome.ACCEPTED
        answer_hand_over(actor=world.actor(receiver), now=NOW, hand_over_id=asked, outcome=accepted)
    asked = ask_take_over(
        actor=world.actor("sanne"), now=NOW, case_id=case_id, to_team=world.teams["Jeugd"].id, reason="Er is een kind."
    )
    returned = TakeOverAnswer.Outcome.RETURNED
    answer_take_over(actor=world.actor("iris"), now=NOW, request_id=asked, outcome=returned, advice="Bel school.")
    write_note(actor=world.actor("sanne"), now=NOW, case_id=case_id, part=Note.Part.GENERAL, text="Gesproken.")
    around = NewCaseOrganisation(world.organisation.id)
    row = add_organisation(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=around)
    release_organisation(actor=world.actor("sanne"), now=NOW, case_id=case_id, row_id=row)
