"""Mijn werk: everything that waits for one person, in a fixed number of queries."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from houvast.ave.model import Boundary
from houvast.ave.vocabulary import ASSIGNED, Responsibility
from houvast.cases import policy
from houvast.cases.selectors import aftercare, bands, counts, moments, moves, questions
from houvast.cases.selectors.bands import FoundCase, SeatLine
from houvast.cases.selectors.judgements import waiting_judgements
from houvast.cases.selectors.left_behind import left_behind
from houvast.consultation.selectors import asking
from houvast.desk.rules.work import (
    Act,
    Cause,
    WorkGroup,
    WorkRow,
    coming,
    days_since,
    ending,
    grouped,
    is_new,
    review_is_near,
    term,
)
from houvast.desk.selectors.aftercare_work import left_rows, pulse_rows, receiving_rows, unnamed_rows
from houvast.desk.selectors.alarm_work import alarm_rows
from houvast.desk.selectors.answered_work import question_rows
from houvast.desk.selectors.child_work import child_rows
from houvast.desk.selectors.code_work import code_rows
from houvast.desk.selectors.follow_up_work import follow_up_rows
from houvast.desk.selectors.glass_work import glass_rows, officer_rows
from houvast.desk.selectors.hit_work import hit_rows
from houvast.desk.selectors.judging_work import judging_rows
from houvast.desk.selectors.limit_work import limit_rows
from houvast.desk.selectors.line_work import colleague_rows, line_rows
from houvast.desk.selectors.move_work import move_rows
from houvast.desk.selectors.own_page_work import own_page_rows
from houvast.desk.selectors.request_work import request_rows
from houvast.desk.selectors.safety_house_work import referral_rows
from houvast.desk.selectors.sharing_work import SharingAsked, sharing_rows
from houvast.desk.selectors.shield_work import shield_rows
from houvast.desk.selectors.stay_work import ending_soon, stay_rows
from houvast.desk.selectors.table_work import table_rows
from houvast.desk.selectors.tailor_work import tailor_rows
from houvast.desk.selectors.task_work import answered_rows, late_rows, near_tasks, own_rows
from houvast.desk.selectors.wish_work import wish_rows
from houvast.desk.selectors.words_work import words_rows
from houvast.desk.selectors.work_moments import expected, to_report
from houvast.directory.selectors import many_organisations
from houvast.directory.viewer import Viewer
from houvast.intake.selectors.tallies import Tally, waiting_for_teams, waiting_for_triage
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.selectors.tailor_made import waiting as waiting_tailor_made
from houvast.reporting_code.selectors.reading import open_codes
from houvast.safety_house.selectors.files import waiting
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.selectors.grounds import ending_covenants
from houvast.sharing.selectors.known import questions_waiting

GROUP_SIZE = 20
MOST_CONCERNS = 50
_NEAR = timedelta(days=14)
_ASKED_AHEAD = timedelta(days=60)
"""No model asks earlier than this how it goes after going down or closing."""


@dataclass(frozen=True, slots=True)
class Work:
    """What waits for somebody, by cause; how much waits for triage, or for an answer of one's team or safety house; and
    covenants that end, and questions whether somebody is known for a privacy officer to judge."""

    groups: tuple[WorkGroup, ...]
    triage: Tally
    passed_on: Tally
    referrals: Tally
    covenants: tuple[CovenantLine, ...] = ()
    questions: int = 0

    @property
    def count(self) -> int:
        """Count the rows that are shown."""
        return sum(len(group.rows) for group in self.groups)


def work(viewer: Viewer, *, now: datetime) -> Work:
    """Give Mijn werk of a viewer."""
    held, vacant = bands.held(viewer, now=now), bands.vacant(viewer, now=now, size=GROUP_SIZE + 1)
    asked, tasks = _Asked(viewer, held, now), near_tasks(viewer, now=now)
    wanted = {*held, *vacant, *asked.case_ids, *(task.case_id for task in tasks)}
    known = bands.by_ids(viewer, wanted, now=now)
    mine, empty = ({each: known[each] for each in ids if each in known} for ids in (held, {*vacant, *held}))
    led = _led(viewer, mine)
    rows = [
        *_vacancies(viewer, empty, now),
        *_hand_overs(viewer, known, asked, now),
        *_take_overs(viewer, known, asked, now),
        *_proposals(viewer, known, asked, now),
        *_urgencies(viewer, known, asked, now),
        *table_rows(asked.tables, known, now),
        *judging_rows(viewer, asked.judgements, known, now),
        *own_rows(tasks, known, now),
        *late_rows(viewer, led, now=now),
        *answered_rows(viewer, led, now=now),
        *question_rows(viewer, led, now=now),
        *_of_care(viewer, led, known, asked, now),
        *_new_for_you(viewer, mine, now),
        *referral_rows(viewer, led, now=now),
        *tailor_rows(viewer, asked.tailor_made, known, asked.looked_after, now),
        *_temporaries(viewer, mine, now),
        *follow_up_rows(viewer, asked.follow_ups, known, asked.looked_after, now),
        *_reviews(viewer, mine, now),
        *receiving_rows(viewer, asked.receivers, known, asked.looked_after, now),
        *unnamed_rows(viewer, asked.unnamed, known, now),
        *pulse_rows(viewer, asked.due, known, asked.looked_after, {each.case_id for each in asked.proposals}, now),
        *left_rows(viewer, asked.left, known, now),
        *_many(viewer, mine, now),
        *expected(viewer, mine, now=now),
        *to_report(viewer, known, asked.items, now=now),
        *move_rows(viewer, asked.moves, known, led.keys(), now=now),
        *stay_rows(viewer, asked.stays, known, led.keys(), now=now),
        *line_rows(viewer, now=now),
        *colleague_rows(viewer, now=now),
        *request_rows(viewer, led, now=now),
        *_shielding(viewer, led, now),
        *sharing_rows(viewer, asked.sharing, known, led, now=now),
    ]
    return Work(
        grouped(rows, GROUP_SIZE),
        triage=waiting_for_triage(viewer, now=now, most=MOST_CONCERNS),
        passed_on=waiting_for_teams(viewer, now=now, most=MOST_CONCERNS),
        referrals=_referrals(viewer, now),
        covenants=ending_covenants(viewer, today=in_amsterdam(now).date()),
        questions=questions_waiting(viewer),
    )


def _of_care(
    viewer: Viewer, led: Mapping[UUID, FoundCase], known: Mapping[UUID, FoundCase], asked: "_Asked", now: datetime
) -> Iterator[WorkRow]:
    """Give which measures ask for something, which plans lack the children, and which reporting codes are open."""
    yield from limit_rows(viewer, led, now=now)
    yield from child_rows(viewer, led, now=now)
    yield from words_rows(viewer, led, now=now)
    yield from wish_rows(viewer, led, now=now)
    yield from code_rows(viewer, asked.codes, known, now)


def _shielding(viewer: Viewer, led: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    """Give who broke the glass, which cases give no hit, who is shielded, and who opened unusually many."""
    yield from glass_rows(viewer, led, now=now)
    yield from officer_rows(viewer, now=now)
    yield from hit_rows(viewer, led, now=now)
    yield from own_page_rows(viewer, led, now=now)
    yield from shield_rows(viewer, led, now=now)
    yield from alarm_rows(viewer, now=now)


def _referrals(viewer: Viewer, now: datetime) -> Tally:
    """Count what a house has to answer; who works at a municipality is not asked about."""
    if viewer.municipality_id is not None:
        return Tally(0, more=False)
    count = waiting(viewer, now=now, most=MOST_CONCERNS + 1)
    return Tally(min(count, MOST_CONCERNS), count > MOST_CONCERNS)


class _Asked:
    """The questions that wait in cases that the viewer can see."""

    def __init__(self, viewer: Viewer, mine: Collection[UUID], now: datetime) -> None:
        self.hand_overs = questions.hand_overs(viewer, now=now)
        self.take_overs = questions.take_overs(viewer, now=now)
        self.proposals = questions.proposals(viewer, now=now)
        self.urgencies = questions.urgencies(viewer, now=now)
        self.items = moments.waiting_items(viewer, mine, now=now)
        self.moves = moves.waiting(viewer, now=now)
        self.stays = ending_soon(viewer, now=now)
        self.judgements = waiting_judgements(viewer, now=now, most=questions.MOST)
        self.tables = asking.waiting(viewer, now=now)
        self.tailor_made = waiting_tailor_made(viewer, now=now, until=in_amsterdam(now).date())
        self.looked_after = aftercare.looked_after(viewer, now=now)
        self.receivers = aftercare.waiting_receivers(viewer, now=now, most=questions.MOST)
        self.unnamed = aftercare.unnamed_receivers(viewer, now=now, most=questions.MOST)
        until = in_amsterdam(now).date() + _ASKED_AHEAD
        self.due = aftercare.due_checks(viewer, until, now=now, most=questions.MOST)
        self.left = left_behind(viewer, until, now=now, most=questions.MOST)
        self.codes = open_codes(viewer, now=now, most=questions.MOST)
        self.sharing = SharingAsked(viewer, now=now)
        self.follow_ups = questions.open_follow_ups(viewer, now=now, case_ids={*mine, *self.looked_after})

    @property
    def case_ids(self) -> set[UUID]:
        asked = (self.hand_overs, self.take_overs, self.proposals, self.urgencies)
        answers = (self.items, self.moves, self.stays, self.judgements, self.tailor_made, self.follow_ups, self.codes)
        waiting = (*asked, *answers, self.receivers, self.unnamed, self.due, self.left)
        of_tables = {row.case_id for row in self.tables if row.case_id is not None}
        return {row.case_id for rows in waiting for row in rows} | of_tables | self.sharing.case_ids


def _row(
    found: FoundCase, cause: Cause, why: str, when: tuple[str, str, bool], act: Act, target: str, order: str
) -> WorkRow:
    band = found.band
    late = when[2]
    weight = -band.phase.number if cause is Cause.NOBODY_LEADS else 0
    return WorkRow(cause, band.code, band.name, band.phase, why, when[0], when[1], late, act, target, (weight, order))


def _vacancies(viewer: Viewer, cases: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    today = in_amsterdam(now).date()
    for found in cases.values():
        for seat in found.band.vacancies:
            if not _sees_to(viewer, found, seat):
                continue
            since = days_since(seat.since, now)
            when = (
                since,
                f"sinds {short(in_amsterdam(seat.since).date(), today)}",
                (today - in_amsterdam(seat.since).date()).days > 1,
            )
            why = f"Niemand heeft de {word_for(seat.responsibility)}. Wie pakt dit op?"
            yield _row(
                found, Cause.NOBODY_LEADS, why, when, Act.ASSIGN, seat.responsibility.value, seat.since.isoformat()
            )


def _sees_to(viewer: Viewer, found: FoundCase, seat: SeatLine) -> bool:
    return policy.may_assign(viewer, found.facts, seat.responsibility).allowed or (
        seat.responsibility not in ASSIGNED and _is_holder(viewer, found, Responsibility.PROCESS_DIRECTION)
    )


def _is_holder(viewer: Viewer, found: FoundCase, responsibility: Responsibility) -> bool:
    return found.facts.holder(responsibility) in viewer.member_ids


def _led(viewer: Viewer, cases: Mapping[UUID, FoundCase]) -> dict[UUID, FoundCase]:
    """Give the cases in which the viewer has case or process direction."""
    return {
        case_id: found for case_id, found in cases.items() if any(_is_holder(viewer, found, each) for each in ASSIGNED)
    }


def _hand_overs(viewer: Viewer, cases: Mapping[UUID, FoundCase], asked: _Asked, now: datetime) -> Iterator[WorkRow]:
    for question in asked.hand_overs:
        found = cases.get(question.case_id)
        if found is None:
            continue
        seat, when = word_for(question.responsibility), term(question.accept_before, now)
        order, target = question.accept_before.isoformat(), str(question.id)
        if question.to_member_id in viewer.member_ids:
            why = f"{question.asked_by} vraagt of u de {seat} overneemt."
            yield _row(found, Cause.YOUR_DECISION, why, when, Act.ANSWER_HAND_OVER, target, order)
        elif when[2] and _waits_for_answer(viewer, found, question.asked_by_id):
            why = (
                f"{question.to_member} gaf nog geen antwoord op de overdracht van de {seat}. De oude regisseur blijft."
            )
            yield _row(found, Cause.TERM_PASSED, why, when, Act.SEE_HAND_OVER, target, order)


def _waits_for_answer(viewer: Viewer, found: FoundCase, asked_by: UUID) -> bool:
    """Say whether an answer that is late is the viewer's to chase: who asked, and the operational holder."""
    return asked_by in viewer.member_ids or _is_holder(viewer, found, Responsibility.OPERATIONAL)


