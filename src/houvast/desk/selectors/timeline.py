"""The timeline of a case, built from its histories, each under its own scope; not from the audit log."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import PhasePeriod, Seat
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.contents import NoteLine
from houvast.desk.rules.timeline import (
    Happening,
    newest_first,
    period_sentence,
    review_sentence,
    seat_sentence,
    take_over_sentence,
)
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.naming import full_name


def timeline(viewer: Viewer, case_id: UUID, notes: tuple[NoteLine, ...], *, now: datetime) -> tuple[Happening, ...]:
    """Give the timeline of a visible case, in a fixed number of queries.

    `notes` are those that the viewer may see or know of.
    """
    told = [each(viewer, case_id, now) for each in (_periods, _seats, _reviews, _take_overs)]
    return newest_first(happening for each in (*told, _notes(notes)) for happening in each)


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
        strong, text = review_sentence(row.period.phase, row.reviewed_by.name, next_day)
        yield Happening(row.reviewed_at, strong, text)


def _take_overs(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    rows = scopes.take_over_requests(viewer, now=now).filter(case_id=case_id)
    joined = rows.select_related("to_team", "asked_by", "answer__answered_by")
    sealed = ("reason_sealed", "answer__advice_sealed")
    for row in joined.defer(*sealed).order_by("asked_at", "id"):
        yield Happening(row.asked_at, *take_over_sentence("asked", row.to_team.name, row.asked_by.name))
        answer = getattr(row, "answer", None)
        if answer is not None:
            told = take_over_sentence(answer.outcome, row.to_team.name, answer.answered_by.name)
            yield Happening(answer.answered_at, *told)


def _seats(viewer: Viewer, case_id: UUID, now: datetime) -> Iterator[Happening]:
    """That a case was closed is told once, by its phase period; its seats ended with it."""
    today = in_amsterdam(now).date()
    rows = scopes.seats(viewer, now=now).filter(case_id=case_id)
    for row in rows.select_related("member", "set_by", "resident", "network_member").order_by("since", "number"):
        if row.cause == Seat.Cause.CLOSED or (row.number == 1 and row.state == Seat.State.NOT_REQUIRED):
            continue
        by = row.set_by.name if row.set_by else ""
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


def _notes(notes: tuple[NoteLine, ...]) -> Iterator[Happening]:
    for note in notes:
        yield Happening(note.written_at, "Notitie", f" van {note.author}, {note.organisation}.")
