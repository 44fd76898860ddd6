"""Breaking the glass: opening a case because it cannot wait, and saying afterwards whether that was right."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.ave.vocabulary import ASSIGNED
from houvast.cases import policy_glass
from houvast.cases.events import GLASS_READ
from houvast.cases.selectors import glass
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.selectors.glass import GlassLine
from houvast.cases.services.break_glass import NewGlassBreak, break_glass
from houvast.cases.services.judge_glass import judge_glass
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.web import addresses
from houvast.web.act_page import ActPage, Done, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, long_text, needed

_RIGHT = "ja"


class GlassForm(forms.Form):
    """Why it cannot wait, and whom somebody tried to reach."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    reason = long_text("Waarom moet het nu?", required=True, help_text="Wat gebeurt er als u wacht?")
    tried = long_text(
        "Wie probeerde u te bereiken?", required=True, help_text="Bijvoorbeeld: beide regisseurs gebeld, geen gehoor."
    )


class JudgeForm(forms.Form):
    """Whether it was right, and why."""

    was_right = needed(
        choice("Was het terecht?", ((_RIGHT, "Ja"), ("nee", "Nee")), radio=True), "Kies of het terecht was."
    )
    words = long_text("Waarom vindt u dat?", required=True)


@dataclass(frozen=True, slots=True)
class GlassMark:
    """Who broke the glass, ready to print; `judge_url` is "" for who may not judge it, or when somebody did."""

    name: str
    note: str
    code: str
    lines: tuple[str, ...]
    said: str
    is_wrong: bool
    judge_url: str


@signed_in
def open_case(request: DoorRequest, code: str) -> HttpResponse:
    """Break the glass of a case of which one sees the band only."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    hours = settings_of(found.band.municipality_id).glass_hours
    form = GlassForm(request.POST or None, initial={"once": new_id()})

    def do(data: dict[str, object]) -> str | Done:
        new = NewGlassBreak(str(data["reason"]), str(data["tried"]), UUID(str(data["once"])))
        until = break_glass(actor=request.actor, now=request.now, case_id=found.band.case_id, new=new, hours=hours)
        return Done(addresses.case(found.band.code), f"U ziet deze casus tot {moment(until, request.now)}.")

    parts = parts_seen(request.viewer, found.band.case_id, now=request.now)
    verdict = policy_glass.may_break_glass(request.viewer, found.facts, parts)
    return act_page(request, _page(found, hours), form, do, verdict=verdict, about=found)


def _page(found: FoundCase, hours: int) -> ActPage:
    leads = (found.band.seat(each) for each in ASSIGNED)
    called = tuple((seat.name, " ".join(part for part in (seat.holder, seat.phone) if part)) for seat in leads)
    return ActPage(
        title="Noodtoegang",
        button="Noodtoegang nemen",
        done="",
        not_done="U ziet de casus nog niet.",
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        intro="Alleen als er nu iets moet gebeuren en niemand van de casus is te bereiken. Bel eerst.",
        facts=tuple((name, who or "niemand") for name, who in called),
        consequences=(
            f"U ziet {hours} uur lang de mensen, het plan, de momenten, de besluiten en de algemene notities.",
            "Zorgnotities en politienotities leest u niet. Wel ziet u dat ze er zijn, als uw functie dat mag.",
            "Wie de casus of het proces leidt, ziet meteen op Mijn werk dat u dit deed en waarom.",
            "Een ander zegt achteraf of het terecht was. Dat blijft bewaard.",
        ),
    )


@signed_in
def judge(request: DoorRequest, glass_id: UUID) -> HttpResponse:
    """Say whether it was right."""
    line = glass.by_id(request.viewer, glass_id, now=request.now)
    leads = bool(line.reason)
    form = JudgeForm(request.POST or None)

    def do(data: dict[str, object]) -> str:
        right = {"": None, _RIGHT: True}.get(str(data["was_right"]), False)
        judge_glass(actor=request.actor, now=request.now, glass_id=glass_id, was_right=right, words=str(data["words"]))
        return addresses.case_act(line.code, "mensen") if leads else addresses.GLASS

    told = (("Waarom het nu moest", line.reason), ("Wie zij probeerde te bereiken", line.tried)) if leads else ()
    page = ActPage(
        title="Was noodtoegang terecht?",
        button="Vastleggen",
        done="Het is vastgelegd.",
        not_done="Nog niet vastgelegd.",
        back="/" if leads else addresses.GLASS,
        back_text="Mijn werk" if leads else "Noodtoegang",
        facts=(
            ("Casus", line.code),
            ("Wie", f"{line.member}, {line.organisation}"),
            ("Van", moment(line.at, request.now)),
            ("Tot", moment(line.until, request.now)),
            *told,
        ),
        consequences=(
            "Wie de casus leidt, leest wat u schrijft.",
            "De privacy officer ziet of u het terecht vond, niet wat u schrijft." if leads else "De reden ziet u niet.",
            "U zegt dit één keer. Het verandert niet meer.",
        ),
        nav="werk",
    )
    return act_page(request, page, form, do, verdict=line.may_judge, reading=partial(_record, request, line))


@require_safe
@signed_in
def overview(request: DoorRequest) -> HttpResponse:
    """Show a privacy officer who broke the glass in the municipality; what was not right stands first."""
    if not request.viewer.is_privacy_officer:
        raise NotVisible
    lines = sorted(glass.of_municipality(request.viewer, now=request.now), key=lambda each: each.was_right is not False)
    record_read(
        GLASS_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"rows": len(lines)},
    )
    context = {"nav": "logboek", "rows": [mark(each, request.now) for each in lines]}
    return render(request, "logboek/noodtoegang.html", context)


def mark(line: GlassLine, now: datetime) -> GlassMark:
    """Give who broke the glass, ready to print."""
    return GlassMark(
        name=line.member,
        note=f"{line.organisation}, van {moment(line.at, now)} tot {moment(line.until, now)}",
        code=line.code,
        lines=tuple(part for part in (line.reason, line.tried) if part),
        said=_said(line, now),
        is_wrong=line.was_right is False,
        judge_url=addresses.glass(line.id) if line.may_judge.allowed else "",
    )


def _said(line: GlassLine, now: datetime) -> str:
    if line.was_right is None or line.judged_at is None:
        return "Nog niemand zei of dit terecht was."
    verdict = "Terecht" if line.was_right else "Niet terecht"
    said = f"{verdict}, volgens {line.judged_by}, {moment(line.judged_at, now)}."
    return f"{said} {line.words}" if line.words else said


def _record(request: DoorRequest, line: GlassLine) -> None:
    record_read(
        GLASS_READ,
        actor=request.actor,
        now=request.now,
        municipality=line.municipality_id,
        case=line.case_id,
        subject="glass_break",
        subject_id=line.id,
    )
