"""Cases that hardly anybody may see, full of a word that stands nowhere else. Everybody in them is *verzonnen*."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from houvast.accountability.rules.requests import RequestKind
from houvast.cases.models import (
    AftercarePlan,
    Case,
    CaseResident,
    CrossingGround,
    CrucialMoment,
    MomentContact,
    MomentItem,
    Note,
    ReceiverRequest,
    Statement,
)
from houvast.cases.rules.bystanding import NewBystander
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.receiving import HandingOn, HowItGoes, NewAnswer, NewCheck, NewReceiver
from houvast.cases.rules.scaling import NewProposal
from houvast.cases.services.add_bystander import add_bystander
from houvast.cases.services.add_moment_item import add_moment_item
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.agree_stay import NewStay, agree_stay
from houvast.cases.services.answer_receiver import answer_receiver
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_resident import ask_resident
from houvast.cases.services.check_pulse import check_pulse
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.name_moment_contact import NewContact
from houvast.cases.services.offer_move import NewOffer, offer_move
from houvast.cases.services.open_case import NewCase, open_case
from houvast.cases.services.plan_moment import NewMoment, plan_moment
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.cases.services.write_note import write_note
from houvast.consultation.models import AgendaItem, ConsultationTable, Meeting
from houvast.consultation.services.answer_question import answer_question
from houvast.consultation.services.ask_table import ask_table
from houvast.consultation.services.make_resolution import NewResolution, make_resolution
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.set_table import TableSetting, set_table
from houvast.consultation.services.write_item_text import write_item_text
from houvast.directory.models import Account, AdoptedModel, Member, MemberFunction, Municipality, Organisation, Team
from houvast.directory.selectors_elsewhere import Asked
from houvast.documents.rules.adding import PARTS
from houvast.intake.models import ReportingPoint
from houvast.intake.rules.person import PersonFacts
from houvast.kernel.actor import member, system
from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import Owner
from houvast.residents.rules.networking import NetworkStep, Turn
from houvast.residents.rules.shielding import Other
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.record_network_turn import record_network_turn
from houvast.safety_house.rules.content import ReferralContent
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.services.write_file_note import write_file_note
from houvast.short_lines.models import ShortLine
from houvast.short_lines.rules.contacts import ContactState
from houvast.short_lines.rules.contacts import NewContact as LineContact
from houvast.short_lines.services.answer_colleague import answer_colleague
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.open_line import NewLine, open_line
from tests.accountability.asking import ASKED, ask
from tests.documents.worlds import add, redact
from tests.intake.worlds import make_concern, make_point
from tests.letters.worlds import add_letter
from tests.lives import CASE_DIRECTION, enough, speak
from tests.plans.links import make_linked
from tests.plans.tailoring import add_tailor_made
from tests.plans.worlds import add_plan
from tests.reporting_code.worlds import begin as begin_code
from tests.reporting_code.worlds import record_all
from tests.rights.canary_sharing import share_on_paper
from tests.rights.own_pages import wish_for
from tests.safety_house.worlds import NEW, Referable, in_phase_3
from tests.worlds import NOW, START, World, add_member, make_resident

WORD = "Kanariegeel"
OTHER = "Andere tafel van de kanarie"
_FROM = MomentContact.Side.FROM
LATER = NOW + timedelta(hours=1)


def add_director(world: World) -> Member:
    """Add a case director whom nobody of the matrix stands in for."""
    return add_member(world.organisation, "Fenna (verzonnen)", "casusregisseur-wijkteam", "wmo", "casusregisseur", None)


def add_point(world: World) -> ReportingPoint:
    """Add a point where concerns come in."""
    return make_point(world, name="Meldpunt van de kanarie")


def add_line(world: World, director: Member) -> None:
    """Let a team of this director alone have a line to somebody whom nobody of the matrix stands in for."""
    team = Team.objects.create(
        organisation=world.organisation, name=f"Team van {world.municipality.name}", domain="wmo"
    )
    Member.objects.filter(pk=director.id).update(team=team)
    other = add_director(world)
    Account.objects.create(member=other, username=f"lid-{other.id}")
    contact = LineContact(ContactState.MEMBER, other.id)
    open_line(actor=member(director.id), now=NOW, new=NewLine(team.id, "Lijn van de kanarie", contact))


def add_table(world: World, director: Member) -> None:
    """Add two tables that the director chairs, with a meeting of one at which nobody else sits."""
    office, where = system("practice"), world.municipality.id
    for name in (OTHER, "Tafel van de kanarie"):
        setting = TableSetting(name, ConsultationTable.Kind.LOCAL, director.id, "Convenant (verzonnen)")
        table = set_table(actor=office, now=NOW, municipality_id=where, setting=setting)
    plan_meeting(actor=member(director.id), now=NOW, table_id=table, starts_at=LATER)


def discuss(director: Member, case_id: UUID) -> None:
    """Discuss a case and a theme at that table, and ask the other one about them, all full of the word."""
    actor = member(director.id)
    meeting = Meeting.objects.get(chair=director)
    about = NewItem(AgendaItem.Kind.CASE, case_id, question=WORD)
    theme = NewItem(AgendaItem.Kind.THEME, title=WORD, question=WORD)
    items = [put_on_agenda(actor=actor, now=LATER, meeting_id=meeting.id, new=each) for each in (about, theme)]
    open_meeting(actor=actor, now=LATER, meeting_id=meeting.id)
    other = ConsultationTable.objects.get(name=OTHER, chair=director).id
    for item in items:
        asked = ask_table(actor=actor, now=LATER, item_id=item, table_id=other, question=WORD)
        answer_question(actor=actor, now=LATER, question_id=asked, discussed=True, text=WORD)
        ask_table(actor=actor, now=LATER, item_id=item, table_id=other, question=WORD)
        write_item_text(actor=actor, now=LATER, item_id=item, text=WORD)
        new = NewResolution(WORD, Owner(member_id=director.id), LATER.date())
        make_resolution(actor=actor, now=LATER, item_id=item, new=new)


def forbid(world: World, director: Member, point: ReportingPoint) -> str:
    """Add a case of phase 2 of which only this director and the process directors may know; gives its code."""
    resident = make_resident(world, WORD, WORD)
    actor = member(director.id)
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.HOUSEHOLD,
        name=f"Huishouden {WORD}",
        phase=2,
        domain=MemberFunction.objects.get(member=director).domain,
        residents=[NewCaseResident(resident.id)],
        chosen={CASE_DIRECTION: Choice(member_id=director.id)},
    )
    opened = open_case(actor=actor, now=LATER, new=new)
    aunt = NewNetworkMember(resident_id=resident.id, name=f"Tante {WORD}", relation="tante", mail_to=f"Kade 1, {WORD}")
    other = Other(network_member_id=add_network_member(actor=actor, now=LATER, new=aunt))
    turn = Turn(NetworkStep.ALLOWED, LATER.date(), words=WORD)
    record_network_turn(actor=actor, now=LATER, resident_id=resident.id, network_member_id=aunt.id, turn=turn)
    shield = NewShield([other], [], WORD, LATER.date() + timedelta(days=1))
    shield_in_case(actor=actor, now=LATER, case_id=opened.id, resident_id=resident.id, new=shield)
    _write_everywhere(world, director, opened.id)
    discuss(director, opened.id)
    said = NewStatement(Statement.Kind.OWN_VIEW, Statement.About.NOTES, WORD, new_id())
    put_statement(actor=actor, now=LATER, municipality_id=world.municipality.id, resident_id=resident.id, new=said)
    speak(opened.id, resident.id, WORD)
    ask_resident(actor=actor, now=LATER, case_id=opened.id, resident_id=resident.id, question=WORD)
    wish_for(actor, opened.id, resident.id, WORD, now=LATER)
    _hand_on(world, director)
    _ask_along_a_line(director)
    make_concern(world, point, person=PersonFacts(surname=WORD, first_names=WORD), text=WORD)
    return opened.code


def _ask_along_a_line(director: Member) -> None:
    """Ask twice along the line of this director, full of the word on both sides; one waits for an answer."""
    line = ShortLine.objects.select_related("contact").get(opened_by=director)
    actor, other = member(director.id), line.contact.member_id
    assert other is not None
    asked = ask_colleague(actor=actor, now=LATER, line_id=line.id, question=WORD, known=WORD)
    answer_colleague(actor=member(other), now=LATER, question_id=asked, text=WORD)
    ask_colleague(actor=actor, now=LATER, line_id=line.id, question=f"Nog eens: {WORD}")


def refer_far(world: World) -> None:
    """Let a house to which nobody of the matrix belongs have a file, full of the word on both sides of the referral.

    The resident objects, and asks what is held.
    """
    house = Organisation.objects.create(kind="safety_house", name="Huis van de kanarie", region="Groningen")
    mirjam = add_member(house, "Mirre (verzonnen)", "medewerker-zvh", "", "procesregisseur ZVH", None)
    case_id = in_phase_3(world, make_resident(world, WORD, WORD).id)
    far = Referable(world, case_id, house, house, {"mirjam": mirjam})
    content = ReferralContent(WORD, WORD, WORD, WORD)
    file_id = far.file(far.refer(replace(NEW, content=content, pieces=dict.fromkeys(PieceKind, WORD))))
    far.answer(file_id)
    write_file_note(actor=member(mirjam.id), now=NOW, file_id=file_id, text=WORD)
    asked = replace(ASKED, kind=RequestKind.OBJECTION, first_names=WORD, surname=WORD, reach=WORD, words=WORD)
    for kind in (RequestKind.OBJECTION, RequestKind.INSPECTION):
        asking = ask(world, replace(asked, kind=kind))
        asking.identify()
    asking.gather()


def _hand_on(world: World, director: Member) -> None:
    """Let a case of the same director close, with a receiver, aftercare and how it goes full of the word."""
    actor = member(director.id)
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.HOUSEHOLD,
        name=f"Gezin {WORD}",
        phase=2,
        domain=MemberFunction.objects.get(member=director).domain,
        residents=[NewCaseResident(make_resident(world, WORD, WORD).id)],
        chosen={CASE_DIRECTION: Choice(member_id=director.id)},
    )
    case_id = open_case(actor=actor, now=LATER, new=new).id
    add_organisation(actor=actor, now=LATER, case_id=case_id, new=NewCaseOrganisation(world.organisation.id, WORD))
    receiver = NewReceiver(organisation_id=world.organisation.id, contact=WORD)
    close_case(
        actor=actor,
        now=LATER,
        case_id=case_id,
        new=NewClosing("other_help", WORD, (LATER + timedelta(days=1)).date(), HandingOn(receiver, WORD, WORD)),
    )
    said = NewAnswer(accepts=False, reason=WORD, channel="telefoon", given_on=LATER.date())
    request = ReceiverRequest.objects.get(case_id=case_id).id
    answer_receiver(actor=actor, now=LATER, request_id=request, new=said)
    plan = AftercarePlan.objects.get(case_id=case_id).id
    check_pulse(actor=actor, now=LATER, aftercare_id=plan, new=NewCheck(HowItGoes.SCALE_UP, WORD))


def _write_everywhere(world: World, director: Member, case_id: UUID) -> None:
    actor = member(director.id)
    for part in Note.Part:
        write_note(actor=actor, now=LATER, case_id=case_id, part=part, text=WORD, shared_with_case=True)
    near = NewBystander(is_notifier=False, name=WORD, reach=WORD, confidential=False, noticed=WORD)
    add_bystander(actor=actor, now=LATER, case_id=case_id, new=near, bystander_id=new_id())
    for kept_in in PARTS:
        document = add(actor, case_id, kept_in, now=LATER, word=WORD, shared=True)
    redact(actor, document, now=LATER, word=WORD)
    resident = CaseResident.objects.filter(case_id=case_id).values_list("resident_id", flat=True)[0]
    add_letter(actor, case_id, resident, now=LATER, word=WORD)
    make_linked(actor, case_id, world.organisation.id, what=WORD, now=LATER, name=WORD)
    add_plan(actor, case_id, Owner(member_id=director.id), now=LATER, word=WORD)
    add_tailor_made(actor, case_id, now=LATER, word=WORD)
    record_all(actor, begin_code(actor, case_id, now=LATER, word=WORD), now=LATER, word=WORD)
    share_on_paper(world, director, case_id, WORD, LATER)
    new = NewMoment(CrucialMoment.Kind.PRISON_OUT, LATER.date(), about=WORD, contacts=[NewContact(_FROM, WORD, WORD)])
    _cross(world, director, case_id)
    moment = plan_moment(actor=actor, now=LATER, case_id=case_id, new=new)
    timing = MomentItem.Timing.BEFORE
    add_moment_item(actor=actor, now=LATER, moment_id=moment, text=WORD, who=WORD, timing=timing, due=LATER.date())
    proposal = NewProposal(3, enough(world, 2, 3), WORD)
    propose_scaling(actor=actor, now=LATER, case_id=case_id, new=proposal)
    receiver = add_director(world)
    ask_hand_over(
        actor=actor,
        now=LATER,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=receiver.id,
        reason=WORD,
    )


def _cross(world: World, director: Member, case_id: UUID) -> None:
    """Let somebody of the case stay with a neighbour who looks along, and offer it the case."""
    there = _add_neighbour(world)
    host = there.id("marit")
    parts = ["people", "organisations", "general_notes", "plan", "moments"]
    days = (LATER.date(), LATER.date() + timedelta(days=5))
    consent = CrossingGround.CONSENT
    stay = NewStay(consent, WORD, WORD, WORD, parts, *days, host_member=host)
    agree_stay(actor=member(director.id), now=LATER, case_id=case_id, new=stay)
    residents = CaseResident.objects.filter(case_id=case_id).values_list("resident_id", flat=True)
    offer = NewOffer(there.municipality.id, Asked(member=host), consent, WORD, WORD, list(residents), ["organisations"])
    offer_move(actor=member(director.id), now=LATER, case_id=case_id, new=offer)


def _add_neighbour(world: World) -> World:
    """Add a municipality where nobody of the matrix works, with one process director."""
    code, name = f"buur-{world.municipality.code}", f"Buur van {world.municipality.name}"
    municipality = Municipality.objects.create(code=code, name=name, region="Groningen")
    organisation = Organisation.objects.create(kind="municipality", name=name, municipality=municipality)
    adopted = AdoptedModel.objects.create(
        municipality=municipality, number=1, code="groningen", text=world.adopted.text, adopted_at=START
    )
    marit = add_member(organisation, "Marit (verzonnen)", "procesregisseur-oggz", "oggz", "procesregisseur", None)
    return World(municipality, organisation, adopted, {}, {"marit": marit})