def _take_overs(viewer: Viewer, cases: Mapping[UUID, FoundCase], asked: _Asked, now: datetime) -> Iterator[WorkRow]:
    for question in asked.take_overs:
        found = cases.get(question.case_id)
        if found is None:
            continue
        when, order = term(question.answer_before, now), question.answer_before.isoformat()
        if question.team_id in viewer.team_ids:
            why = f"{question.asked_by} vraagt of {question.team} deze casus overneemt."
            yield _row(found, Cause.YOUR_DECISION, why, when, Act.ANSWER_TAKE_OVER, str(question.id), order)
        elif when[2] and any(_is_holder(viewer, found, each) for each in ASSIGNED):
            why = f"{question.team} gaf nog geen antwoord op de vraag om deze casus over te nemen."
            yield _row(found, Cause.TERM_PASSED, why, when, Act.SEE_TAKE_OVER, str(question.id), order)


def _proposals(viewer: Viewer, cases: Mapping[UUID, FoundCase], asked: _Asked, now: datetime) -> Iterator[WorkRow]:
    for question in asked.proposals:
        found = cases.get(question.case_id)
        boundary = None if found is None else found.model.boundary(question.from_phase, question.to_phase)
        if found is None or boundary is None:
            continue
        behalf = ["", *sorted(viewer.mandates & set(boundary.decides))]
        if not any(policy.may_decide(viewer, found.facts, boundary, on_behalf_of=each).allowed for each in behalf):
            continue
        when = term(question.decide_before, now)
        direction = "op te schalen" if question.to_phase > question.from_phase else "af te schalen"
        why = f"Voorstel om {direction} naar AVE {question.to_phase}, van {question.proposed_by}."
        cause = Cause.TERM_PASSED if when[2] else Cause.YOUR_DECISION
        yield _row(found, cause, why, when, Act.DECIDE, str(question.id), question.decide_before.isoformat())


