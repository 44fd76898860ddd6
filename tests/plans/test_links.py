"""A partner without an account answers one task by a link and a code: once, in time, and only who has both."""

from datetime import date, timedelta

import pytest
from pytest_django import Settings

from houvast.audit.models import Entry
from houvast.cases.rules.opening import Choice
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.release_organisation import release_organisation
from houvast.cases.services.reopen_case import reopen_case
from houvast.desk.rules.work import Cause
from houvast.desk.selectors.work import work
from houvast.integrations.code_sender import NotSent
from houvast.kernel.actor import outsider, system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.one_time_codes import MOST_CODES, MOST_TRIES, Sending
from houvast.plans.models import LinkCode, TaskLink, TaskLinkEnd, TaskStep
from houvast.plans.rules.links import LinkAnswer
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.selectors import tasks
from houvast.plans.selectors.links import asked_task, held_link, link_of_task, link_with_secret
from houvast.plans.services import send_link_code as sending
from houvast.plans.services.make_task_link import make_task_link
from houvast.plans.services.record_task_step import record_task_step
from houvast.plans.services.withdraw_task_link import withdraw_task_link
from houvast.web.log.words import sentence
from tests.lives import CASE_DIRECTION
from tests.plans.links import MINUTE, SAYS_DONE, Linked, add_contact, link_to, make_linked
from tests.plans.worlds import THURSDAY, Planned
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)
LAST_DAY = NOW + timedelta(days=17)
"""Fourteen days after the day of the task, which is three days from now."""


@pytest.fixture
def linked(planned: Planned) -> Linked:
    """Give a task of the GGZ with a link that works."""
    return make_linked(planned.world.actor("sanne"), planned.case_id, planned.partner.organisation_id)


def report(planned: Planned, linked: Linked, step: NextStep, *, seconds: int = 0) -> None:
    now = NOW + timedelta(seconds=seconds)
    record_task_step(actor=planned.world.actor("sanne"), now=now, task_id=linked.task_id, step=step)


def outcomes(event: str) -> list[object]:
    return [each.details.get("outcome") for each in Entry.objects.filter(event=event).order_by("number")]


def test_the_answer_is_the_next_step_of_the_task_and_uses_the_link_up(planned: Planned, linked: Linked) -> None:
    linked.answer(LinkAnswer(is_done=False, why="De sleutel is zoek."), linked.prove())
    line = tasks.one(planned.viewer("sanne"), linked.task_id, now=NOW)
    assert line is not None
    assert (line.standing, line.why) == (Standing.NOT_DONE, "De sleutel is zoek.")
    assert (line.said_by, line.by_link) == ("Jan Prins, GGZ (verzonnen)", True)
    assert not linked.works()
    assert TaskLinkEnd.objects.get().cause == TaskLinkEnd.Cause.ANSWERED


def test_nobody_answers_without_the_code(linked: Linked) -> None:
    for proof in (None, new_id()):
        with pytest.raises(NotVisible):
            linked.answer(proof=proof)
    linked.ask_code()
    with pytest.raises(NotVisible):
        linked.answer(proof=LinkCode.objects.get().id)
    assert TaskStep.objects.filter(task_id=linked.task_id).count() == 1


def test_a_proof_of_another_link_or_of_long_ago_opens_nothing(planned: Planned, linked: Linked) -> None:
    organisation = planned.partner.organisation_id
    other = make_linked(planned.world.actor("sanne"), planned.case_id, organisation, what="Iets anders", name="Ria Bos")
    with pytest.raises(NotVisible):
        linked.answer(proof=other.prove())
    proof = linked.prove()
    held = held_link(linked.link_id, now=NOW)
    assert held is not None
    assert asked_task(held, proof, now=NOW) is not None
    assert asked_task(held, proof, now=NOW + timedelta(minutes=30)) is None
    with pytest.raises(NotVisible):
        linked.answer(proof=proof, now=NOW + timedelta(minutes=30))


def test_answering_twice_answers_once(linked: Linked) -> None:
    proof = linked.prove()
    linked.answer(proof=proof)
    for answer in (SAYS_DONE, LinkAnswer(is_done=False, why="Toch niet.")):
        with pytest.raises(Conflict):
            linked.answer(answer, proof)
    assert TaskStep.objects.filter(task_id=linked.task_id).count() == 2


