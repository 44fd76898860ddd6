"""Handing on: nothing goes down into nothing, somebody says yes, and on the agreed day somebody asks how it goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases import events, scopes
from houvast.cases.models import AftercarePlan, Case, PulseCheck, ReceiverAnswer, ReceiverRequest
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.receiving import NOTHING, HandingOn, HowItGoes, NewAnswer, NewCheck, NewReceiver
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.bands import FoundCase, by_ids
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.selectors.receiving import (
    AftercareLine,
    ReceiverLine,
    asked_receiver,
    check_text,
    possible_receivers,
    receiving,
)
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.answer_receiver import answer_receiver
from houvast.cases.services.check_pulse import check_pulse
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.name_receiver import name_receiver
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.scale import scale
from houvast.directory.models import Organisation
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.lives import HOUR, close, enough, handed_on, open_with
from tests.worlds import NOW, World, add_member, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + HOUR
WEEKS = timedelta(weeks=10)
YES, NO = NewAnswer(accepts=True), NewAnswer(accepts=False, reason="Ik heb geen tijd.")
STAYS = NewCheck(HowItGoes.STAYS, "Nog stil.", date(2027, 3, 1))
WELL = NewCheck(HowItGoes.GOES_WELL, "De buren groeten weer.")
UP = NewCheck(HowItGoes.SCALE_UP, "Hij slikt niets meer.")


class Handing:
    """A case in phase 3 of Sanne, with FACT (Yara works there) and a foundation without accounts around it."""

    def __init__(self) -> None:
        """Make it in a world of its own."""
        self.world = make_world()
        self.case = open_with(self.world, phase=3)
        self.fact, self.alone = self._around("FACT Noord"), self._around("Welzijn Samenloop")
        yara = add_member(self.fact, "Yara Mensah", "fact-behandelaar", "", "behandelaar FACT", None)
        self.world.members["yara"] = yara

    def _around(self, name: str) -> Organisation:
        made = Organisation.objects.create(kind="fact", name=name, region="Groningen")
        new = NewCaseOrganisation(made.id)
        add_organisation(actor=self.world.actor("sanne"), now=NOW, case_id=self.case, new=new)
        return made

    def down(self, to: HandingOn | None = None) -> None:
        """Let Marit decide to go down to 2; Yara takes over unless somebody else is named."""
        new = NewProposal(2, enough(self.world, 3, 2), "Doelen gehaald.")
        how = Deciding(not_waited="Gebeld.", handing_on=handed_on(self.world, "yara") if to is None else to)
        scale(actor=self.world.actor("marit"), now=NOW, case_id=self.case, new=new, how=how)

    def close(self, handing_on: HandingOn = NOTHING, day: date | None = date(2027, 2, 1)) -> None:
        close_case(
            actor=self.world.actor("sanne"),
            now=NOW,
            case_id=self.case,
            new=NewClosing("other_help", "FACT gaat door.", day, handing_on),
        )

    def viewer(self, who: str, later: timedelta = HOUR) -> Viewer:
        return viewer_of(self.world.actor(who), now=NOW + later)

    def request(self) -> UUID:
        return ReceiverRequest.objects.filter(case_id=self.case).order_by("-number")[0].id

    def answer(self, who: str, new: NewAnswer) -> None:
        answer_receiver(actor=self.world.actor(who), now=LATER, request_id=self.request(), new=new)

    def name(self, who: str, receiver: NewReceiver | None) -> UUID:
        return name_receiver(actor=self.world.actor(who), now=LATER, case_id=self.case, receiver=receiver)

    def check(self, who: str, new: NewCheck, *, seen: int | None = None, later: timedelta = HOUR) -> UUID:
        plan = AftercarePlan.objects.get(period=Case.objects.get(pk=self.case).phase_period).id
        return check_pulse(actor=self.world.actor(who), now=NOW + later, aftercare_id=plan, new=new, seen=seen)

    def sees(self, who: str, later: timedelta = HOUR) -> frozenset[Part]:
        return parts_seen(self.viewer(who, later), self.case, now=NOW + later)

    def read(self, who: str = "sanne", later: timedelta = HOUR) -> tuple[ReceiverLine | None, AftercareLine | None]:
        """Give what somebody reads of the present phase."""
        found = receiving(self.viewer(who, later), self.case, now=NOW + later)
        period = Case.objects.get(pk=self.case).phase_period_id
        return found.receiver(period), found.plan(period)


@pytest.fixture
def handing() -> Handing:
    return Handing()


def member(handing: Handing, who: str) -> NewReceiver:
    return NewReceiver(member_id=handing.world.id(who))


def refused(kind: type[Exception], call: Callable[[], object]) -> None:
    with pytest.raises(kind):
        call()


def invalid(call: Callable[[], object]) -> set[str]:
    with pytest.raises(Invalid) as wrong:
        call()
    return set(wrong.value.problems)


def test_a_decision_without_a_receiver_does_not_go_through(handing: Handing) -> None:
    assert invalid(lambda: handing.down(NOTHING)) == {"receiver", "aftercare", "signs", "check_on"}
    assert Case.objects.get(pk=handing.case).phase_period.phase == 3


@pytest.mark.parametrize("who", ["nobody", "erik", "nowhere"])
def test_only_who_may_lead_there_or_works_around_the_case_is_asked(handing: Handing, who: str) -> None:
    wrong = {
        "nobody": NewReceiver(member_id=new_id()),
        "erik": member(handing, "erik"),
        "nowhere": NewReceiver(organisation_id=new_id(), contact="Iemand"),
    }[who]
    assert invalid(lambda: handing.down(replace(handed_on(handing.world), receiver=wrong))) == {"receiver"}
    assert not ReceiverRequest.objects.exists()


def test_who_can_be_asked_is_offered_and_nobody_else(handing: Handing) -> None:
    found = receiving_case(handing)
    offered = {each.name for each in possible_receivers(handing.viewer("sanne"), found, 2, now=LATER)}
    assert {"Sanne uit Eemsdelta", "Bos uit Eemsdelta", "Yara Mensah", "Welzijn Samenloop"} <= offered
    assert not {"Erik uit Eemsdelta", "FACT Noord"} & offered


def receiving_case(handing: Handing) -> FoundCase:
    return by_ids(handing.viewer("sanne"), [handing.case], now=LATER)[handing.case]


def test_who_is_asked_sees_who_leads_and_the_aftercare_and_no_more(handing: Handing) -> None:
    handing.down()
    assert handing.sees("yara") == {Part.BAND, Part.AFTERCARE}
    asked = asked_receiver(handing.viewer("yara"), handing.request(), now=LATER)
    assert (asked.line.outcome, asked.is_present) == (None, True)
    assert asked.plan is not None
    assert (asked.plan.what, asked.plan.signs) == ("Elke week een bezoek.", "De gordijnen blijven dicht.")
    handing.check("sanne", STAYS)
    receiver, plan = handing.read("yara")
    assert receiver is not None
    assert plan is not None
    assert plan.checks == ()
    assert check_text(handing.viewer("yara"), PulseCheck.objects.get().id, handing.case, now=LATER) == ""


def test_yes_is_a_name_and_no_is_a_reason_that_directors_read(handing: Handing) -> None:
    handing.down()
    assert invalid(lambda: handing.answer("yara", NewAnswer(accepts=False))) == {"reason"}
    refused(Refused, lambda: handing.answer("sanne", YES))
    refused(NotVisible, lambda: handing.answer("iris", YES))
    handing.answer("yara", NO)
    receiver, _ = handing.read()
    assert receiver is not None
    assert (receiver.outcome, receiver.reason) == (ReceiverAnswer.Outcome.REFUSED, "Ik heb geen tijd.")
    assert handing.sees("yara") == frozenset()
    refused(NotVisible, lambda: handing.answer("yara", YES))
    handing.name("sanne", member(handing, "bos"))
    handing.answer("bos", YES)
    receiver, _ = handing.read()
    assert receiver is not None
    assert (receiver.name, receiver.outcome, receiver.reason) == (
        "Bos uit Eemsdelta",
        ReceiverAnswer.Outcome.ACCEPTED,
        "",
    )
    assert handing.read("bos")[0] is not None
    assert scopes.receiver_requests(handing.viewer("bos"), now=LATER).count() == 1


def test_an_answer_is_given_once(handing: Handing) -> None:
    handing.down()
    handing.answer("yara", YES)
    refused(Conflict, lambda: handing.answer("yara", NO))


def test_who_decides_and_takes_it_over_says_yes_with_it(handing: Handing) -> None:
    handing.down(handed_on(handing.world, "marit"))
    receiver, _ = handing.read()
    assert receiver is not None
    assert (receiver.name, receiver.outcome) == ("Marit uit Eemsdelta", ReceiverAnswer.Outcome.ACCEPTED)


def test_what_an_organisation_outside_says_is_recorded_with_how_and_when(handing: Handing) -> None:
    outside = NewReceiver(organisation_id=handing.alone.id, contact="Loes, begeleider")
    handing.down(replace(handed_on(handing.world), receiver=outside))
    assert invalid(lambda: handing.answer("sanne", YES)) == {"channel", "given_on"}
    handing.answer("erik", replace(YES, channel="telefoon", given_on=NOW.date()))
    receiver, _ = handing.read()
    assert receiver is not None
    assert (receiver.name, receiver.organisation) == ("Loes, begeleider", "Welzijn Samenloop")
    assert (receiver.channel, receiver.answered_by) == ("telefoon", "Erik uit Eemsdelta")


def test_another_receiver_ends_what_the_first_saw(handing: Handing) -> None:
    handing.down()
    refused(Refused, lambda: handing.name("yara", member(handing, "bos")))
    assert invalid(lambda: handing.name("sanne", None)) == {"receiver"}
    assert invalid(lambda: handing.name("sanne", NewReceiver(organisation_id=handing.alone.id))) == {"receiver_contact"}
    handing.name("erik", member(handing, "bos"))
    assert handing.sees("yara") == frozenset()
    outcomes = [each.outcome for each in receiving(handing.viewer("sanne"), handing.case, now=LATER).receivers]
    assert outcomes == [ReceiverAnswer.Outcome.WITHDRAWN, None]
    handing.answer("bos", YES)
    asked = handing.name("sanne", member(handing, "bram"))
    assert Part.AFTERCARE not in handing.sees("bos")
    sanne = handing.world.actor("sanne")
    again = partial(name_receiver, actor=sanne, now=LATER, case_id=handing.case, request_id=asked)
    refused(Conflict, lambda: again(receiver=member(handing, "bram")))
    assert handing.request() == asked


def test_how_it_goes_is_said_by_who_watches_until_it_goes_well(handing: Handing) -> None:
    handing.down()
    handing.answer("yara", YES)
    refused(Refused, lambda: handing.check("yara", WELL))
    assert invalid(lambda: handing.check("sanne", NewCheck(None, ""))) == {"outcome", "text"}
    handing.check("sanne", STAYS, seen=0)
    refused(Conflict, lambda: handing.check("sanne", STAYS, seen=0))
    _, plan = handing.read()
    assert plan is not None
    assert (plan.day, plan.wants_up, plan.is_over) == (date(2027, 3, 1), False, False)
    assert Part.AFTERCARE in handing.sees("yara")
    handing.check("erik", WELL, seen=1)
    _, plan = handing.read()
    assert plan is not None
    assert (plan.day, plan.is_over, plan.checks[1].text) == (None, True, "De buren groeten weer.")
    assert handing.sees("yara") == frozenset()
    refused(Conflict, lambda: handing.check("sanne", STAYS))


def test_what_must_go_up_again_is_a_reason_that_stands_ready(handing: Handing) -> None:
    handing.down()
    check = handing.check("sanne", UP)
    _, plan = handing.read()
    assert plan is not None
    assert (plan.day, plan.wants_up) == (None, True)
    assert check_text(handing.viewer("sanne"), check, handing.case, now=LATER) == "Hij slikt niets meer."
    assert check_text(handing.viewer("sanne"), check, new_id(), now=LATER) == ""
    up = NewProposal(3, enough(handing.world, 2, 3), "Hij slikt niets meer.")
    scale(actor=handing.world.actor("marit"), now=LATER, case_id=handing.case, new=up, how=Deciding())
    assert handing.read() == (None, None)
    assert handing.sees("yara", 2 * HOUR) == frozenset()
    old = AftercarePlan.objects.get(case_id=handing.case).id
    call = partial(check_pulse, actor=handing.world.actor("sanne"), now=NOW + 2 * HOUR, aftercare_id=old, new=WELL)
    refused(Conflict, call)


def test_a_question_of_an_earlier_phase_is_over_for_who_records_it_too(handing: Handing) -> None:
    outside = NewReceiver(organisation_id=handing.alone.id, contact="Loes")
    handing.down(replace(handed_on(handing.world), receiver=outside))
    asked = handing.request()
    up = NewProposal(3, enough(handing.world, 2, 3), "Terugval.")
    scale(actor=handing.world.actor("marit"), now=LATER, case_id=handing.case, new=up, how=Deciding())
    new = replace(YES, channel="telefoon", given_on=NOW.date())
    call = partial(answer_receiver, actor=handing.world.actor("sanne"), now=NOW + 2 * HOUR, request_id=asked, new=new)
    refused(Conflict, call)


def test_a_closed_case_is_looked_at_until_it_goes_well_and_received_until_after_the_day(handing: Handing) -> None:
    handing.close(HandingOn(member(handing, "yara"), what="FACT komt elke week."))
    assert handing.sees("yara") == {Part.BAND, Part.AFTERCARE}
    handing.answer("yara", YES)
    assert handing.sees("sanne", WEEKS) == handing.sees("yara", WEEKS) | {Part.DECISIONS, Part.PEOPLE, Part.PLAN}
    assert handing.sees("yara", 2 * WEEKS) == frozenset()
    assert Part.AFTERCARE in handing.sees("sanne", 20 * WEEKS)
    refused(NotVisible, lambda: handing.check("nadia", STAYS))
    refused(Refused, lambda: handing.check("yara", STAYS))
    handing.check("sanne", replace(STAYS, check_on=date(2027, 4, 12)), later=WEEKS)
    assert Part.AFTERCARE in handing.sees("yara", 2 * WEEKS)
    assert handing.sees("yara", 3 * WEEKS) == frozenset()
    handing.check("sanne", WELL, later=2 * WEEKS)
    assert handing.sees("yara", 2 * WEEKS) == frozenset()
    assert Part.AFTERCARE in handing.sees("sanne", 2 * WEEKS)
    assert handing.sees("sanne", 3 * WEEKS) == frozenset()


def test_a_good_answer_that_comes_late_still_leaves_some_days_to_finish(handing: Handing) -> None:
    handing.close()
    handing.check("sanne", WELL, later=20 * WEEKS)
    assert Part.AFTERCARE in handing.sees("sanne", 20 * WEEKS + timedelta(days=1))
    assert handing.sees("sanne", 21 * WEEKS) == frozenset()


def test_another_receiver_of_a_closed_case_sees_it_as_long_as_the_first_would(handing: Handing) -> None:
    handing.close(HandingOn(member(handing, "yara")))
    handing.answer("yara", NO)
    handing.check("sanne", replace(STAYS, check_on=date(2027, 4, 12)))
    handing.name("sanne", member(handing, "bram"))
    assert Part.AFTERCARE in handing.sees("bram", 2 * WEEKS)
    assert handing.sees("bram", 3 * WEEKS) == frozenset()


def test_a_receiver_of_a_closed_case_needs_a_day_and_without_a_day_there_is_nothing(handing: Handing) -> None:
    assert invalid(lambda: handing.close(HandingOn(member(handing, "yara")), day=None)) == {"aftercare_on"}
    handing.close(day=None)
    assert not AftercarePlan.objects.exists()
    refused(Refused, lambda: handing.name("nadia", member(handing, "bos")))


def test_where_nobody_leads_after_going_down_who_led_is_asked(handing: Handing) -> None:
    world, case_id = handing.world, open_with(handing.world)
    handing.case = case_id
    down = NewProposal(1, enough(world, 2, 1), "Doelen gehaald.")
    how = Deciding(handing_on=replace(handed_on(world), receiver=None))
    scale(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=down, how=how)
    assert handing.sees("sanne") >= {Part.BAND, Part.AFTERCARE}
    handing.check("sanne", STAYS)
    assert Part.AFTERCARE in handing.sees("sanne", 20 * timedelta(weeks=1))
    up = NewProposal(2, enough(world, 1, 2), "Terugval.")
    scale(actor=world.actor("sanne"), now=LATER, case_id=case_id, new=up, how=Deciding())
    assert Part.AFTERCARE not in handing.sees("sanne", 2 * HOUR)


def test_reopening_ends_the_aftercare(handing: Handing) -> None:
    handing.close(HandingOn(member(handing, "yara")))
    reopen_case(
        actor=handing.world.actor("marit"), now=LATER, case_id=handing.case, phase=3, reason="Terugval.", chosen={}
    )
    assert handing.sees("yara", 2 * HOUR) == frozenset()
    assert handing.read("marit", 2 * HOUR) == (None, None)


def test_closing_still_needs_no_receiver(handing: Handing) -> None:
    close(handing.world, handing.case)
    _, plan = handing.read("sanne", 2 * HOUR)
    assert plan is not None
    assert (plan.what, plan.signs, plan.day) == ("", "", date(2027, 2, 1))


def test_the_log_says_who_and_never_what(handing: Handing) -> None:
    handing.down()
    handing.answer("yara", NO)
    handing.name("sanne", member(handing, "bos"))
    handing.check("sanne", UP)
    entries = {entry.event: entry for entry in Entry.objects.filter(case=handing.case, outcome="done")}
    assert entries[events.RECEIVER_ANSWERED.code].details == {"outcome": "refused", "outside": False}
    assert entries[events.RECEIVER_NAMED.code].details == {
        "number": 2,
        "outside": False,
        "receives": str(handing.world.id("bos")),
    }
    assert entries[events.PULSE_CHECKED.code].details == {"number": 1, "outcome": "scale_up"}
    assert entries[events.PULSE_CHECKED.code].ground == "watches"


def test_what_people_write_is_sealed(handing: Handing) -> None:
    outside = NewReceiver(organisation_id=handing.alone.id, contact="Loes")
    handing.down(replace(handed_on(handing.world), receiver=outside))
    handing.answer("sanne", replace(NO, channel="telefoon", given_on=NOW.date()))
    handing.check("sanne", UP)
    request, answer = ReceiverRequest.objects.get(), ReceiverAnswer.objects.get()
    plan, check = AftercarePlan.objects.get(), PulseCheck.objects.get()
    sealed = (request.contact_sealed, answer.reason_sealed, plan.what_sealed, plan.signs_sealed, check.text_sealed)
    words = (b"Loes", b"geen tijd", b"bezoek", b"gordijnen", b"slikt")
    assert all(bytes(each) for each in sealed)
    assert not [word for word in words for each in sealed if word in bytes(each)]


def test_two_worlds_do_not_mix(handing: Handing) -> None:
    elsewhere: World = make_world("opsterland", "Opsterland", "opsterland")
    handing.down()
    with pytest.raises(NotVisible):
        asked_receiver(viewer_of(elsewhere.actor("sanne"), now=LATER), handing.request(), now=LATER)
