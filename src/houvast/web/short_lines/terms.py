"""The terms of a municipality for its short lines, kept by its administrator; earlier ones stay to be read."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.short_lines import policy
from houvast.short_lines.models import LineSetting
from houvast.short_lines.rules.terms import Setting, Term
from houvast.short_lines.selectors.settings import newest, versions
from houvast.short_lines.services.set_term import set_term
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.short_lines.filled import Filled
from houvast.web.short_lines.forms import TermForm

LIST = "/beheer/korte-lijnen/"
_UNCONFIRMED = "verzonnen begin, nog door niemand bevestigd"
_TOLD = {
    Term.CHECK_AFTER: ("Daarna vraagt Mijn werk aan het team of een lijn nog klopt.",),
    Term.KEEP_QUESTIONS: (
        "Daarna ziet niemand de vraag meer, en worden vraag en antwoord vernietigd.",
        "Wat al is gevraagd, houdt de termijn van toen.",
    ),
}


def _own(request: DoorRequest) -> UUID:
    """Give the municipality whose terms the viewer may set. Raises `NotVisible`: for others there is no such page."""
    municipality_id = request.viewer.municipality_id
    if municipality_id is None or not policy.may_set_terms(request.viewer, municipality_id).allowed:
        raise NotVisible
    return municipality_id


def _word(term: Term) -> str:
    return word_for(LineSetting.Kind(term.value)).capitalize()


def _days(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"


@require_safe
@signed_in
def term_list(request: DoorRequest) -> HttpResponse:
    """Show what holds, and what held before."""
    municipality_id = _own(request)
    found = versions(municipality_id)
    told = [
        (
            each.setting,
            _word(each.setting.term),
            _days(each.setting.days),
            f"{each.set_by or 'Houvast'}, {moment(each.set_at, request.now)}",
        )
        for each in found
    ]
    rows = []
    for term in Term:
        mine = next((each for each in told if each[0].term is term), None)
        now_is = newest(municipality_id, term)
        rows.append((_word(term), f"{LIST}{term.value}/", _days(now_is.days), mine[3] if mine else _UNCONFIRMED))
    earlier = [each[1:] for each in told]
    return render(request, "korte_lijnen/termijnen.html", {"nav": "beheer", "rows": rows, "earlier": earlier})


@require_http_methods(["GET", "POST"])
@signed_in
def change(request: DoorRequest, code: str) -> HttpResponse:
    """Set a term."""
    municipality_id = _own(request)
    if code not in set(Term):
        raise NotVisible
    now_is = newest(municipality_id, Term(code))
    form = TermForm(request.POST or None, initial={"number": now_is.number, "days": now_is.days})

    def do(data: dict[str, object]) -> str:
        filled = Filled(data)
        setting = Setting(now_is.term, filled.number("days"), filled.number("number"))
        set_term(actor=request.actor, now=request.now, municipality_id=municipality_id, setting=setting)
        return LIST

    page = ActPage(
        title=_word(now_is.term),
        button="Termijn vastleggen",
        done="De termijn is vastgelegd. De vorige blijft te lezen.",
        not_done="De termijn is nog niet veranderd.",
        back=LIST,
        back_text="Korte lijnen",
        consequences=_TOLD[now_is.term],
        nav="beheer",
    )
    return act_page(request, page, form, do)