def _urgencies(viewer: Viewer, cases: Mapping[UUID, FoundCase], asked: _Asked, now: datetime) -> Iterator[WorkRow]:
    for question in asked.urgencies:
        found = cases.get(question.case_id)
        boundary = None if found is None else found.model.boundary(question.to_phase - 1, question.to_phase)
        if found is None or boundary is None:
            continue
        when, order = term(question.confirm_before, now), question.confirm_before.isoformat()
        if not _may_confirm(viewer, found, boundary, question.scaled_by_id):
            if when[2] and question.scaled_by_id in viewer.member_ids:
                why = f"Spoed: u schaalde op naar AVE {question.to_phase}. Niemand bevestigde het nog."
                yield _row(found, Cause.TERM_PASSED, why, when, Act.SEE_URGENCY, str(question.id), order)
            continue
        why = f"Spoed: {question.scaled_by} schaalde op naar AVE {question.to_phase}. Bevestig het of draai het terug."
        cause = Cause.TERM_PASSED if when[2] else Cause.YOUR_DECISION
        yield _row(found, cause, why, when, Act.CONFIRM_URGENCY, str(question.id), order)


def _may_confirm(viewer: Viewer, found: FoundCase, boundary: Boundary, scaled_by: UUID) -> bool:
    """Say whether the viewer confirms by the model, or records what somebody decided who gave them a mandate."""
    ways = ["", *sorted(viewer.mandates & set(boundary.urgent_confirmed_by))]
    return any(
        policy.may_confirm_urgency(viewer, found.facts, boundary, scaled_by=scaled_by, on_behalf_of=each).allowed
        for each in ways
    )


