"""Samples of the log, for the privacy officer: drawing by lot, judging what was drawn, and the figures of a year."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.accountability import policy
from houvast.accountability.events import SAMPLES_READ
from houvast.accountability.models import SampleFinding
from houvast.accountability.rules.sampling import LONGEST_DAYS, MANY_CASES, USUAL, Stratum
from houvast.accountability.selectors import sampling
from houvast.accountability.selectors.sampling import GroupFigures, SampledLine
from houvast.accountability.services.draw_sample import draw_sample
from houvast.accountability.services.judge_opening import NewFinding, judge_opening
from houvast.audit.services.act import record_read
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.figures_look import Bar, bars
from houvast.web.form_fields import choice, day, long_text, needed

SAMPLES = "/logboek/steekproeven/"
_BACK = "Steekproeven"
_FOUND = SampleFinding.Outcome


class DrawForm(forms.Form):
    """Over which days, and how many."""

    van = day("Vanaf", required=True)
    tot = day("Tot en met", required=True, help_text=f"Een dag die voorbij is. Hoogstens {LONGEST_DAYS} dagen.")
    aantal = forms.IntegerField(label="Hoeveel", initial=USUAL, help_text="25 regels kosten ongeveer een uur.")


class JudgeForm(forms.Form):
    """Whether it belongs to the work. `gezien` counts how often it had been judged."""

    bevinding = needed(
        choice("Past dit bij het werk?", [(each.value, word_for(each)) for each in _FOUND], radio=True),
        "Kies wat u vindt.",
    )
    woord = long_text("Waarom?", most=400, help_text="Nodig bij ‘vraag het na’ en ‘past niet’. Schrijf geen namen op.")
    gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A sample as the list prints it."""

    url: str
    name: str
    days: str
    drawn: str
    judged: str


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """An opening as its sample prints it; `url` is "" for who may not judge it."""

    number: int
    who: str
    where: str
    code: str
    day: str
    often: str
    group: str
    found: str
    words: str
    is_wrong: bool
    url: str


@require_safe
@signed_in
def overview(request: DoorRequest) -> HttpResponse:
    """Show what was drawn, and in numbers without names what was found in a year."""
    found = sampling.samples(request.viewer)
    groups = sampling.figures(request.viewer, now=request.now)
    _record(request, None)
    rows = [
        SampleRow(
            f"{SAMPLES}{each.id}/",
            f"Steekproef {each.number}",
            _days(each),
            f"{each.drawn_by}, {moment(each.drawn_at, request.now)}",
            f"{each.judged} van {each.openings}",
        )
        for each in found
    ]
    context = {"nav": "logboek", "rows": rows, "bars": _bars(groups), "groups": [_counted(each) for each in groups]}
    return render(request, "logboek/steekproeven.html", context)


def _days(line: sampling.SampleLine) -> str:
    first, last = exact(line.first), exact(line.last)
    return first if first == last else f"{first} tot en met {last}"


def _bars(groups: tuple[GroupFigures, ...]) -> tuple[Bar, ...]:
    found = [(word_for(each), sum(group.found[each.value] for group in groups)) for each in _FOUND]
    left = sum(group.drawn for group in groups) - sum(count for _, count in found)
    named = [(name.capitalize(), count) for name, count in (*found, ("nog te beoordelen", left))]
    return bars([(name, count, str(count)) for name, count in named]) if any(count for _, count in named) else ()


def _counted(group: GroupFigures) -> tuple[str, tuple[int, ...]]:
    found = tuple(group.found[each.value] for each in _FOUND)
    name = word_for(group.stratum).capitalize()
    return name, (group.in_log, group.drawn, *found, group.drawn - sum(found))


@signed_in
def draw(request: DoorRequest) -> HttpResponse:
    """Draw a sample."""
    if not policy.may_sample(request.viewer).allowed:
        raise NotVisible
    form = DrawForm(request.POST or None)

    def do(data: dict[str, object]) -> str:
        drawn = draw_sample(
            actor=request.actor,
            now=request.now,
            first=form.cleaned_data["van"],
            last=form.cleaned_data["tot"],
            wanted=form.cleaned_data["aantal"],
        )
        return f"{SAMPLES}{drawn}/"

    page = ActPage(
        title="Steekproef trekken",
        button="Steekproef trekken",
        done="De steekproef is getrokken.",
        not_done="Er is geen steekproef getrokken",
        back=SAMPLES,
        back_text=_BACK,
        intro="Houvast kiest met een lot wie welke casus op welke dag opende. U beoordeelt elke regel.",
        consequences=(
            "Elke groep krijgt even veel regels: noodtoegang, geprobeerd en niet gelukt, zonder eigen rol, "
            f"{MANY_CASES} of meer casussen op één dag, en alle andere. Wat zelden voorkomt, ziet u dus vaker.",
            "Wat u zelf opende, zit er niet in.",
            "In het logboek staat over welke dagen en met welk lot u trok. Wie het nakijkt, trekt dezelfde regels.",
            "U ziet wie, wanneer en welk nummer. U opent er geen casus mee.",
        ),
        nav="logboek",
    )
    names = {"first": "van", "last": "tot", "wanted": "aantal"}
    return act_page(request, page, form, do, rename=names)


