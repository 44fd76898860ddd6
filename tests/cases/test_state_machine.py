"""Random members do random things to a case, with what they saw earlier; a plain oracle says what should happen.

`HOUVAST_TEST_SIZE=large` plays the large form.
"""

import os
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
    run_state_machine_as_test,
)

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import HandOverAnswer, TakeOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.receiving import NOTHING
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.return_seat import return_seat
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.withdraw_scaling import withdraw_scaling
from houvast.cases.services.withdraw_take_over import withdraw_take_over
from tests.cases import oracle as o
from tests.cases.machine import CaseInAWorld, drawn
from tests.lives import enough

LARGE = os.environ.get("HOUVAST_TEST_SIZE") == "large"
LOT = st.integers(0, 4095)
PROCESS = Responsibility.PROCESS_DIRECTION
SEAT = st.sampled_from([Responsibility.CASE_DIRECTION, Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION])
TEAM_SAYS = [each for each in TakeOverAnswer.Outcome if each != TakeOverAnswer.Outcome.WITHDRAWN]
SEEN = st.sampled_from(["nothing", "newest", "newest", "earlier"])
STEP = st.sampled_from([1, 1, -1, -1, 2])
WHICH = st.integers(0, 2)


class SeatsOfACase(CaseInAWorld):
    """What people do to a case: each rule says beforehand what should come of it."""

    # Seats

    @rule(lot=LOT, other=LOT, seat=SEAT, seen=SEEN)
    def assign(self, lot: int, other: int, seat: Responsibility, seen: str) -> None:
        self.later()
        who = drawn(lot, self.leaders())
        to = drawn(other, o.FOR_GOOD[self.model.phase, seat])
        m, (row, fresh) = self.model, self.seen_seat(seat, seen)
        expected = o.DONE
        if not m.sees(who) or m.closed or not (m.directs_process(who) or m.holds(who, o.OPERATIONAL)):
            expected = o.REFUSED
        elif not fresh:
            expected = o.CONFLICT
        elif to not in o.FOR_GOOD[m.phase, seat] or m.kept_from(seat, to):
            expected = o.INVALID
        call = partial(assign_seat, actor=self.world.actor(who), now=self.now, case_id=self.case_id, seen_seat=row)
        choice = Choice(member_id=self.world.id(to))
        self.attempt(who, expected, partial(call, responsibility=seat, choice=choice))
        if expected == o.DONE:
            m.sit(seat, "held", to)

    @rule(lot=LOT, other=LOT, seat=SEAT, seen=SEEN)
    def fill_temporarily(self, lot: int, other: int, seat: Responsibility, seen: str) -> None:
        self.later()
        who = drawn(lot, self.leaders())
        place = (self.model.phase, str(seat))
        to = drawn(other, o.FOR_GOOD[place] | o.ONLY_TEMPORARY[place])
        m, (row, fresh) = self.model, self.seen_seat(seat, seen)
        now = m.seats[seat]
        extension = now.extension + 1 if now.state == "held_temporarily" else 0
        may = m.holds(who, o.OPERATIONAL) or (extension < 2 and m.directs_process(who))
        expected = o.DONE
        if not m.sees(who) or m.closed or not may:
            expected = o.REFUSED
        elif not fresh:
            expected = o.CONFLICT
        elif to not in o.FOR_GOOD[place] | o.ONLY_TEMPORARY[place] or m.kept_from(seat, to):
            expected = o.INVALID
        call = partial(fill_seat_temporarily, actor=self.world.actor(who), now=self.now, case_id=self.case_id)
        until = self.now.date() + timedelta(days=14)
        call = partial(call, responsibility=seat, member_id=self.world.id(to), until=until, seen_seat=row)
        self.attempt(who, expected, partial(call, reason="Ziekte."))
        if expected == o.DONE:
            m.sit(seat, "held_temporarily", to, extension)

    @rule(lot=LOT, seat=SEAT)
    def give_back(self, lot: int, seat: Responsibility) -> None:
        self.later()
        who = drawn(lot, {self.model.seats[seat].who or "marit"})
        expected = o.DONE if self.model.holds(who, seat) else o.REFUSED
        call = partial(return_seat, actor=self.world.actor(who), now=self.now, case_id=self.case_id)
        self.attempt(who, expected, partial(call, responsibility=seat, reason="Ander werk."))
        if expected == o.DONE:
            self.model.give_back(str(seat), who)

    @rule(lot=LOT, other=LOT, seat=SEAT)
    def ask_to_take_a_seat(self, lot: int, other: int, seat: Responsibility) -> None:
        self.later()
        who = drawn(lot, self.leaders())
        to = drawn(other, o.FOR_GOOD[self.model.phase, seat] - {self.model.seats[seat].who})
        m = self.model
        may = m.holds(who, seat) or m.directs_process(who) or m.holds(who, o.OPERATIONAL)
        waits = any(each.seat == seat and m.waits(each) for each in m.hand_overs)
        expected = o.DONE
        if not m.sees(who) or m.closed or m.seats[seat].who is None or not may:
            expected = o.REFUSED
        elif to not in o.FOR_GOOD[m.phase, seat] or m.holds(to, seat) or waits or m.kept_from(seat, to):
            expected = o.INVALID
        call = partial(ask_hand_over, actor=self.world.actor(who), now=self.now, case_id=self.case_id)
        call = partial(call, responsibility=seat, to_member=self.world.id(to), reason="Andere wijk.")
        if self.asked("hand_over", self.attempt(who, expected, call)):
            m.hand_overs.append(o.Question(who, to=to, seat=str(seat), row=m.seats[seat].row))

    @precondition(lambda self: self.model.hand_overs)
    @rule(lot=LOT, which=WHICH, outcome=st.sampled_from(HandOverAnswer.Outcome))
    def answer_about_a_seat(self, lot: int, which: int, outcome: HandOverAnswer.Outcome) -> None:
        self.later()
        m, which = self.model, which % len(self.model.hand_overs)
        question = m.hand_overs[-1 - which]
        who = drawn(lot, {question.to, question.by})
        withdraws, accepts = outcome == "withdrawn", outcome == "accepted"
        may = (who == question.by or m.directs_process(who)) if withdraws else who == question.to
        expected = o.DONE
        if not m.sees(who) or m.closed or not may:
            expected = o.REFUSED
        elif not m.waits(question):
            expected = o.CONFLICT
        elif accepts and (who not in o.FOR_GOOD[m.phase, question.seat] or m.kept_from(question.seat, who)):
            expected = o.INVALID
        call = partial(answer_hand_over, actor=self.world.actor(who), now=self.now, reason="Zo is het.")
        hand_over_id = self.ids["hand_over"][-1 - which]
        self.attempt(who, expected, partial(call, hand_over_id=hand_over_id, outcome=outcome))
        if expected == o.DONE:
            question.answered = True
            if accepts:
                m.sit(question.seat, "held", who)

    @rule(lot=LOT)
    def ask_a_team(self, lot: int) -> None:
        self.later()
        who = drawn(lot, self.leaders())
        m, expected = self.model, o.DONE
        if not m.sees(who) or m.closed or not m.directs(who):
            expected = o.REFUSED
        elif any(not each.answered for each in m.take_overs):
            expected = o.INVALID
        call = partial(ask_take_over, actor=self.world.actor(who), now=self.now, case_id=self.case_id)
        call = partial(call, to_team=self.world.teams["Jeugd"].id, reason="Er is een kind.")
        if self.asked("take_over", self.attempt(who, expected, call)):
            m.take_overs.append(o.Question(who, seen_by=set(o.IN_TEAM)))

    @precondition(lambda self: self.model.take_overs)
    @rule(who=st.sampled_from(["iris", "iris", "bram"]), outcome=st.sampled_from(TEAM_SAYS))
    def answer_for_the_team(self, who: str, outcome: TakeOverAnswer.Outcome) -> None:
        self.later()
        m, question = self.model, self.model.take_overs[-1]
        expected = o.DONE
        if not m.sees(who) or m.closed or who not in o.IN_TEAM:
            expected = o.REFUSED
        elif question.answered:
            expected = o.CONFLICT
        elif outcome == "accepted" and "iris" not in o.FOR_GOOD[m.phase, o.CASE]:
            expected = o.INVALID
        call = partial(answer_take_over, actor=self.world.actor(who), now=self.now, advice="Bel school.")
        call = partial(call, request_id=self.ids["take_over"][-1], outcome=outcome)
        self.attempt(who, expected, partial(call, case_director=self.world.id("iris")))
        if expected == o.DONE:
            m.answer_for_the_team(question, str(outcome))

    @precondition(lambda self: self.model.take_overs)
    @rule(lot=LOT)
    def take_the_question_to_the_team_back(self, lot: int) -> None:
        self.later()
        m, question = self.model, self.model.take_overs[-1]
        who = drawn(lot, {question.by, *o.PROCESS_DIRECTORS})
        expected = o.DONE
        if not m.sees(who) or m.closed or not (who == question.by or m.directs_process(who)):
            expected = o.REFUSED
        elif question.answered:
            expected = o.CONFLICT
        call = partial(withdraw_take_over, actor=self.world.actor(who), now=self.now, reason="Te lang stil.")
        self.attempt(who, expected, partial(call, request_id=self.ids["take_over"][-1]))
        if expected == o.DONE:
            question.answer()


