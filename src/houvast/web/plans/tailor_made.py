"""Tailor-made help: deciding alone, asking, answering, taking back, and saying what it brought."""

from uuid import UUID

from django.http import HttpResponse

from houvast.audit.services.act import record_read
from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import may_follow_up
from houvast.cases.selectors import aftercare, bands
from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.errors import NotVisible
from houvast.kernel.euros import euros
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import policy
from houvast.plans.events import TAILOR_MADE_READ
from houvast.plans.rules.tailor_made import Way, deciding_functions
from houvast.plans.selectors import tailor_made as reading
from houvast.plans.selectors.tailor_figures import figures_of_year
from houvast.plans.selectors.tailor_settings import limit_cents
from houvast.plans.services.decide_tailor_made import decide_tailor_made
from houvast.plans.services.make_tailor_made import make_tailor_made
from houvast.plans.services.record_tailor_made_outcome import record_tailor_made_outcome
from houvast.plans.services.withdraw_tailor_made import withdraw_tailor_made
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.figures_look import year_in_words
from houvast.web.look import Link
from houvast.web.plans.tailor_forms import AloneForm, AnswerForm, AskForm, OutcomeForm, WithdrawForm
from houvast.web.plans.views import read
from houvast.web.tailor_look import question


@signed_in
def decide_alone(request: DoorRequest, code: str) -> HttpResponse:
    """Decide about a small amount, in three fields."""
    found = read(request, code).found
    limit = euros(limit_cents(found.band.municipality_id))
    form = AloneForm(request.POST or None, initial={"once": new_id()})
    asking = Link("Een groter bedrag aanvragen", addresses.case_act(found.band.code, "maatwerk/aanvragen"))
    shown = ActPage(
        title="Maatwerk vastleggen",
        button="Maatwerk vastleggen",
        done="Het maatwerk is toegekend en staat bij het plan.",
        not_done="Er is nog niets vastgelegd.",
        back=addresses.case_act(found.band.code, "plan"),
        back_text=f"Plan van {found.band.name}",
        intro=f"Tot en met {limit} beslist u zelf, als casusregisseur. Drie velden zijn genoeg.",
        elsewhere=Elsewhere(f"Is het meer dan {limit}?", (asking,)),
        consequences=(
            "Het is meteen toegekend, met uw naam en de dag. Het staat bij het plan en verandert niet meer.",
            "Het bedrag telt mee in het budget van dit jaar, zonder namen.",
            "Na een kwartaal vraagt Houvast wat het bracht en wat het echt kostte.",
        ),
    )
    return _make(request, shown, form, found, Way.ALONE)


@signed_in
def ask(request: DoorRequest, code: str) -> HttpResponse:
    """Ask for a larger amount: the effect first and the law last."""
    found = read(request, code).found
    limit = euros(limit_cents(found.band.municipality_id))
    form = AskForm(request.POST or None, initial={"once": new_id()})
    shown = ActPage(
        title="Maatwerk aanvragen",
        button="Maatwerk aanvragen",
        done="De aanvraag staat bij het plan, en bij wie erover beslist.",
        not_done="De aanvraag is nog niet gedaan.",
        back=addresses.case_act(found.band.code, "plan"),
        back_text=f"Plan van {found.band.name}",
        intro="De omgekeerde toets: eerst het effect, dan pas de wet.",
        facts=(("Meer dan", limit), ("Beslist", _who_decides(found))),
        consequences=(
            "Wie beslist, leest deze aanvraag en wie de casus leidt. Het plan zelf niet.",
            "Binnen vijf werkdagen is er een antwoord (die termijn is verzonnen).",
            "Het antwoord komt met een reden. Geen geld is ook een reden, en die tellen we.",
        ),
    )
    return _make(request, shown, form, found, Way.ASKED)


def _who_decides(found: FoundCase) -> str:
    seat = found.band.seat(Responsibility.OPERATIONAL)
    if not seat.holder:
        return "Niemand heeft nu de operationele verantwoordelijkheid. De aanvraag wacht tot iemand haar heeft."
    return ", ".join(part for part in (seat.holder, seat.function) if part) + ", of wie daarvoor een mandaat heeft"


def _make(request: DoorRequest, shown: ActPage, form: AloneForm | AskForm, found: FoundCase, way: Way) -> HttpResponse:
    def do(data: dict[str, object]) -> str:
        once = UUID(str(data["once"]))
        make_tailor_made(
            actor=request.actor, now=request.now, case_id=found.band.case_id, new=form.new(), tailor_id=once
        )
        return shown.back

    return act_page(request, shown, form, do, verdict=policy.may_tailor(request.viewer, found.facts, way))


