"""The timeline of a case, built from its histories, each under its own scope; not from the audit log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.accountability.selectors.gathered import gathered
from houvast.ave.model import Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import HandOver, PhasePeriod, ScalingDecision, Seat, TakeOverRequest
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.contents import NoteLine
from houvast.cases.selectors.elsewhere import NOWHERE, Elsewhere
from houvast.cases.selectors.judgements import JudgementNote
from houvast.cases.selectors.own_words import WordsLine
from houvast.cases.selectors.questions import SEALED
from houvast.cases.selectors.receiving import NOTHING, Receiving
from houvast.cases.selectors.words import Words, hand_over_words, take_over_words
from houvast.consultation.selectors.of_case import NO_TABLES, CaseAtTables
from houvast.desk.rules.moves import answer_sentence, offer_sentence, received_sentence
from houvast.desk.rules.referrals import steps_told
from houvast.desk.rules.stays import stay_sentence
from houvast.desk.rules.timeline import (
    Happening,
    aftercare_sentence,
    code_sentence,
    decision_sentence,
    discussed_sentence,
    document_sentence,
    gathered_sentence,
    hand_over_sentence,
    judgement_sentence,
    letter_sentence,
    newest_first,
    period_sentence,
    proposal_sentence,
    pulse_sentence,
    receiver_sentence,
    review_sentence,
    seat_sentence,
    table_question_sentence,
    take_over_sentence,
    words_sentence,
)
from houvast.directory.viewer import Viewer
from houvast.documents.selectors.reading import DocumentLine
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.selectors.reading import LetterLine
from houvast.reporting_code.selectors.reading import CodeLine
from houvast.residents.rules.naming import full_name
from houvast.safety_house.selectors.referrals import ReferralMark

_SOMEBODY_SET = (Seat.Cause.ASSIGNED, Seat.Cause.FILLED_TEMPORARILY, Seat.Cause.RETURNED)
"""Only here somebody chose who holds the seat; else it follows from the model, or the holder said yes."""
_TOLD_BY_PERIOD = (ScalingDecision.Outcome.URGENT, ScalingDecision.Outcome.REVERSED)
"""What these decided, the phase period that they began tells, with who did it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the page of a case read already and its timeline tells too, each as far as the viewer may see it.

    `judgements` are what partners said on proposals, `elsewhere` what crossed to another municipality or came from one,
    `referrals` those to a safety house, `at_tables` what tables said, `receiving` who took over and how it went
    since, `documents` what was added, by name only for who reads it, `letters` what was written to people, and
    `codes` the reporting codes, `words` what people said in their own words.
    """

    judgements: tuple[JudgementNote, ...] = ()
    elsewhere: Elsewhere = NOWHERE
    referrals: tuple[ReferralMark, ...] = ()
    at_tables: CaseAtTables = NO_TABLES
    receiving: Receiving = NOTHING
    documents: tuple[DocumentLine, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    codes: tuple[CodeLine, ...] = ()
    words: tuple[WordsLine, ...] = ()


ALONE = Around()


def timeline(
    viewer: Viewer,
    case_id: UUID,
    notes: tuple[NoteLine, ...],
    model: Model,
    *,
    now: datetime,
    around: Around = ALONE,
) -> tuple[Happening, ...]:
    """Give the timeline of a visible case, in a fixed number of queries.

    `notes` are those that the viewer may see or know of; `model` names the functions.
    """
    told = [each(viewer, case_id, now) for each in (_periods, _seats, _reviews, _hand_overs, _take_overs, _gathered)]
    also = (
        _scalings(viewer, case_id, model, now),
        _judgements(around.judgements),
        _tables(around.at_tables),
        _elsewhere(around.elsewhere, now),
        _referrals(around.referrals),
        _receiving(around.receiving, now),
        _notes(notes),
        _documents(around.documents),
        _letters(around.letters),
        _codes(around.codes),
        _own_words(around.words),
    )
    return newest_first(happening for each in (*told, *also) for happening in each)


def _own_words(lines: tuple[WordsLine, ...]) -> Iterator[Happening]:
    for each in lines:
        yield Happening(each.at, *words_sentence(each.by, word_for(each.about)), each.words)


def _periods(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    rows = scopes.phase_periods(viewer, now=now).filter(case_id=case_id).select_related("begun_by")
    former: PhasePeriod | None = None
    for row in rows.order_by("number"):
        by = row.begun_by.name if row.begun_by else ""
        strong, text = period_sentence(row.cause, row.phase, former.phase if former else None, by)
        yield Happening(row.since, strong, text)
        former = row


def _reviews(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    today = in_amsterdam(now).date()
    rows = scopes.review_headings(viewer, now=now).filter(case_id=case_id).select_related("reviewed_by", "period")
    for row in rows.order_by("reviewed_at", "id"):
        next_day = short(row.review_on, today) if row.review_on else ""
        strong, text = review_sentence(row.period.phase, row.reviewed_by.name, next_day, asked=row.resident_asked)
        yield Happening(row.reviewed_at, strong, text)


def _hand_overs(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    """That a hand-over was accepted is told by the seat; here only when something was written with it."""
    words = hand_over_words(viewer, case_id, now=now)
    rows = scopes.hand_overs(viewer, now=now).filter(case_id=case_id)
    joined = rows.select_related("to_member", "asked_by", "answer__answered_by")
    for row in joined.defer("reason_sealed", "answer__reason_sealed").order_by("asked_at", "id"):
        yield from _of_hand_over(row, words.get(row.id, Words()))


def _of_hand_over(row: HandOver, words: Words) -> Iterator[Happening]:
    seat, to, answer = Responsibility(row.responsibility), row.to_member.name, getattr(row, "answer", None)
    yield Happening(row.asked_at, *hand_over_sentence("asked", seat, to, row.asked_by.name), words.question)
    if answer is not None and (answer.outcome != answer.Outcome.ACCEPTED or words.answer):
        told = hand_over_sentence(answer.outcome, seat, to, answer.answered_by.name)
        yield Happening(answer.answered_at, *told, words.answer)


def _gathered(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    for each in gathered(viewer, [case_id], now=now):
        yield Happening(each.at, *gathered_sentence())


def _take_overs(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    words = take_over_words(viewer, case_id, now=now)
    rows = scopes.take_over_requests(viewer, now=now).filter(case_id=case_id)
    joined = rows.select_related("to_team", "asked_by", "answer__answered_by")
    for row in joined.defer("reason_sealed", "answer__advice_sealed").order_by("asked_at", "id"):
        yield from _of_take_over(row, words.get(row.id, Words()))


def _of_take_over(row: TakeOverRequest, words: Words) -> Iterator[Happening]:
    team, answer = row.to_team.name, getattr(row, "answer", None)
    yield Happening(row.asked_at, *take_over_sentence("asked", team, row.asked_by.name), words.question)
    if answer is not None:
        told = take_over_sentence(answer.outcome, team, answer.answered_by.name)
        yield Happening(answer.answered_at, *told, words.answer)


def _scalings(viewer: Viewer, case_id: UUID, model: Model, now: datetime) -> Iterator[Happening]:
    """Tell what was proposed and decided. Who decides at once proposes nothing to anybody: that is told once."""
    rows = scopes.decisions(viewer, now=now).filter(case_id=case_id).select_related("decided_by", "proposal")
    sealed = ("reason_sealed", *(f"proposal__{column}" for column in SEALED))
    at_once = set()
    for row in rows.defer(*sealed).order_by("recorded_at", "number"):
        proposal = row.proposal
        if row.number == 1 and (proposal.proposed_at, proposal.proposed_by_id) == (row.recorded_at, row.decided_by_id):
            at_once.add(proposal.id)
        if row.outcome in _TOLD_BY_PERIOD or (proposal.id in at_once and row.number == 1 and not row.on_behalf_of):
            continue
        behalf = model.functions[row.on_behalf_of].name if row.on_behalf_of in model.functions else row.on_behalf_of
        told = decision_sentence(row.outcome, proposal.from_phase, proposal.to_phase, row.decided_by.name, behalf)
        yield Happening(row.recorded_at, *told)
    proposed = scopes.proposals(viewer, now=now).filter(case_id=case_id).exclude(pk__in=at_once)
    for each in proposed.select_related("proposed_by").defer(*SEALED).order_by("proposed_at", "id"):
        yield Happening(each.proposed_at, *proposal_sentence(each.from_phase, each.to_phase, each.proposed_by.name))


def _judgements(judgements: tuple[JudgementNote, ...]) -> Iterator[Happening]:
    for note in judgements:
        told = judgement_sentence(note.organisation, note.by, note.to_phase, agrees=note.agrees, up=note.up)
        yield Happening(note.at, *told)


def _tables(at_tables: CaseAtTables) -> Iterator[Happening]:
    """Tell at which tables the case was discussed, what they asked each other about it, and what came back."""
    for item in at_tables.items:
        if item.closed_at is not None:
            yield Happening(item.closed_at, *discussed_sentence(item.table, len(item.resolutions)))
    for each in at_tables.questions:
        told = table_question_sentence(each.asking_table, each.table, "asked", "")
        yield Happening(each.asked_at, *told, each.question)
        if each.answer is not None:
            outcome, by = each.answer.outcome.value, each.answer.by
            told = table_question_sentence(each.asking_table, each.table, outcome, by)
            yield Happening(each.answer.at, *told, each.answer.text)


def _receiving(receiving: Receiving, now: datetime) -> Iterator[Happening]:
    today = in_amsterdam(now).date()
    for each in receiving.receivers:
        who = f"{each.name} ({each.organisation})"
        yield Happening(each.asked_at, *receiver_sentence("asked", who, each.asked_by))
        if each.outcome is not None and each.answered_at is not None:
            by = "" if each.answered_by == each.name else each.answered_by
            yield Happening(each.answered_at, *receiver_sentence(each.outcome, who, by), each.reason)
    for plan in receiving.aftercare:
        yield Happening(plan.made_at, *aftercare_sentence(plan.made_by, short(plan.check_on, today)))
        for check in plan.checks:
            next_day = short(check.check_on, today) if check.check_on else ""
            told = pulse_sentence(check.outcome, check.recorded_by, next_day)
            yield Happening(check.recorded_at, *told, check.text)


def _seats(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    """That a case was closed is told once, by its phase period; its seats ended with it."""
    today = in_amsterdam(now).date()
    rows = scopes.seats(viewer, now=now).filter(case_id=case_id)
    for row in rows.select_related("member", "set_by", "resident", "network_member").order_by("since", "number"):
        if row.cause == Seat.Cause.CLOSED or (row.number == 1 and row.state == Seat.State.NOT_REQUIRED):
            continue
        by = row.set_by.name if row.set_by and row.cause in _SOMEBODY_SET else ""
        until = short(row.until, today) if row.until else ""
        strong, text = seat_sentence(
            Responsibility(row.responsibility), SeatState(row.state), row.cause, _holder(row), by, until
        )
        yield Happening(row.since, strong, text)


def _holder(row: Seat) -> str:
    if row.member is not None:
        return row.member.name
    if row.resident is not None:
        return full_name(row.resident.first_names, row.resident.surname_prefix, row.resident.surname)
    return row.network_member.name if row.network_member is not None else ""


def _referrals(referrals: tuple[ReferralMark, ...]) -> Iterator[Happening]:
    for mark in referrals:
        yield from steps_told(mark.house, mark.steps)


def _elsewhere(elsewhere: Elsewhere, now: datetime) -> Iterator[Happening]:
    today = in_amsterdam(now).date()
    for came in elsewhere.received:
        yield Happening(
            came.at, *received_sentence(came.from_municipality, came.offered_by, came.accepted_by), came.words
        )
    for move in elsewhere.moves:
        yield Happening(move.offered_at, *offer_sentence(move.to_municipality, move.asked_name, move.offered_by))
        if move.outcome is not None and move.answered_at is not None:
            told = answer_sentence(move.outcome, move.to_municipality, move.answered_by)
            yield Happening(move.answered_at, *told, move.reason)
    for stay in elsewhere.stays:
        for turn in stay.turns:
            told = stay_sentence(turn.state, stay.host, stay.who, turn.by, short(turn.until_on, today))
            yield Happening(turn.at, *told, turn.reason)


def _notes(notes: tuple[NoteLine, ...]) -> Iterator[Happening]:
    for note in notes:
        yield Happening(note.written_at, "Notitie", f" van {note.author}, {note.organisation}.")


def _documents(documents: tuple[DocumentLine, ...]) -> Iterator[Happening]:
    """Tell that a document was added, and when its newest version was."""
    for each in documents:
        if each.version > 1:
            told = document_sentence(each.kind, each.name, each.added_by, each.added_organisation)
            yield Happening(each.added_at, *told)
        told = document_sentence(each.kind, each.name, each.by, each.organisation, each.version)
        yield Happening(each.changed_at, *told)


def _letters(letters: tuple[LetterLine, ...]) -> Iterator[Happening]:
    for each in letters:
        yield Happening(each.made_at, *letter_sentence(each.kind, each.content.name, each.by))


def _codes(codes: tuple[CodeLine, ...]) -> Iterator[Happening]:
    for code in codes:
        yield Happening(code.begun_at, *code_sentence(None, code.begun_by))
        for each in code.steps:
            outcome = "" if each.outcome is None else word_for(each.outcome)
            yield Happening(each.at, *code_sentence(each.step, each.by, skipped=each.skipped, outcome=outcome))