@require_safe
@signed_in
def one(request: DoorRequest, sample_id: UUID) -> HttpResponse:
    """Show what was drawn; when asked, draw it again and say whether the same came out."""
    found = sampling.sample(request.viewer, sample_id)
    asked = bool(request.GET.get("nakijken"))
    same = sampling.draws_the_same(request.viewer, sample_id) if asked else None
    _record(request, sample_id)
    rows = [_row(sample_id, each) for each in found.rows]
    context = {
        "nav": "logboek",
        "name": f"Steekproef {found.line.number}",
        "days": _days(found.line),
        "drawn": f"{found.line.drawn_by}, {moment(found.line.drawn_at, request.now)}",
        "seed": found.seed,
        "groups": [(word_for(each), _drawn_of(found, each), found.sizes[each]) for each in Stratum],
        "rows": rows,
        "left": sum(each.finding is None for each in found.rows),
        "asked": asked,
        "same": same,
        "many": MANY_CASES,
    }
    return render(request, "logboek/steekproef.html", context)


def _drawn_of(found: sampling.SampleView, stratum: Stratum) -> int:
    return sum(each.stratum is stratum for each in found.rows)


def _row(sample_id: UUID, each: SampledLine) -> OpeningRow:
    finding = each.finding
    said = word_for(_FOUND(finding.outcome)).capitalize() if finding else ""
    return OpeningRow(
        number=each.number,
        who=each.member,
        where=each.organisation,
        code=each.code,
        day=exact(each.day),
        often=f"{each.rows} regels" if each.rows > 1 else "1 regel",
        group=word_for(each.stratum),
        found=f"{said}, volgens {finding.by}" if finding else "",
        words=finding.words if finding else "",
        is_wrong=finding is not None and finding.outcome == _FOUND.DOES_NOT_FIT,
        url=f"{SAMPLES}{sample_id}/{each.number}/" if each.may_judge.allowed else "",
    )


@signed_in
def judge(request: DoorRequest, sample_id: UUID, number: int) -> HttpResponse:
    """Judge one opening."""
    found = sampling.sample(request.viewer, sample_id)
    line = next((each for each in found.rows if each.number == number), None)
    if line is None:
        raise NotVisible
    begin = {"gezien": line.seen, "bevinding": line.finding.outcome if line.finding else ""}
    form = JudgeForm(request.POST) if request.method == "POST" else JudgeForm(initial=begin)

    def do(data: dict[str, object]) -> str:
        new = NewFinding(str(data["bevinding"]), str(data["woord"]), int(str(data["gezien"])))
        judge_opening(actor=request.actor, now=request.now, sample_id=sample_id, number=number, new=new)
        return f"{SAMPLES}{sample_id}/"

    row = _row(sample_id, line)
    page = ActPage(
        title=f"Regel {number} beoordelen",
        button="Bevinding opslaan",
        done=f"Uw bevinding bij regel {number} is opgeslagen.",
        not_done="Uw bevinding is niet opgeslagen",
        back=f"{SAMPLES}{sample_id}/",
        back_text=f"Steekproef {found.line.number}",
        facts=(
            ("Wie", f"{row.who}, {row.where}"),
            ("Casus", row.code),
            ("Dag", f"{row.day}, {row.often} in het logboek"),
            ("Groep", row.group),
            *((("Eerder", ". ".join(part for part in (row.found, row.words) if part)),) if row.found else ()),
        ),
        consequences=(
            "Uw bevinding blijft bewaard. Beoordeelt u nog een keer, dan telt de laatste.",
            "Wat u schrijft, staat verzegeld bij de casus en verdwijnt als de casus wordt vernietigd.",
            "De medewerker krijgt hier geen bericht van. Navragen doet u zelf.",
        ),
        nav="logboek",
    )
    names = {"outcome": "bevinding", "words": "woord"}
    reading = partial(_record, request, sample_id)
    return act_page(request, page, form, do, verdict=line.may_judge, rename=names, reading=reading)


def _record(request: DoorRequest, sample_id: UUID | None) -> None:
    record_read(
        SAMPLES_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        subject="sample" if sample_id else "",
        subject_id=sample_id,
        ground=policy.may_sample(request.viewer).ground,
    )