class LifeOfACase(SeatsOfACase):
    """A case with everything that can happen to it: its seats, its phases, closing and opening again."""

    def new(self, step: int) -> NewProposal:
        """Tick all that there is, for a step up or down."""
        phase = self.model.phase
        known = abs(step) == 1 and 1 <= phase + step <= 4
        ticked = enough(self.world, phase, phase + step) if known else frozenset({"veiligheid"})
        return NewProposal(phase + step, ticked, "Het moet.")

    @rule(lot=LOT, step=STEP, seen=SEEN)
    def propose(self, lot: int, step: int, seen: str) -> None:
        self.later()
        who = drawn(lot, o.PROPOSES.get((self.model.phase, self.model.phase + step), set()))
        m, (period, fresh), expected = self.model, self.seen_period(seen), o.DONE
        way = (m.phase, m.phase + step)
        if not m.sees(who):
            expected = o.REFUSED
        elif not fresh:
            expected = o.CONFLICT
        elif way not in o.PROPOSES:
            expected = o.INVALID
        elif m.closed or not (who in o.PROPOSES[way] or m.holds(who, o.CASE, o.PROCESS)):
            expected = o.REFUSED
        elif m.waiting():
            expected = o.CONFLICT
        call = partial(propose_scaling, actor=self.world.actor(who), now=self.now, case_id=self.case_id)
        if self.asked("proposal", self.attempt(who, expected, partial(call, new=self.new(step), seen_period=period))):
            m.proposals.append(o.Question(who, m.period, way, seen_by=set(o.DECIDES[way])))

    @precondition(lambda self: self.model.proposals)
    @rule(lot=LOT, which=WHICH, approve=st.booleans())
    def decide(self, lot: int, which: int, approve: bool) -> None:
        self.later()
        m, which = self.model, which % len(self.model.proposals)
        question = m.proposals[-1 - which]
        named = o.DECIDES[question.step] | ({"zvh"} if question.step == (4, 3) and m.holds("zvh", *m.seats) else set())
        who = drawn(lot, named)
        expected = o.DONE
        if not m.sees_decisions(who):
            expected = o.REFUSED
        elif question.period != m.period:
            expected = o.CONFLICT
        elif who not in named:
            expected = o.REFUSED
        elif question.answered:
            expected = o.CONFLICT
        # The model says who directs the process after phase 4: a decision chooses somebody.
        leads = {PROCESS: Choice(member_id=self.world.id("marit"))} if question.step == (4, 3) else {}
        handing_on = self.handing_on if question.step in o.RECEIVED else NOTHING
        how = Deciding(reason="Zo is het.", not_waited="Gebeld.", chosen=leads, handing_on=handing_on)
        call = partial(decide_scaling, actor=self.world.actor(who), now=self.now, approve=approve)
        proposal_id = self.ids["proposal"][-1 - which]
        self.attempt(
            who,
            expected,
            partial(call, proposal_id=proposal_id, how=how),
        )
        if expected == o.DONE:
            question.answer()
            if approve:
                m.move(question.step[1], {o.PROCESS: o.Sitting("held", "marit")} if leads else None)

    @precondition(lambda self: self.model.proposals)
    @rule(lot=LOT, which=WHICH)
    def take_back(self, lot: int, which: int) -> None:
        self.later()
        m, which = self.model, which % len(self.model.proposals)
        question = m.proposals[-1 - which]
        who = drawn(lot, {question.by})
        expected = o.DONE
        if not m.sees_decisions(who) or m.closed or who != question.by:
            expected = o.REFUSED
        elif question.answered or question.period != m.period:
            expected = o.CONFLICT
        call = partial(withdraw_scaling, actor=self.world.actor(who), now=self.now, reason="Toch niet.")
        self.attempt(who, expected, partial(call, proposal_id=self.ids["proposal"][-1 - which]))
        if expected == o.DONE:
            question.answer()

    @rule(lot=LOT, step=STEP, seen=SEEN)
    def scale_at_once(self, lot: int, step: int, seen: str) -> None:
        self.later()
        who = drawn(lot, o.PROCESS_DIRECTORS)
        m, (period, fresh), expected = self.model, self.seen_period(seen), o.DONE
        way = (m.phase, m.phase + step)
        if not m.sees(who):
            expected = o.REFUSED
        elif not fresh:
            expected = o.CONFLICT
        elif way not in o.PROPOSES or step < 0:
            expected = o.INVALID
        elif m.closed or not m.directs_process(who):
            expected = o.REFUSED
        elif m.waiting():
            expected = o.CONFLICT
        call = partial(scale_urgently, actor=self.world.actor(who), now=self.now, case_id=self.case_id)
        if self.asked("urgent", self.attempt(who, expected, partial(call, new=self.new(step), seen_period=period))):
            m.move_at_once(way[1])
            m.urgents.append(o.Question(who, m.period, way, seen_by={who, *o.CONFIRMS[way[0]]}))

    @precondition(lambda self: self.model.urgents)
    @rule(lot=LOT, which=WHICH, confirm=st.booleans())
    def answer_what_was_urgent(self, lot: int, which: int, confirm: bool) -> None:
        self.later()
        m, which = self.model, which % len(self.model.urgents)
        question = m.urgents[-1 - which]
        who = drawn(lot, o.CONFIRMS[question.step[0]])
        expected = o.DONE
        if not m.sees_decisions(who):
            expected = o.REFUSED
        elif question.answered or question.period != m.period:
            expected = o.CONFLICT
        elif who == question.by or who not in o.CONFIRMS[question.step[0]]:
            expected = o.REFUSED
        how = Deciding(reason="Zo is het.")
        call = partial(answer_urgency, actor=self.world.actor(who), now=self.now, confirm=confirm, how=how)
        self.attempt(who, expected, partial(call, decision_id=self.ids["urgent"][-1 - which]))
        if expected == o.DONE:
            m.answer_urgency(question, confirm)

    @precondition(lambda self: self.model.period > 2)
    @rule(lot=LOT, seen=SEEN)
    def close(self, lot: int, seen: str) -> None:
        self.later()
        who = drawn(lot, self.leaders())
        m, (period, fresh), expected = self.model, self.seen_period(seen), o.DONE
        if not m.sees(who):
            expected = o.REFUSED
        elif not fresh:
            expected = o.CONFLICT
        elif m.closed or not m.directs(who):
            expected = o.REFUSED
        elif (
            m.waiting()
            or m.unconfirmed()
            or any(map(m.waits, m.hand_overs))
            or any(not each.answered for each in m.take_overs)
        ):
            expected = o.INVALID
        call = partial(close_case, actor=self.world.actor(who), now=self.now, case_id=self.case_id, seen_period=period)
        aftercare = date(2027, 3, 1)
        self.attempt(who, expected, partial(call, new=NewClosing("moved", "Verhuisd.", aftercare)))
        if expected == o.DONE:
            m.close()

    @precondition(lambda self: self.model.closed)
    @rule(lot=LOT, phase=st.integers(1, 4), seen=SEEN)
    def reopen(self, lot: int, phase: int, seen: str) -> None:
        self.later()
        who = drawn(lot, o.PROCESS_DIRECTORS)
        m, (period, fresh), expected = self.model, self.seen_period(seen), o.DONE
        if not m.sees(who):
            expected = o.REFUSED
        elif not fresh:
            expected = o.CONFLICT
        elif not m.closed or who not in o.WITH_DOMAIN:
            expected = o.REFUSED
        elif phase not in {2, 3, m.phase}:
            expected = o.INVALID
        call = partial(reopen_case, actor=self.world.actor(who), now=self.now, case_id=self.case_id, phase=phase)
        self.attempt(who, expected, partial(call, reason="Terugval.", chosen={}, seen_period=period))
        if expected == o.DONE:
            m.reopen(phase)


@pytest.mark.django_db
def test_a_case_lives_as_the_oracle_says() -> None:
    runs, steps = (400, 50) if LARGE else (15, 15)
    form = settings(
        max_examples=runs,
        stateful_step_count=steps,
        derandomize=not LARGE,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(LifeOfACase, settings=form)
