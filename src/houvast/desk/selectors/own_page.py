"""The own page: what every room tells a participant, put together for the screen and for paper.

It passes by the scopes of the rooms, which know members only: a participant sees by the row by which they take part
(ADR 0039). Which parts that row gives is judged in `participation`, and what is in no part is not even read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from houvast.accountability import policy
from houvast.accountability.rules.asking import OwnRequest, asker_of
from houvast.accountability.selectors.looked import looks_at
from houvast.accountability.selectors.own_page import own_requests
from houvast.audit.events import Event
from houvast.audit.services.act import record_read
from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.bands import Band, SeatLine
from houvast.cases.selectors.inspection import helpers_around
from houvast.cases.selectors.own_page import OwnCase, own_case
from houvast.cases.selectors.own_words import WordsLine, said_by
from houvast.cases.selectors.resident_questions import OpenQuestion, asked_of
from houvast.consultation.selectors.own_page import next_invitation
from houvast.desk.rules.own_page import greeting, introduction, sections, taken_on
from houvast.desk.rules.own_page_facts import (
    Contact,
    Doer,
    Help,
    Leader,
    Leading,
    LetterFacts,
    LookFacts,
    MeasureFacts,
    OwnFacts,
    SaidFacts,
    Section,
    SharedFacts,
    StepFacts,
    StepTaken,
    TaskFacts,
    WishFacts,
)
from houvast.desk.rules.own_page_said import LEADS, Sayable, leads, sayable
from houvast.desk.rules.own_page_wishes import Askable, askable
from houvast.directory.selectors_municipalities import municipal_organisations
from houvast.kernel.actor import Actor
from houvast.kernel.dutch_dates import moment
from houvast.kernel.working_time import day_begins, in_amsterdam
from houvast.letters.selectors.own_page import OwnLetter, letters_to
from houvast.participation.events import OWN_PAGE_READ
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.settings import OwnPageFacts
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.rules.wishing import DATES, WishKind
from houvast.participation.selectors.own_page import wished_by
from houvast.participation.selectors.settings import own_page_facts
from houvast.participation.selectors.taking_part import Participating
from houvast.plans.rules.content import Asked
from houvast.plans.rules.limits import Measure
from houvast.plans.selectors.own_page import OwnPlan, OwnTask, own_plan, own_tasks
from houvast.residents.rules.naming import age_of
from houvast.residents.rules.traces import Traces
from houvast.residents.selectors_hidden import traces_kept_from
from houvast.sharing.selectors.inspection import told_of

_OBJECTS_AT = (Measure.AREA_BAN, Measure.PENALTY_ORDER)
"""Against these one objects with who imposed them (Awb art. 7:1). A house ban and compulsory care go to a court."""


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The page, ready to print: `municipality` is who gives it, `made_at` when it was like this.

    `send_to` is who reads what is said here: who leads, else who directs the process; "" for nobody, or for
    who is not named.
    """

    title: str
    introduction: str
    municipality: str
    phase: int
    sections: tuple[Section, ...]
    sayable: tuple[Sayable, ...]
    askable: tuple[Askable, ...]
    send_to: str
    is_led: bool
    may_ask: bool
    made_at: datetime


def own_page(who: Participating, *, now: datetime) -> OwnPage:
    """Give the page of a participant, in a fixed number of queries. The door puts the read on record first."""
    case, today = own_case(who.case_id, now=now), in_amsterdam(now).date()
    plan = _plan(who, today)
    setting = own_page_facts(who.municipality_id)
    meeting = next_invitation(who.case_id, now=now) if OwnPart.FIRST in who.parts else None
    band = case.band
    goals = [goal for goal in plan.goals if goal.asked is Asked.GOAL]
    places = {goal.id: place for place, goal in enumerate(goals)}
    kept = _kept_from(who, now)
    shared, asked = tuple(_shared(who)), tuple(_asked(who, kept))
    facts = OwnFacts(
        kind=who.kind,
        parts=who.parts,
        first_name=who.first_name,
        about=who.about,
        now=now,
        today=today,
        leader=_leader(band, who.shielded_since),
        step=StepFacts(
            band.phase.number, band.phase.resident_name, band.phase.own_direction, len(band.phases), band.review_on
        ),
        help=_help(band, setting),
        evening=Contact(band.evening_name, band.evening_phone) if band.evening_phone else None,
        helpers=tuple(_helpers(case)),
        goals=tuple(goal.words for goal in goals),
        tasks=tuple(
            _task(each, who, kept, places.get(each.goal) if each.goal else None) for each in _own(plan.tasks, who)
        ),
        when_wrong=tuple(Contact(each.name, each.phone, each.when) for each in plan.who_acts),
        moment=case.moment,
        meeting=(moment(meeting.starts_at, now), meeting.comes) if meeting else None,
        steps_taken=tuple(
            StepTaken(in_amsterdam(each.at).date(), each.cause.value, each.phase, each.former) for each in case.phases
        ),
        measures=tuple(
            MeasureFacts(each.what, each.authority, each.law, each.ends_on, each.kind in _OBJECTS_AT)
            for each in plan.limits
        ),
        looked=tuple(_looked(who, case, shared)),
        shared=shared,
        said=tuple(_said(each, places) for each in said_by(who.id)),
        questions=tuple(each.question for each in asked),
        letters=tuple(LetterFacts(each.id, each.sent_on, each.content.subject) for each in _letters(who, kept, now)),
        requests=tuple(_requests(who, kept)),
        why_not_ask=policy.may_ask(who.kind, asker_of(who.kind, who.capacity), age_of(who.born, today)).message,
        wishes=tuple(_wishes(who, kept)),
    )
    dates = askable(facts, moment_id=case.moment_id, meeting_id=meeting.item_id if meeting else None)
    return _page(who, facts, band, _sayable(facts, [goal.id for goal in goals], asked), dates)


