"""Recording that a letter went."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.selectors.composing import may_write
from houvast.letters.services.record_sent import record_sent
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.letters.finding import find
from houvast.web.letters.forms import SentForm


@require_http_methods(["GET", "POST"])
@signed_in
def sent(request: DoorRequest, letter_id: UUID) -> HttpResponse:
    """Record on which day somebody posted or gave a letter."""
    found, line = find(request, letter_id)
    form = SentForm(request.POST or None, initial={"sent_on": in_amsterdam(request.now).date()})

    def do(data: dict[str, object]) -> str:
        chosen = data["sent_on"]
        sent_on = chosen if isinstance(chosen, date) else None
        record_sent(actor=request.actor, now=request.now, letter_id=letter_id, sent_on=sent_on)
        return addresses.letter(letter_id)

    page = ActPage(
        title="Brief verstuurd of gegeven",
        button="Vastleggen",
        done="Vastgelegd. Wie een eigen pagina heeft, leest de brief daar ook.",
        not_done="Er is nog niets vastgelegd.",
        back=addresses.letter(letter_id),
        back_text=line.content.subject,
        facts=(("Aan", line.content.name), ("Hoe", word_for(line.way))),
        consequences=(
            "Heeft wie de brief krijgt een eigen pagina? Dan staat de brief daar ook op, zonder adres.",
            "Dit verandert niet meer. Klopt de brief niet? Leg dan niets vast, en maak een nieuwe.",
        ),
    )
    verdict = may_write(request.viewer, found.band.case_id, found.facts, now=request.now)
    return act_page(request, page, form, do, verdict=verdict, about=found)