def test_who_loses_a_race_with_oneself_is_told_that_the_answer_came_in(
    linked: Linked, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = linked.prove()
    linked.answer(proof=proof)
    answered = iter([False, True])
    monkeypatch.setattr("houvast.plans.services.answer_task_link._is_answered", lambda link_id: next(answered))
    with pytest.raises(Conflict):
        linked.answer(proof=proof)


def test_an_answer_that_lacks_something_uses_nothing_up(linked: Linked) -> None:
    with pytest.raises(Invalid) as wrong:
        linked.answer(LinkAnswer(is_done=False), linked.prove())
    assert list(wrong.value.problems) == ["why"]
    assert linked.works()


def test_only_the_contact_of_the_link_acts_by_it(linked: Linked) -> None:
    for actor in (outsider(new_id()), system("link")):
        with pytest.raises(NotVisible):
            sending.send_link_code(actor=actor, now=NOW, link_id=linked.link_id)
    with pytest.raises(NotVisible):
        sending.send_link_code(actor=linked.actor, now=NOW, link_id=new_id())


def test_the_partner_reads_the_task_and_who_asks_by_function_and_nothing_of_the_household(linked: Linked) -> None:
    proof = linked.prove()
    held = held_link(linked.link_id, now=NOW)
    assert held is not None
    asked = asked_task(held, proof, now=NOW)
    assert asked is not None
    assert (asked.what, asked.due_on) == ("Belt over de sleutel", THURSDAY)
    assert (asked.asked_as, asked.organisation) == ("casusregisseur", "Gemeente Eemsdelta")
    assert asked_task(held, None, now=NOW) is None


# How a link stops working.


def test_a_withdrawn_link_opens_nothing_also_for_who_was_in(planned: Planned, linked: Linked) -> None:
    proof = linked.prove()
    withdraw_task_link(actor=planned.world.actor("sanne"), now=NOW, task_id=linked.task_id)
    assert not linked.works()
    held = held_link(linked.link_id, now=NOW)
    assert held is not None
    assert asked_task(held, proof, now=NOW) is None
    with pytest.raises(NotVisible):
        linked.answer(proof=proof)
    with pytest.raises(Conflict):
        withdraw_task_link(actor=planned.world.actor("sanne"), now=NOW, task_id=linked.task_id)


def test_a_link_ends_with_its_task_and_does_not_come_back_with_it(planned: Planned, linked: Linked) -> None:
    report(planned, linked, NextStep(Standing.DONE))
    assert not linked.works()
    report(planned, linked, NextStep(Standing.OPEN, "Toch niet.", THURSDAY))
    assert not linked.works()
    again = link_to(planned.world.actor("sanne"), linked.task_id, linked.contact_id)
    assert (again.works(), linked.works()) == (True, False)


def test_a_link_ends_with_its_case_and_does_not_come_back_with_it(planned: Planned, linked: Linked) -> None:
    sanne = planned.world.actor("sanne")
    close_case(
        actor=sanne,
        now=LATER,
        case_id=planned.case_id,
        new=NewClosing("goals_reached", "Het gaat goed.", date(2026, 12, 7)),
    )
    assert not linked.works(LATER)
    chosen = {CASE_DIRECTION: Choice(member_id=planned.world.id("sanne"))}
    marit = planned.world.actor("marit")
    reopen_case(actor=marit, now=LATER, case_id=planned.case_id, phase=2, reason="Terugval.", chosen=chosen)
    assert not linked.works(LATER)


def test_a_link_ends_when_its_contact_leaves_the_case(planned: Planned, linked: Linked) -> None:
    sanne = planned.world.actor("sanne")
    release_organisation(actor=sanne, now=NOW, case_id=planned.case_id, row_id=linked.contact_id)
    assert not linked.works()


def test_a_link_ends_some_days_after_the_day_of_its_task_and_moves_with_it(planned: Planned, linked: Linked) -> None:
    assert (linked.works(LAST_DAY), linked.works(LAST_DAY + timedelta(days=1))) == (True, False)
    report(planned, linked, NextStep(Standing.OPEN, due_on=date(2026, 12, 1)))
    assert linked.works(LAST_DAY + timedelta(days=5))


def test_a_new_link_ends_the_one_before_it(planned: Planned, linked: Linked) -> None:
    again = link_to(planned.world.actor("sanne"), linked.task_id, linked.contact_id)
    assert (again.works(), linked.works()) == (True, False)
    assert TaskLinkEnd.objects.get().cause == TaskLinkEnd.Cause.FOLLOWED


def test_what_never_was_a_secret_is_no_link(linked: Linked) -> None:
    assert link_with_secret("geen-geheim", now=NOW) is None
    assert held_link(new_id(), now=NOW) is None


# The code.


def test_a_code_works_once(linked: Linked) -> None:
    code = linked.ask_code()
    assert linked.try_code(f"{code[:3]} {code[3:]}") is not None
    assert linked.try_code(code) is None


def test_a_code_is_too_old_after_ten_minutes(linked: Linked) -> None:
    assert linked.try_code(linked.ask_code(), NOW + timedelta(minutes=10)) is None


def test_a_newer_code_replaces_the_one_before_it(linked: Linked) -> None:
    first = linked.ask_code()
    second = linked.ask_code(NOW + MINUTE)
    assert first == second or linked.try_code(first, NOW + MINUTE) is None
    assert linked.try_code(second, NOW + MINUTE) is not None


def test_after_five_wrong_tries_the_right_code_does_not_work_either(linked: Linked) -> None:
    code = linked.ask_code()
    wrong = "000000" if code != "000000" else "111111"
    assert [linked.try_code(wrong) for _ in range(MOST_TRIES)] == [None] * MOST_TRIES
    assert linked.try_code(code) is None
    assert outcomes("task.link_code_tried") == ["wrong"] * MOST_TRIES + ["no_code"]
    assert linked.try_code(linked.ask_code(NOW + MINUTE), NOW + MINUTE) is not None


def test_a_code_that_was_never_asked_for_does_not_work(linked: Linked) -> None:
    assert linked.try_code("123456") is None


def test_codes_go_out_a_minute_apart_and_eight_times_at_most(linked: Linked) -> None:
    assert linked.ask_code() != ""
    assert linked.ask_code(NOW + MINUTE / 2) == ""
    for number in range(1, MOST_CODES):
        assert linked.ask_code(NOW + number * MINUTE) != ""
    assert linked.ask_code(NOW + MOST_CODES * MINUTE) == ""
    said = outcomes("task.link_code_asked")
    assert (said[1], said[-1], said.count("sent")) == ("just_sent", "no_more", MOST_CODES)


class Gateway:
    """A gateway that keeps what it was asked to send, or takes nothing."""

    shows_codes = False

    def __init__(self, *, is_down: bool = False) -> None:
        self.sent: list[tuple[str, str]] = []
        self.is_down = is_down

    def send(self, number: str, text: str) -> None:
        if self.is_down:
            raise NotSent("status 500")
        self.sent.append((number, text))


def test_the_code_goes_to_the_number_that_was_known_and_is_shown_to_nobody(
    linked: Linked, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway = Gateway()
    monkeypatch.setattr(sending, "code_sender", lambda: gateway)
    assert linked.ask_code() == ""
    ((number, text),) = gateway.sent
    assert number == "+31600000417"
    assert linked.try_code(text.split()[3].strip(".")) is not None


def test_a_gateway_that_is_down_is_told_and_on_record(linked: Linked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "code_sender", lambda: Gateway(is_down=True))
    sent = sending.send_link_code(actor=linked.actor, now=NOW, link_id=linked.link_id)
    assert sent.outcome is Sending.FAILED
    assert Entry.objects.get(event="task.link_code_not_sent").actor_name == str(linked.contact_id)


def test_without_a_gateway_no_code_is_made(linked: Linked, settings: Settings) -> None:
    settings.HOUVAST_PRACTICE = False
    sent = sending.send_link_code(actor=linked.actor, now=NOW, link_id=linked.link_id)
    assert sent.outcome is Sending.NOT_SET_UP
    assert LinkCode.objects.count() == 0


# Making a link.


def test_without_a_gateway_no_link_is_made_and_it_is_said_why(
    planned: Planned, linked: Linked, settings: Settings
) -> None:
    settings.HOUVAST_PRACTICE = False
    with pytest.raises(Refused) as refused:
        link_to(planned.world.actor("sanne"), linked.task_id, linked.contact_id)
    assert refused.value.verdict.reason == "no_code_sender"
    assert "niet ingesteld" in refused.value.message


def test_only_who_leads_makes_a_link(planned: Planned, linked: Linked) -> None:
    for name, error in (("iris", NotVisible), ("nadia", NotVisible)):
        with pytest.raises(error):
            link_to(planned.world.actor(name), linked.task_id, linked.contact_id)
        assert link_of_task(planned.viewer(name), linked.task_id, now=NOW) is None


def test_a_link_is_for_a_task_of_an_organisation(planned: Planned, linked: Linked) -> None:
    task_id = planned.agree(Owner(member_id=planned.world.id("iris")))
    with pytest.raises(Refused) as refused:
        link_to(planned.world.actor("sanne"), task_id, linked.contact_id)
    assert refused.value.verdict.reason == "not_a_partners"


def test_a_link_is_not_for_a_task_that_is_closed(planned: Planned, linked: Linked) -> None:
    report(planned, linked, NextStep(Standing.DONE))
    with pytest.raises(Conflict):
        link_to(planned.world.actor("sanne"), linked.task_id, linked.contact_id)


def test_a_link_is_for_a_contact_with_a_mobile_number_at_that_organisation(planned: Planned, linked: Linked) -> None:
    sanne, case_id = planned.world.actor("sanne"), planned.case_id
    landline = add_contact(sanne, case_id, planned.partner.organisation_id, phone="050 000 02 31", name="Ria Bos")
    elsewhere = add_contact(sanne, case_id, planned.world.organisation.id)
    for contact_id in (None, new_id(), landline, elsewhere):
        with pytest.raises(Invalid) as wrong:
            make_task_link(actor=sanne, now=NOW, task_id=linked.task_id, contact_id=contact_id)
        assert list(wrong.value.problems) == ["contact"]
    assert linked.works()


@pytest.mark.parametrize(("days", "later"), [(-1, 0), (61, 0), (1, 10)])
def test_a_link_works_for_a_time_that_makes_sense(planned: Planned, linked: Linked, days: int, later: int) -> None:
    now = NOW + timedelta(days=later)
    with pytest.raises(Invalid) as wrong:
        make_task_link(
            actor=planned.world.actor("sanne"),
            now=now,
            task_id=linked.task_id,
            contact_id=linked.contact_id,
            days_after=days,
        )
    assert list(wrong.value.problems) == ["days_after"]


# What stands where.


def test_neither_the_secret_nor_a_code_can_be_read_from_the_database(linked: Linked) -> None:
    code = linked.ask_code()
    rows = [*TaskLink.objects.values(), *LinkCode.objects.values(), *Entry.objects.values()]
    stored = " ".join(str(row) for row in rows)
    assert linked.secret not in stored
    assert f"'{code}'" not in stored
    assert len(linked.secret) == 32


def test_all_of_it_is_in_the_log_by_the_id_of_the_contact_and_without_names(linked: Linked) -> None:
    linked.answer(proof=linked.prove())
    entries = list(Entry.objects.filter(actor_kind="outsider").order_by("number"))
    assert [each.event for each in entries] == ["task.link_code_asked", "task.link_code_tried", "task.link_answered"]
    assert {each.actor_name for each in entries} == {str(linked.contact_id)}
    assert {(each.case, each.subject_id) for each in entries} == {(linked.case_id, linked.link_id)}
    assert all(sentence(each.event) != each.event for each in entries)
    assert not any("Prins" in str(row) for row in Entry.objects.values())


def test_who_leads_reads_the_answer_on_mijn_werk_until_somebody_says_more(planned: Planned, linked: Linked) -> None:
    linked.answer(LinkAnswer(is_done=False, why="De sleutel is zoek."), linked.prove())
    sanne = planned.viewer("sanne")

    def answers(when: timedelta = timedelta()) -> list[str]:
        groups = work(sanne, now=NOW + when).groups
        return [row.why for group in groups if group.cause is Cause.ANSWERED for row in group.rows]

    assert answers() == ["Jan Prins, GGZ (verzonnen) antwoordt: niet gedaan. Belt over de sleutel"]
    assert answers(timedelta(days=7)) == []
    report(planned, linked, NextStep(Standing.OPEN, "Nog een keer.", date(2026, 12, 1)))
    assert answers() == []
