"""Is this person known? Asking it about one person, and judging afterwards whether that was needed."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.audit.services.act import record_read
from houvast.cases.selectors.hits import KnownCase
from houvast.directory.selectors_elsewhere import neighbours
from houvast.directory.viewer import Viewer
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import Invalid, NotVisible, Refused
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events, policy
from houvast.sharing.models import KnownJudgement
from houvast.sharing.rules.known import Sought
from houvast.sharing.selectors.grounds import answering
from houvast.sharing.selectors.known import SampledQuestion, leading_functions, sample, sampled
from houvast.sharing.services.ask_known import NewQuestion, ask_known
from houvast.sharing.services.judge_question import judge_question
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, day, needed, offer, own_line, whole_bsn
from houvast.web.form_look import fields, summary, with_problems
from houvast.web.look import Phone, phone
from houvast.web.sharing.ground_forms import capital

_TOO_MANY = 429
_NAME, _BSN = 120, 11


class KnownForm(forms.Form):
    """Whom somebody asks about, and for which purpose."""

    bsn = own_line("BSN", most=_BSN, inputmode="numeric", help_text="Alleen als u dit hebt: dan is het zeker.")
    surname = own_line("Achternaam, zonder voorvoegsel", most=_NAME, help_text="Alleen als u geen BSN hebt.")
    born = day("Geboortedatum", help_text="Alleen als u geen BSN hebt.")
    purpose = needed(choice("Waarvoor vraagt u dit?", radio=True), "Kies waarvoor u dit vraagt.")

    def clean_bsn(self) -> str:
        """Take spaces and points out."""
        return whole_bsn(self.cleaned_data["bsn"])


class JudgeForm(forms.Form):
    """Whether a question was needed."""

    outcome = needed(
        choice(
            "Was deze vraag nodig?",
            [(each.value, capital(word_for(each))) for each in KnownJudgement.Outcome],
            radio=True,
        ),
        "Kies of deze vraag nodig was.",
    )


@dataclass(frozen=True, slots=True)
class WhomToAsk:
    """Whom to call about somebody who is known: the seat and function, where, and the number."""

    name: str
    where: str
    phone: Phone | None


@require_http_methods(["GET", "POST"])
@signed_in
def ask(request: DoorRequest) -> HttpResponse:
    """Ask it, and show the answer on the same page. Nothing of who was asked about stays on it."""
    viewer = request.viewer
    verdict = policy.may_ask_known(viewer, leading_functions(viewer))
    if not verdict.allowed or viewer.municipality_id is None:
        raise Refused(verdict)
    settings = settings_of(viewer.municipality_id)
    form = _form(request, settings.purposes)
    answer: tuple[KnownCase, ...] | None = None
    status = 200
    if form.is_bound and form.is_valid():
        filled = form.cleaned_data
        sought = Sought(filled["bsn"], filled["surname"], filled["born"])
        new = NewQuestion(sought, filled["purpose"], settings.purposes)
        try:
            answer = ask_known(actor=request.actor, now=request.now, new=new, limits=settings.known_limits)
        except Invalid as wrong:
            with_problems(form, wrong.problems)
        except Refused as full:
            status = _TOO_MANY
            with_problems(form, {"": full.message})
    if form.errors and status != _TOO_MANY:
        status = 422
    shown = form if answer is None else _form(request, settings.purposes, empty=True)
    context = {
        "nav": "",
        "fields": fields(shown),
        "errors": summary(shown, "Er is nog niets gevraagd."),
        "asked": answer is not None,
        "whom": _whom(answer or ()),
        "at": moment(request.now, request.now),
        "where": _where(viewer, viewer.municipality_id, request.now),
        "per_day": settings.known_limits.per_day,
    }
    return render(request, "delen/bekend.html", context, status=status)


def _form(request: DoorRequest, purposes: dict[str, str], *, empty: bool = False) -> KnownForm:
    form = KnownForm(None if empty else request.POST or None)
    offer(form, "purpose", list(purposes.items()))
    return form


def _whom(found: tuple[KnownCase, ...]) -> tuple[WhomToAsk, ...]:
    """Give whom to call, each once: how many cases there are is not said."""
    return tuple(dict.fromkeys(_one(each) for each in found))


def _one(case: KnownCase) -> WhomToAsk:
    where = f"gemeente {case.municipality}"
    if case.responsibility is None:
        return WhomToAsk("Niemand leidt dit nu", f"bel de procesregisseurs van {where}", None)
    name = ", ".join(part for part in (capital(word_for(case.responsibility)), case.function) if part)
    return WhomToAsk(name, where, phone(case.phone, name))


def _where(viewer: Viewer, municipality_id: UUID, now: datetime) -> str:
    also = answering(municipality_id, today=in_amsterdam(now).date())
    names = [each.name for each in neighbours(municipality_id) if each.id in also]
    return " en ".join(each for each in (viewer.municipality_name, ", ".join(names)) if each)


@require_safe
@signed_in
def sample_list(request: DoorRequest) -> HttpResponse:
    """Show a privacy officer the questions that were set aside: what waits stands first."""
    if not request.viewer.is_privacy_officer:
        raise NotVisible
    rows = sample(request.viewer)
    _record(request, rows=len(rows))
    context = {"nav": "logboek", "rows": [(each, facts(each, request.now), _said(each, request.now)) for each in rows]}
    return render(request, "delen/steekproef.html", context)


@signed_in
def judge(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Say whether one of them was needed."""
    row = sampled(request.viewer, question_id)
    form = JudgeForm(request.POST or None)

    def do(data: dict[str, object]) -> str:
        judge_question(actor=request.actor, now=request.now, question_id=question_id, outcome=str(data["outcome"]))
        return addresses.SAMPLE

    page = ActPage(
        title="Was deze vraag nodig?",
        button="Oordeel vastleggen",
        done="Het oordeel is vastgelegd.",
        not_done="Er is nog niets vastgelegd.",
        back=addresses.SAMPLE,
        back_text="Gevraagd of iemand bekend is",
        intro="Over wie het ging, staat hier niet. Vraag het aan wie het vroeg.",
        facts=facts(row, request.now),
        consequences=(
            "Wie het vroeg, ziet dit niet. Praat er zelf met deze collega over.",
            "Over de collega legt u hier niets vast. Dat hoort in het personeelsdossier, of bij de datalekken.",
            "U zegt dit één keer. Het verandert niet meer.",
        ),
        nav="logboek",
    )
    return act_page(request, page, form, do, reading=partial(_record, request, subject_id=question_id))


def facts(row: SampledQuestion, now: datetime) -> tuple[tuple[str, str], ...]:
    """Give what a privacy officer sees of a question, ready to print."""
    times = "1 vraag" if row.often == 1 else f"{row.often} vragen"
    return (
        ("Wie", f"{row.asker}, {row.title or 'zonder functie'}, {row.organisation}"),
        ("Wanneer", moment(row.at, now)),
        ("Waarvoor", row.purpose),
        ("Antwoord", "treffer" if row.hit else "geen treffer"),
        ("In de 30 dagen tot dan", times),
    )


def _said(row: SampledQuestion, now: datetime) -> str:
    if row.outcome is None or row.judged_at is None:
        return ""
    return f"{capital(word_for(row.outcome))}, volgens {row.judged_by}, {moment(row.judged_at, now)}."


def _record(request: DoorRequest, *, subject_id: UUID | None = None, rows: int = 1) -> None:
    record_read(
        events.SAMPLE_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        subject="known_question" if subject_id else "",
        subject_id=subject_id,
        details={"rows": rows},
    )