@signed_in
def answer(request: DoorRequest, tailor_id: UUID) -> HttpResponse:
    """Read a question and answer it."""
    line, found = _found(request, tailor_id)
    form = AnswerForm(request.POST or None, initial={"amount": euros(line.cents).removeprefix("€ ")})
    year = figures_of_year(found.band.municipality_id, in_amsterdam(request.now).year)
    facts = (*question(line), ("Wat", line.content.what), ("Bedrag", euros(line.cents)))
    shown = _page(
        found,
        "Maatwerk: besluiten",
        "Besluit vastleggen",
        "Uw besluit is vastgelegd. Wie het vroeg, ziet het meteen.",
        facts=(*facts, ("Gevraagd door", line.asked_by), (f"Budget {year.year}", year_in_words(year))),
        consequences=(
            "Uw besluit staat bij het plan, met uw naam en de dag. Het verandert niet meer.",
            "De reden van weigeren telt mee in de cijfers, zonder namen.",
            "Na een kwartaal vraagt Houvast wie de casus leidt wat het bracht.",
        ),
        back=("/", "Mijn werk"),
    )
    functions = deciding_functions(found.model, found.facts.phase)
    verdict = policy.may_decide_tailor_made(request.viewer, found.facts, functions, asked_by=line.asked_by_id)

    def do(data: dict[str, object]) -> str:
        decide_tailor_made(actor=request.actor, now=request.now, tailor_id=tailor_id, new=form.new())
        return shown.back

    return act_page(request, shown, form, do, verdict=verdict)


@signed_in
def withdraw(request: DoorRequest, tailor_id: UUID) -> HttpResponse:
    """Take a question back."""
    line, found = _found(request, tailor_id)
    shown = _page(
        found,
        "Aanvraag intrekken",
        "Aanvraag intrekken",
        "De aanvraag is ingetrokken.",
        facts=(("Wat", line.content.what), ("Bedrag", euros(line.cents))),
        consequences=("Wie erover zou beslissen, hoeft dat niet meer. De aanvraag blijft bij het plan staan.",),
    )
    verdict = policy.may_tailor(request.viewer, found.facts, Way.ASKED)

    def do(data: dict[str, object]) -> str:
        withdraw_tailor_made(actor=request.actor, now=request.now, tailor_id=tailor_id, why=str(data["why"]))
        return shown.back

    return act_page(request, shown, WithdrawForm(request.POST or None), do, verdict=verdict)


@signed_in
def outcome(request: DoorRequest, tailor_id: UUID) -> HttpResponse:
    """Say what it brought and really cost."""
    line, found = _found(request, tailor_id)
    form = OutcomeForm(request.POST or None)
    shown = _page(
        found,
        "Wat bracht het maatwerk?",
        "Afloop vastleggen",
        "De afloop staat bij het maatwerk.",
        facts=(("Wat", line.content.what), ("Moest bereiken", line.content.effect), ("Bedrag", euros(line.cents))),
        consequences=(
            "De afloop staat bij het plan. Wat het echt kostte, telt mee in de cijfers, zonder namen.",
            "Hielp het niet? Ook dat is nuttig: zo leert de gemeente wat werkt.",
        ),
    )
    looks_after = found.band.case_id in aftercare.looked_after(request.viewer, now=request.now)
    verdict = may_follow_up(request.viewer, found.facts, looks_after=looks_after)

    def do(data: dict[str, object]) -> str:
        record_tailor_made_outcome(actor=request.actor, now=request.now, tailor_id=tailor_id, new=form.new())
        return shown.back

    return act_page(request, shown, form, do, verdict=verdict)


def _found(request: DoorRequest, tailor_id: UUID) -> tuple[reading.TailorLine, FoundCase]:
    """Find tailor-made help with its case; that it was read goes on record first."""
    line = reading.one(request.viewer, tailor_id, now=request.now)
    found = None if line is None else bands.by_ids(request.viewer, [line.case_id], now=request.now).get(line.case_id)
    if line is None or found is None:
        raise NotVisible
    record_read(
        TAILOR_MADE_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        subject="tailor_made",
        subject_id=tailor_id,
    )
    return line, found


def _page(
    found: FoundCase,
    title: str,
    button: str,
    done: str,
    *,
    facts: tuple[tuple[str, str], ...],
    consequences: tuple[str, ...],
    back: tuple[str, str] | None = None,
) -> ActPage:
    band = found.band
    address, text = back or (addresses.case_act(band.code, "plan"), f"Plan van {band.name}")
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Er is nog niets vastgelegd.",
        back=address,
        back_text=text,
        facts=(("Casus", f"{band.name}, {band.code}"), *facts),
        consequences=consequences,
    )