def _new_for_you(viewer: Viewer, cases: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    """Say to who was given case or process direction by somebody else that they have it: nobody else tells them."""
    today = in_amsterdam(now).date()
    for found in cases.values():
        for seat in (found.band.seat(each) for each in ASSIGNED):
            given = seat.holder_id == viewer.member_id and seat.set_by not in (None, viewer.member_id)
            if not given or not is_new(seat.since, now):
                continue
            since = short(in_amsterdam(seat.since).date(), today)
            why = f"U heeft nu de {word_for(seat.responsibility)}."
            when = (days_since(seat.since, now), f"sinds {since}", False)
            yield _row(found, Cause.NEW_FOR_YOU, why, when, Act.LOOK_AGAIN, seat.responsibility.value, since)


def _temporaries(viewer: Viewer, cases: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    today = in_amsterdam(now).date()
    for found in cases.values():
        for seat in found.band.seats:
            if seat.ends is None or seat.ends > today + _NEAR:
                continue
            why = ending(
                seat.holder,
                word_for(seat.responsibility),
                stops=seat.falls_vacant,
                yours=seat.holder_id == viewer.member_id,
                over=seat.overdue,
                extended=seat.extension,
            )
            cause = Cause.TERM_PASSED if seat.overdue else Cause.TEMPORARY
            when = coming(seat.ends, now)
            act = _to_end(viewer, found, seat.responsibility)
            yield _row(found, cause, why, when, act, seat.responsibility.value, seat.ends.isoformat())


def _to_end(viewer: Viewer, found: FoundCase, responsibility: Responsibility) -> Act:
    """Give what the viewer may do about a seat that ends: assign it, ask somebody to take it over, or only look."""
    if responsibility not in ASSIGNED:
        may = policy.may_fill_temporarily(viewer, found.facts, responsibility, beyond_model=False)
        return Act.FIND_HOLDER if may.allowed else Act.LOOK_AGAIN
    if policy.may_assign(viewer, found.facts, responsibility).allowed:
        return Act.FIND_HOLDER
    return Act.ASK_HOLDER if policy.may_hand_over(viewer, found.facts, responsibility).allowed else Act.LOOK_AGAIN


def _reviews(viewer: Viewer, cases: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    today = in_amsterdam(now).date()
    for found in cases.values():
        review, looked = found.band.review_on, in_amsterdam(found.band.looked_at).date()
        if review is None or not review_is_near(review, looked, today):
            continue
        if not any(_is_holder(viewer, found, each) for each in ASSIGNED):
            continue
        why = f"{days_since(found.band.since, now).capitalize()} in AVE {found.band.phase.number}. Klopt de fase nog?"
        yield _row(found, Cause.REVIEW, why, coming(review, now), Act.REVIEW, "", review.isoformat())


def _many(viewer: Viewer, cases: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    asks_from = many_organisations({found.band.municipality_id for found in cases.values()})
    numbers = counts.organisations(viewer, cases.keys(), now=now)
    for case_id, number in numbers.items():
        found = cases[case_id]
        limit = asks_from[found.band.municipality_id]
        if number < limit or not any(_is_holder(viewer, found, each) for each in ASSIGNED):
            continue
        why = f"{number} organisaties om deze mensen. Vanaf {limit} vraagt {found.band.municipality}: wie kan eruit?"
        yield _row(
            found,
            Cause.MANY_ORGANISATIONS,
            why,
            (f"{number} organisaties", "", False),
            Act.SEE_PEOPLE,
            "",
            str(1000 - number),
        )
