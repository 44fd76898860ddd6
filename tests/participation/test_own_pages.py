"""Who gets an own page, how they come in, and what puts them out in the same second."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from houvast.audit.models import Entry
from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.remove_resident import remove_resident
from houvast.desk.selectors.own_page import own_page
from houvast.directory.models import Member, Organisation
from houvast.directory.selectors import viewer_of
from houvast.integrations.code_sender import NotSent
from houvast.kernel.actor import member, participant, system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.one_time_codes import MOST_CODES, MOST_TRIES, Sending
from houvast.participation.models import OwnPageSetting, Participant, PersonalCode, SignInCode
from houvast.participation.rules.parts import ALWAYS, OwnPart
from houvast.participation.rules.personal_codes import DAYS_UNUSED, typed_code
from houvast.participation.rules.settings import OwnPageFacts
from houvast.participation.rules.taking_part import Ages, Capacity, ParticipantKind
from houvast.participation.selectors.of_case import candidates, participants_of
from houvast.participation.selectors.settings import own_page_facts
from houvast.participation.selectors.taking_part import participating, with_personal_code
from houvast.participation.services import send_sign_in_code as sending
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.give_own_page import NewParticipant, give_own_page
from houvast.participation.services.leave_own_page import leave_own_page
from houvast.participation.services.make_personal_code import make_personal_code
from houvast.participation.services.set_own_page import set_own_page
from houvast.residents.services.end_network_member import end_network_member
from tests.participation.worlds import LANDLINE, Household, ask_code, held, try_code
from tests.sentences import told_at
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)
FACTS = OwnPageFacts("Noor", "Cliëntondersteuning Noord", "050 000 05 55", "Klachten", "0596 00 01 10")


@pytest.fixture
def home(db: None) -> Household:
    return Household()


def test_who_leads_gives_a_page_with_a_code_that_is_shown_once(home: Household) -> None:
    given = home.give()
    assert given.name == "Ruben Dijkhuis"
    assert len(typed_code(given.code)) == 12
    row = PersonalCode.objects.get(participant_id=given.participant_id)
    assert typed_code(given.code) not in row.digest
    entry = Entry.objects.get(event="participant.page_given")
    assert (entry.case, entry.subject_id) == (home.case_id, given.participant_id)
    assert "Ruben" not in str(entry.details)


def test_each_sees_the_parts_that_go_with_what_they_are(home: Household) -> None:
    assert home.takes_part().parts == set(OwnPart)
    assert OwnPart.HELPERS not in home.takes_part(home.other).parts
    assert OwnPart.HELPERS not in home.takes_part(home.parent).parts
    near = home.takes_part(home.near("helpers"))
    assert near.parts == ALWAYS | {OwnPart.HELPERS}
    assert (near.name, near.first_name, near.about) == ("Janna Kuipers", "Janna Kuipers", "Ruben Dijkhuis")


def test_who_is_alone_in_a_case_has_the_plan_until_somebody_joins(db: None) -> None:
    home = Household(alone=True)
    who = home.takes_part(NewParticipant(home.ruben.id, home.ruben.id))
    assert OwnPart.AGREEMENTS in who.parts
    home.join(home.lieke)
    again = participating(who.id, now=NOW)
    assert again is not None
    assert OwnPart.AGREEMENTS not in again.parts


def test_nobody_gets_a_second_page(home: Household) -> None:
    home.give()
    with pytest.raises(Conflict):
        home.give()
    home.give(home.other)
    assert Participant.objects.count() == 2


def test_who_could_get_a_page_are_the_people_of_the_case_and_their_network(home: Household) -> None:
    viewer = viewer_of(home.sanne, now=NOW)
    known = {(each.name, each.resident) for each in candidates(viewer, home.case_id, now=NOW)}
    assert ("Janna Kuipers", "Ruben Dijkhuis") in known
    assert ("Lieke Admiraal", "Fenna Dijkhuis") in known
    assert ("Fenna Dijkhuis", "Fenna Dijkhuis") in known
    assert ("Fenna Dijkhuis", "Ruben Dijkhuis") not in known


def test_what_does_not_fit_is_said_at_its_field(home: Household) -> None:
    child = NewParticipant(home.fenna.id, home.fenna.id)
    no_capacity = NewParticipant(home.fenna.id, home.lieke.id, kind=ParticipantKind.REPRESENTATIVE)
    as_network = NewParticipant(home.fenna.id, home.lieke.id, kind=ParticipantKind.NETWORK)
    stranger = NewParticipant(home.ruben.id, new_id())
    not_self = NewParticipant(home.ruben.id, home.ruben.id, kind=ParticipantKind.NETWORK)
    grown_up = NewParticipant(
        home.ruben.id, home.lieke.id, kind=ParticipantKind.REPRESENTATIVE, capacity=Capacity.PARENT
    )
    for new, where in (
        (child, "who"),
        (no_capacity, "capacity"),
        (as_network, "who"),
        (stranger, "who"),
        (not_self, "who"),
        (grown_up, "who"),
    ):
        with pytest.raises(Invalid) as wrong:
            home.give(new)
        assert told_at(wrong.value.problems) == {where}
    home.fenna.phone = "06 00 00 04 22"
    home.fenna.save()
    with pytest.raises(Invalid, match="Tot 12 jaar"):
        home.give(child)
    assert not Participant.objects.exists()


def test_who_has_no_mobile_number_gets_the_page_on_paper(home: Household) -> None:
    home.ruben.phone = LANDLINE
    home.ruben.save()
    given = home.give()
    assert given.code == ""
    assert participating(given.participant_id, now=NOW) is not None
    (line,) = participants_of(viewer_of(home.sanne, now=NOW), home.case_id, now=NOW)
    assert (line.has_code, line.waits_until) == (False, None)
    with pytest.raises(Conflict, match="op papier"):
        make_personal_code(actor=home.sanne, now=LATER, participant_id=given.participant_id)


def test_who_does_not_lead_gives_no_page_and_sees_nobody(home: Household) -> None:
    with pytest.raises(Refused):
        give_own_page(actor=home.world.actor("marit"), now=NOW, case_id=home.case_id, new=home.self)
    with pytest.raises(NotVisible):
        give_own_page(actor=home.world.actor("privacy"), now=NOW, case_id=home.case_id, new=home.self)
    given = home.give()
    for verb in (end_own_page, make_personal_code):
        with pytest.raises(NotVisible):
            verb(actor=home.world.actor("privacy"), now=NOW, participant_id=given.participant_id)
    assert participants_of(viewer_of(home.world.actor("privacy"), now=NOW), home.case_id, now=NOW) == ()


def test_a_code_works_however_it_is_typed_until_it_waited_too_long(home: Household) -> None:
    given = home.give()
    last = NOW + timedelta(days=DAYS_UNUSED) - timedelta(seconds=1)
    assert held(given.code.lower().replace(" ", "-"), last).who.id == given.participant_id
    assert with_personal_code(given.code, now=last + timedelta(seconds=1)) is None
    assert with_personal_code("ABCD EFGH JKMN", now=NOW) is None
    assert with_personal_code("", now=NOW) is None


def test_once_used_a_code_goes_on_working(home: Household) -> None:
    code = held(home.give().code)
    assert try_code(code, ask_code(code))
    assert PersonalCode.objects.get().used_at == NOW
    far = NOW + timedelta(days=300)
    assert try_code(code, ask_code(code, far), far)
    assert PersonalCode.objects.get().used_at == NOW


def test_the_second_code_is_tried_a_few_times_in_ten_minutes_and_once(home: Household) -> None:
    code = held(home.give().code)
    assert not try_code(code, "000000")
    sent = ask_code(code)
    assert not try_code(code, sent, NOW + timedelta(minutes=10))
    assert try_code(code, f" {sent[:3]} {sent[3:]}")
    assert not try_code(code, sent)
    again = ask_code(code, LATER)
    for _ in range(MOST_TRIES):
        assert not try_code(code, "wrong", LATER)
    assert not try_code(code, again, LATER)
    outcomes = [entry.details["outcome"] for entry in Entry.objects.filter(event="participant.sign_in_code_tried")]
    assert outcomes.count("right") == 1


def test_codes_go_out_one_at_a_time_and_so_many_in_a_day(home: Household) -> None:
    code = held(home.give().code)

    def outcome(now: datetime) -> Sending:
        return sending.send_sign_in_code(actor=code.who.actor, now=now, participant_id=code.who.id).outcome

    assert (outcome(NOW), outcome(NOW)) == (Sending.SENT, Sending.JUST_SENT)
    minutes = [NOW + timedelta(minutes=turn) for turn in range(1, MOST_CODES + 1)]
    assert [outcome(at) for at in minutes].count(Sending.SENT) == MOST_CODES - 1
    assert outcome(minutes[-1] + timedelta(minutes=1)) is Sending.NO_MORE
    make_personal_code(actor=home.sanne, now=NOW + timedelta(minutes=20), participant_id=code.who.id)
    assert outcome(NOW + timedelta(minutes=21)) is Sending.SENT
    assert outcome(NOW + timedelta(days=1, minutes=1)) is Sending.SENT


def test_without_a_gateway_or_a_mobile_number_nothing_is_sent(
    home: Household, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = held(home.give().code)
    home.ruben.phone = LANDLINE
    home.ruben.save()
    assert sending.send_sign_in_code(actor=code.who.actor, now=NOW, participant_id=code.who.id).outcome is (
        Sending.NOT_SET_UP
    )
    home.ruben.phone = "06 00 00 04 17"
    home.ruben.save()

    class Broken:
        shows_codes = False

        def send(self, number: str, text: str) -> None:
            assert number == "+31600000417"
            raise NotSent("status 500")

    monkeypatch.setattr(sending, "code_sender", Broken)
    failed = sending.send_sign_in_code(actor=code.who.actor, now=NOW, participant_id=code.who.id)
    assert (failed.outcome, failed.shown) == (Sending.FAILED, "")
    monkeypatch.setattr(sending, "code_sender", lambda: None)
    none = sending.send_sign_in_code(actor=code.who.actor, now=LATER, participant_id=code.who.id)
    assert none.outcome is Sending.NOT_SET_UP
    settings.HOUVAST_PRACTICE = False
    with pytest.raises(ValueError, match="practice"):
        give_own_page(actor=home.sanne, now=NOW, case_id=home.case_id, new=home.other, chosen_code="MAMA44444444")


def test_nobody_acts_as_another_participant_and_a_member_is_none(home: Household) -> None:
    code, other = held(home.give().code), home.takes_part(home.other)
    for actor in (other.actor, participant(new_id()), system("x"), home.sanne):
        with pytest.raises(NotVisible):
            sending.send_sign_in_code(actor=actor, now=NOW, participant_id=code.who.id)
    with pytest.raises(NotVisible):
        sending.send_sign_in_code(actor=participant(new_id()), now=NOW, participant_id=new_id())
    leave_own_page(actor=code.who.actor, now=NOW, participant_id=code.who.id)
    entry = Entry.objects.get(event="participant.signed_out")
    assert (entry.actor_kind, entry.actor_name) == ("takes_part", str(code.who.id))


def test_a_new_code_ends_the_one_before_it(home: Household) -> None:
    given = home.give()
    old = held(given.code)
    with pytest.raises(Conflict):
        make_personal_code(actor=home.sanne, now=NOW, participant_id=given.participant_id)
    new = make_personal_code(actor=home.sanne, now=LATER, participant_id=given.participant_id)
    assert with_personal_code(given.code, now=LATER) is None
    assert held(new.code, LATER).who.id == given.participant_id
    sent = ask_code(old, LATER)
    with pytest.raises(NotVisible):
        try_code(old, sent, LATER)


def test_an_end_is_in_the_same_second_and_once(home: Household) -> None:
    given = home.give()
    viewer = viewer_of(home.sanne, now=NOW)
    (line,) = participants_of(viewer, home.case_id, now=NOW)
    assert (line.name, line.why_not, line.waits_until) == ("Ruben Dijkhuis", "", NOW + timedelta(days=DAYS_UNUSED))
    end_own_page(actor=home.sanne, now=LATER, participant_id=given.participant_id)
    assert participating(given.participant_id, now=LATER) is None
    assert with_personal_code(given.code, now=LATER) is None
    for verb in (end_own_page, make_personal_code):
        with pytest.raises(Conflict):
            verb(actor=home.sanne, now=LATER, participant_id=given.participant_id)
    (line,) = participants_of(viewer, home.case_id, now=LATER)
    assert line.has_ended
    home.give(now=LATER)


def test_leaving_the_case_the_network_or_closing_ends_it_too(home: Household) -> None:
    parent, near, own = home.takes_part(home.parent), home.takes_part(home.near()), home.takes_part()
    end_network_member(actor=home.sanne, now=LATER, resident_id=home.ruben.id, network_member_id=home.janna.id)
    remove_resident(actor=home.sanne, now=LATER, case_id=home.case_id, resident_id=home.lieke.id)
    assert participating(near.id, now=LATER) is None
    assert participating(parent.id, now=LATER) is None
    assert participating(own.id, now=LATER) is not None
    close_case(actor=home.sanne, now=LATER, case_id=home.case_id, new=NewClosing("goals_reached", "Klaar.", None))
    assert participating(own.id, now=LATER) is None
    assert participating(new_id(), now=LATER) is None


def test_that_safe_at_home_looked_is_told_by_no_page(home: Household) -> None:
    """It would warn somebody of a report that they were not told of yet; who leads here they know already."""
    kind = Organisation.Kind.SAFE_AT_HOME
    elsewhere = Organisation.objects.create(kind=kind, name="Veilig Thuis (verzonnen)")
    doctor = Member.objects.create(organisation=elsewhere, name="Els Vermeer", from_at=NOW)
    for who in (home.sanne, member(doctor.id)):
        record_read(CASE_READ, actor=who, now=NOW, municipality=home.case.municipality_id, case=home.case_id)
    sections = own_page(home.takes_part(), now=NOW).sections
    lines = [line.in_words for part in sections for line in part.lines if part.part is OwnPart.LOOKED]
    assert any("Gemeente" in each for each in lines)
    assert [each for each in lines if "Veilig Thuis" in each] == []


def test_a_birthday_ends_it_at_midnight_in_amsterdam(home: Household) -> None:
    who = home.takes_part(home.parent)
    midnight = datetime(2032, 11, 22, 23, tzinfo=UTC)
    assert participating(who.id, now=midnight - timedelta(seconds=1)) is not None
    assert participating(who.id, now=midnight) is None


def test_the_ages_are_those_of_the_municipality(home: Household) -> None:
    here, keeper = home.world.municipality.id, home.world.actor("beheer")
    who = home.takes_part(home.parent)
    assert own_page_facts(here).ages == Ages()
    new = OwnPageFacts("", "Noord", "050", "Klachten", "0596", ages=Ages(8, 10))
    set_own_page(actor=keeper, now=NOW, municipality_id=here, facts=new)
    assert participating(who.id, now=NOW) is None
    assert own_page_facts(here).number == 1
    with pytest.raises(Conflict):
        set_own_page(actor=keeper, now=NOW, municipality_id=here, facts=new)
    with pytest.raises(Invalid):
        set_own_page(actor=keeper, now=NOW, municipality_id=here, facts=OwnPageFacts(number=1))
    with pytest.raises(Refused):
        set_own_page(actor=home.sanne, now=NOW, municipality_id=here, facts=FACTS)
    set_own_page(actor=system("practice-region"), now=NOW, municipality_id=home.world.municipality.id, facts=_second())
    assert OwnPageSetting.objects.count() == 2


def _second() -> OwnPageFacts:
    return OwnPageFacts("Noor", "Noord", "050", "Klachten", "0596", number=1)


def test_no_code_is_kept_in_the_open(home: Household) -> None:
    code = held(home.give().code)
    sent = ask_code(code)
    assert sent not in SignInCode.objects.get().digest
    assert sent not in "".join(str(entry.details) for entry in Entry.objects.all())