def _kept_from(who: Participating, now: datetime) -> Traces:
    """Give what leads to who is shielded from whoever hears this: where they are, and who helps since then."""
    if who.shielded_since is None:
        return Traces()
    new = helpers_around([who.case_id], day_begins(who.shielded_since))
    found = Traces(new.new | new.contacts, new.phones)
    for each in who.others:
        found |= traces_kept_from(each, now=now)
    return found


def own_letters(who: Participating, *, now: datetime) -> tuple[OwnLetter, ...]:
    """Give the letters to somebody who takes part, as far as their page gives any."""
    return _letters(who, _kept_from(who, now), now)


def _letters(who: Participating, kept: Traces, now: datetime) -> tuple[OwnLetter, ...]:
    return letters_to(who.case_id, who.other, now=now, kept=kept) if OwnPart.LETTERS in who.parts else ()


def _page(
    who: Participating, facts: OwnFacts, band: Band, about: tuple[Sayable, ...], dates: tuple[Askable, ...]
) -> OwnPage:
    is_led = facts.leader.state in LEADS
    process = _known(band.seat(Responsibility.PROCESS_DIRECTION), who.shielded_since)
    return OwnPage(
        title=greeting(facts),
        introduction=introduction(facts),
        municipality=_named(band),
        phase=band.phase.number,
        sections=sections(facts),
        sayable=about,
        askable=dates,
        send_to=leads(facts.leader) if is_led else process.name if process else "",
        is_led=is_led,
        may_ask=not facts.why_not_ask,
        made_at=facts.now,
    )


def _asked(who: Participating, kept: Traces) -> Iterator[OpenQuestion]:
    for each in asked_of(who.case_id, who.resident_id) if OwnPart.QUESTIONS in who.parts else ():
        yield replace(each, question=kept.taken_out(each.question))


def _wishes(who: Participating, kept: Traces) -> Iterator[WishFacts]:
    """Give what the reader wished, and the answers, without what leads to who is shielded from them.

    A wish for another day says when somebody is where, and so does the answer: who sees no days sees none of it.
    """
    for each in wished_by(who.id) if OwnPart.WISHES in who.parts else ():
        if each.kind in DATES and OwnPart.FIRST not in who.parts:
            continue
        yield WishFacts(
            on=in_amsterdam(each.at).date(),
            is_date=each.kind in DATES,
            what=each.stood or f"{each.name}, {each.relation}",
            words=each.words,
            granted=each.is_granted,
            answered_on=in_amsterdam(each.answered_at).date() if each.answered_at else None,
            new_on=each.new_on,
            answer=kept.taken_out(each.answer),
            is_meeting=each.kind is WishKind.MEETING,
        )


def _requests(who: Participating, kept: Traces) -> Iterator[OwnRequest]:
    for each in own_requests(who) if OwnPart.REQUESTS in who.parts else ():
        yield replace(each, longer=kept.taken_out(each.longer), reason=kept.taken_out(each.reason))


def _said(line: WordsLine, places: Mapping[UUID, int]) -> SaidFacts:
    return SaidFacts(
        words=line.words,
        on=in_amsterdam(line.at).date(),
        stood=line.stood,
        goal=places.get(line.about_id) if line.about_id else None,
        read=tuple((each.responsibility, in_amsterdam(each.at).date()) for each in line.reads),
    )


def _sayable(facts: OwnFacts, goals: Sequence[UUID], asked: Sequence[OpenQuestion]) -> tuple[Sayable, ...]:
    """Give about what somebody can say something: what stands on their page, and no more."""
    decided = facts.steps_taken if OwnPart.DECISIONS in facts.parts else ()
    return sayable(
        tuple(zip(goals, facts.goals, strict=True)),
        has_plan=OwnPart.AGREEMENTS in facts.parts and bool(facts.goals),
        step=facts.step.name if OwnPart.STEP in facts.parts else "",
        decided=tuple(taken_on(each, facts.today) for each in decided),
        questions=[(each.id, each.question) for each in asked],
    )


