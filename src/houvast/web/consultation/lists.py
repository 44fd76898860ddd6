"""The page with meetings and tables, and planning a meeting."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.audit.services.act import record_read
from houvast.consultation.events import MEETINGS_LISTED
from houvast.consultation.selectors import asking
from houvast.consultation.selectors.meetings import MeetingLine, Overview, overview, plannable
from houvast.consultation.selectors.minutes import own_open
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import AMSTERDAM, in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.consultation.forms import MeetingForm, on_day
from houvast.web.consultation.looks import (
    MeetingMark,
    TableMark,
    meeting_mark,
    table_mark,
)
from houvast.web.door import DoorRequest, signed_in
from houvast.web.table_look import question_mark, resolution_mark


@require_safe
@signed_in
def overview_page(request: DoorRequest) -> HttpResponse:
    """Show coming and past meetings, one's own resolutions that are nobody's case, and the tables."""
    found = overview(request.viewer, now=request.now)
    today = in_amsterdam(request.now).date()
    own = tuple(resolution_mark(each, today) for each in own_open(request.viewer, now=request.now))
    asked = asking.waiting(request.viewer, now=request.now)
    record_read(
        MEETINGS_LISTED,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"meetings": len(found.coming) + len(found.past), "resolutions": len(own), "questions": len(asked)},
    )
    context = {
        "nav": "overleg",
        "coming": _marks(found.coming, request.now),
        "past": _marks(found.past, request.now),
        "tables": _tables(found),
        "own": own,
        "asked": tuple(question_mark(each, request.viewer, request.now) for each in asked),
    }
    return render(request, "overleg/lijst.html", context)


def _marks(lines: tuple[MeetingLine, ...], now: datetime) -> tuple[MeetingMark, ...]:
    return tuple(meeting_mark(line, now) for line in lines)


def _tables(found: Overview) -> tuple[TableMark, ...]:
    return tuple(table_mark(each, may_plan=each.id in found.may_plan) for each in found.tables)


@require_http_methods(["GET", "POST"])
@signed_in
def plan(request: DoorRequest, table_id: UUID) -> HttpResponse:
    """Plan a meeting of a table."""
    table = plannable(request.viewer, table_id, now=request.now)
    usual = {"start": table.usual_start, "minutes": table.usual_minutes}
    form = MeetingForm(request.POST if request.method == "POST" else None, initial=usual)
    today = in_amsterdam(request.now).date()

    def do(filled: dict[str, object]) -> str:
        day = on_day(form, "day", today)
        if day is None:
            raise Invalid({})
        starts_at = datetime.combine(day, form.cleaned_data["start"], tzinfo=AMSTERDAM)
        minutes = int(str(filled["minutes"]))
        meeting_id = plan_meeting(
            actor=request.actor, now=request.now, table_id=table_id, starts_at=starts_at, minutes=minutes
        )
        return addresses.meeting(meeting_id)

    page = ActPage(
        title=f"Overleg plannen: {table.name}",
        button="Overleg plannen",
        done="Het overleg staat gepland. Zet nu punten op de agenda.",
        not_done="Het overleg is nog niet gepland.",
        back="/overleg/",
        back_text="Overleg",
        consequences=(
            "Wie aan deze tafel zit, ziet dat er overleg is.",
            f"De agenda gaat {table.cutoff_days} dagen vooraf dicht. Daarna zet alleen de voorzitter er nog iets op.",
        ),
        nav="overleg",
    )
    return act_page(request, page, form, do, rename={"starts_at": "day"})
