"""What was passed on to one's team: the team takes it, or gives it back with a reason."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.desk.rules.work import term
from houvast.intake import events
from houvast.intake.selectors.passed_on import PassedOnLine, passed_on, taken, taken_by_team
from houvast.intake.services.answer_pass_on import answer_pass_on
from houvast.kernel.dutch_dates import short
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.intake.forms import AnswerForm
from houvast.web.look import LATE

LIST = "/signalen/doorgegeven/"


@dataclass(frozen=True, slots=True)
class PassedOnLook:
    """A concern at a team: whom it is about, who passed it on and why, and until when the team can answer."""

    name: str
    url: str
    reported: str
    why: str
    when: str
    when_class: str
    when_exact: str


@require_safe
@signed_in
def waiting(request: DoorRequest) -> HttpResponse:
    """Show what waits for an answer of the viewer's teams, the soonest term first, and what they took."""
    found, done = passed_on(request.viewer, now=request.now), taken(request.viewer, now=request.now)
    _record(request, None, len(found) + len(done))
    context = {
        "nav": "signalen",
        "rows": tuple(_look(request, each) for each in found),
        "taken": tuple(_taken_look(request, each) for each in done),
    }
    return render(request, "signalen/doorgegeven.html", context)


def _record(request: DoorRequest, concern_id: UUID | None, rows: int) -> None:
    record_read(
        events.PASSED_ON_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        subject="concern" if concern_id else "",
        subject_id=concern_id,
        details={"rows": rows},
    )


def _look(request: DoorRequest, line: PassedOnLine) -> PassedOnLook:
    left, exact, is_late = term(line.accept_before, request.now)
    return PassedOnLook(
        name=line.name,
        url=addresses.passed_on(line.id),
        reported=short(line.reported_on, in_amsterdam(request.now).date()),
        why=", ".join(part for part in (f"Van {line.by}", line.reason.lower()) if part),
        when=left,
        when_class=LATE if is_late else "",
        when_exact=exact,
    )


def _taken_look(request: DoorRequest, line: PassedOnLine) -> PassedOnLook:
    today = in_amsterdam(request.now).date()
    return PassedOnLook(
        name=line.name,
        url=addresses.passed_on(line.id),
        reported=short(line.reported_on, today),
        why=f"Van {line.by}",
        when=_taken(line, today),
        when_class="",
        when_exact="",
    )


def _taken(line: PassedOnLine, today: date) -> str:
    on = f", {short(in_amsterdam(line.taken_at).date(), today)}" if line.taken_at else ""
    return f"{line.taken_by}{on}"


@signed_in
def answer(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Answer for one's team; and read again what it took."""
    found = next((each for each in passed_on(request.viewer, now=request.now) if each.id == concern_id), None)
    if found is None:
        return _read_again(request, concern_id)
    _record(request, concern_id, 1)
    left, exact, _ = term(found.accept_before, request.now)
    page = ActPage(
        title=found.name,
        button="Antwoord geven",
        done="Het antwoord van uw team staat vast.",
        not_done="Nog geen antwoord vastgelegd.",
        back=LIST,
        back_text="Doorgegeven aan mijn team",
        facts=_facts(request, found, f"{left}, {exact}"),
        consequences=(
            "Pakt uw team het op, dan is het van uw team. De wachtrij van de triage is het kwijt.",
            "Geeft u het terug, dan staat het weer in de wachtrij, met uw reden en met spoed.",
            "Zegt niemand iets voor de termijn om is, dan komt het vanzelf terug bij de triage.",
        ),
        nav="signalen",
    )

    def do(data: dict[str, object]) -> str:
        accepted = data["outcome"] == "accepted"
        answer_pass_on(
            actor=request.actor, now=request.now, concern_id=concern_id, accepted=accepted, reason=str(data["reason"])
        )
        return LIST

    return act_page(request, page, AnswerForm(request.POST or None), do)


def _read_again(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    found = taken_by_team(request.viewer, concern_id, now=request.now) if request.method == "GET" else None
    if found is None:
        raise NotVisible
    _record(request, concern_id, 1)
    facts = _facts(request, found, f"Opgepakt door {_taken(found, in_amsterdam(request.now).date())}")
    return render(request, "signalen/opgepakt.html", {"nav": "signalen", "title": found.name, "facts": facts})


def _facts(request: DoorRequest, line: PassedOnLine, when: str) -> tuple[tuple[str, str], ...]:
    today = in_amsterdam(request.now).date()
    facts = (
        ("Melding", line.text),
        ("Gemeld", f"{short(line.reported_on, today)}, {line.point}"),
        ("Adres", line.address),
        ("Doorgegeven door", line.by),
        ("Reden", line.reason),
        ("Toelichting", line.note),
        ("Aan", line.team),
        ("Antwoord", when),
    )
    return tuple((name, text) for name, text in facts if text)