def in_words(page: OwnPage) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the page as headings with lines, for paper: the same lines that the screen shows, in the same order."""
    first = (page.title, (page.introduction,))
    return (first, *((each.title, tuple(line.in_words for line in each.lines)) for each in page.sections))


def record_own_page_read(
    who: Participating, *, now: datetime, event: Event = OWN_PAGE_READ, actor: Actor | None = None
) -> None:
    """Put on record that a participant reads their own page, or that somebody else gave it to them on paper."""
    record_read(
        event,
        actor=actor or who.actor,
        now=now,
        municipality=who.municipality_id,
        case=who.case_id,
        subject="participant",
        subject_id=who.id,
        details={"parts": sorted(who.parts)},
    )


def _looked(who: Participating, case: OwnCase, shared: Sequence[SharedFacts]) -> Iterator[LookFacts]:
    """Say who looked, of whom the reader knows already.

    That Veilig Thuis or the police looked may give away what nobody may tell them yet; a request shows it after a
    person judged it.
    """
    if OwnPart.LOOKED not in who.parts:
        return
    ours = (each.name for each in municipal_organisations() if each.municipality_id == who.municipality_id)
    helping = (*(each.name for each in case.around), *(each.receiver for each in shared))
    known = {*ours, *helping, *(case.band.seat(each).organisation for each in Responsibility)}
    for each in looks_at(who.municipality_id, who.case_id):
        if each.organisation in known:
            yield LookFacts(each.title, each.organisation, each.times, each.last)


def _shared(who: Participating) -> Iterator[SharedFacts]:
    for each in told_of(who.resident_id, who.case_id) if OwnPart.SHARED in who.parts else ():
        yield SharedFacts(each.on, each.receiver, each.what, each.purpose, each.law)


def _plan(who: Participating, today: date) -> OwnPlan:
    """Read the plan for who sees what was agreed, and else the tasks alone."""
    if OwnPart.AGREEMENTS in who.parts:
        return own_plan(who.case_id, today=today)
    return OwnPlan((), own_tasks(who.case_id), (), ())


def _named(band: Band) -> str:
    return f"gemeente {band.municipality}"


def _leader(band: Band, shielded_since: date | None) -> Leader:
    """Say who leads. Who came since somebody was shielded from the reader is not named, as in their letters."""
    seat, process = band.seat(Responsibility.CASE_DIRECTION), band.seat(Responsibility.PROCESS_DIRECTION)
    if seat.state is SeatState.HELD:
        return Leader(Leading.SOMEBODY, _known(seat, shielded_since))
    if seat.state is SeatState.HELD_TEMPORARILY:
        return Leader(Leading.FOR_A_TIME, _known(seat, shielded_since), seat.until)
    if seat.state is SeatState.HELD_BY_RESIDENT:
        return Leader(Leading.RESIDENT)
    state = Leading.NOBODY if seat.state is SeatState.VACANT else Leading.NOT_NEEDED
    if seat.owner:
        return Leader(state, Contact(seat.owner, seat.owner_phone))
    return Leader(state, _known(process, shielded_since) if process.holder_id else None)


def _known(seat: SeatLine, shielded_since: date | None) -> Contact | None:
    if shielded_since and in_amsterdam(seat.since).date() >= shielded_since:
        return None
    return _contact(seat)


def _contact(seat: SeatLine) -> Contact:
    return Contact(seat.holder, seat.phone, seat.organisation)


def _helpers(case: OwnCase) -> Iterator[Contact]:
    process = case.band.seat(Responsibility.PROCESS_DIRECTION)
    if process.holder_id:
        yield Contact(process.holder, process.phone, "zorgt dat iedereen samenwerkt")
    for each in case.around:
        where = ", ".join(part for part in (each.role, each.name) if part)
        yield Contact(each.contact, each.phone, where) if each.contact else Contact(each.name, each.phone)


def _help(band: Band, setting: OwnPageFacts) -> Help:
    supporter = complaint = None
    if setting.number:
        name = setting.supporter_name or setting.supporter_organisation
        supporter = Contact(name, setting.supporter_phone, setting.supporter_organisation if name else "")
        complaint = Contact(setting.complaint_at, setting.complaint_phone)
    return Help(_named(band), supporter, complaint)


def _own(tasks: tuple[OwnTask, ...], who: Participating) -> Iterator[OwnTask]:
    """Leave out what another resident of the case does, and all but one's own for who sees no agreements."""
    for each in tasks:
        doer = _doer(each, who)
        if doer is Doer.READER or (OwnPart.AGREEMENTS in who.parts and not _is_anothers(each, who)):
            yield each


def _is_anothers(task: OwnTask, who: Participating) -> bool:
    return task.resident_id is not None and task.resident_id != who.resident_id


def _task(task: OwnTask, who: Participating, kept: Traces, goal: int | None) -> TaskFacts:
    return TaskFacts(kept.taken_out(task.what), _doer(task, who), task.by, goal, task.is_done, task.due_on)


def _doer(task: OwnTask, who: Participating) -> Doer:
    """Say who does it. A page for who represents somebody is written for that one: their tasks are "U"."""
    if task.resident_id is not None:
        reads_it = task.resident_id == who.resident_id and who.kind is not ParticipantKind.NETWORK
        return Doer.READER if reads_it else Doer.RESIDENT
    if task.network_member_id is not None:
        return Doer.READER if task.network_member_id == who.network_member_id else Doer.NETWORK
    return Doer.OTHER
