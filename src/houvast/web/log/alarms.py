"""Alarms for the privacy officer: who opened unusually many cases, and what came of it."""

from datetime import datetime
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.accountability import events
from houvast.accountability.models import AlarmAnswer
from houvast.accountability.selectors.alarms import AlarmLine, alarm, alarms
from houvast.accountability.services.answer_alarm import answer_alarm
from houvast.audit.services.act import record_read
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, needed
from houvast.web.look import Link


class AnswerForm(forms.Form):
    """What came of it."""

    outcome = needed(
        choice(
            "Wat kwam ervan?", [(each.value, word_for(each).capitalize()) for each in AlarmAnswer.Outcome], radio=True
        ),
        "Kies wat ervan kwam.",
    )


@require_safe
@signed_in
def alarm_list(request: DoorRequest) -> HttpResponse:
    """Show the alarms of the municipality: what waits stands first."""
    if not request.viewer.is_privacy_officer:
        raise NotVisible
    rows = alarms(request.viewer)
    _record(request, rows=len(rows))
    context = {"nav": "logboek", "rows": [(each, _facts(each, request.now), _said(each, request.now)) for each in rows]}
    return render(request, "logboek/alarmen.html", context)


@signed_in
def answer(request: DoorRequest, alarm_id: UUID) -> HttpResponse:
    """Say what came of one."""
    row = alarm(request.viewer, alarm_id)
    form = AnswerForm(request.POST or None)
    question = urlencode({"wie": str(row.member_id), "van": row.day.isoformat(), "tot": row.day.isoformat()})

    def do(data: dict[str, object]) -> str:
        answer_alarm(actor=request.actor, now=request.now, alarm_id=alarm_id, outcome=str(data["outcome"]))
        return addresses.ALARMS

    page = ActPage(
        title="Ongewoon veel casussen geopend",
        button="Afloop vastleggen",
        done="De afloop is vastgelegd.",
        not_done="Er is nog niets vastgelegd.",
        back=addresses.ALARMS,
        back_text="Alarmen",
        facts=_facts(row, request.now),
        elsewhere=Elsewhere(
            "Een alarm zegt niet dat er iets mis is. Kijk eerst wat deze collega die dag deed.",
            (Link("De regels van die dag in het logboek", f"/logboek/?{question}"),),
        ),
        consequences=(
            "Deze collega ziet het alarm niet, en uw antwoord ook niet.",
            "Over de collega legt u hier niets vast. Dat hoort in het personeelsdossier, of bij de datalekken.",
            "U zegt dit één keer. Het verandert niet meer.",
        ),
        nav="logboek",
    )
    return act_page(request, page, form, do, reading=partial(_record, request, subject_id=alarm_id))


def _facts(row: AlarmLine, now: datetime) -> tuple[tuple[str, str], ...]:
    return (
        ("Wie", ", ".join(part for part in (row.member, row.title, row.organisation) if part)),
        ("Dag", exact(row.day)),
        ("Geopend", f"{row.cases} casussen, gezien {moment(row.at, now)}"),
        ("Vergeleken met", f"gewoonlijk {row.usual or 'niet bekend'}, grens van toen {row.threshold}"),
    )


def _said(row: AlarmLine, now: datetime) -> str:
    if row.outcome is None or row.answered_at is None:
        return ""
    return f"{word_for(row.outcome).capitalize()}, volgens {row.answered_by}, {moment(row.answered_at, now)}."


def _record(request: DoorRequest, *, subject_id: UUID | None = None, rows: int = 1) -> None:
    record_read(
        events.ALARM_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        subject="alarm" if subject_id else "",
        subject_id=subject_id,
        details={"rows": rows},
    )
