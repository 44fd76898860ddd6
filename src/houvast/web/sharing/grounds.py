"""The table of grounds of a municipality: reading it, and setting an entry."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.directory.selectors_functions import function_names
from houvast.kernel.dutch_dates import exact
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import policy
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.rules.grounds import CARE, SHAREABLE, GroundLine, ReceiverKind
from houvast.sharing.rules.terms import SharingTerms
from houvast.sharing.selectors.grounds import covenants_of, grounds_of, terms_of
from houvast.sharing.services.set_ground import set_ground
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.sharing.ground_forms import GroundForm, capital

LIST = "/gronden/"
NEW = "nieuw"
_BLANK = GroundLine("", ReceiverKind.WMO, "", "", frozenset(), "")


def own_municipality(request: DoorRequest) -> UUID:
    """Give the municipality whose table the viewer reads. Raises `NotVisible` for who works at none."""
    if request.viewer.municipality_id is None:
        raise NotVisible
    return request.viewer.municipality_id


@require_safe
@signed_in
def ground_list(request: DoorRequest) -> HttpResponse:
    """Show the table, by receiver, and the covenants on which it relies."""
    municipality_id = own_municipality(request)
    may_set = policy.may_set_grounds(request.viewer, municipality_id).allowed
    covenants, today = covenants_of(municipality_id), in_amsterdam(request.now).date()
    names = {each.code: each.name for each in covenants}
    functions = function_names(municipality_id)
    order = list(ReceiverKind)
    lines = sorted(grounds_of(municipality_id), key=lambda each: (order.index(each.receiver), each.purpose))
    context = {
        "nav": "beheer" if may_set else "",
        "rows": [(each, _told(each, names, functions), f"{LIST}{each.code}/" if may_set else "") for each in lines],
        "covenants": [_covenant(each, lines, today, may_set=may_set) for each in covenants],
        "may_set": may_set,
        "terms": _terms(terms_of(municipality_id)),
    }
    return render(request, "delen/gronden.html", context)


def _told(line: GroundLine, covenants: dict[str, str], functions: Mapping[str, str]) -> dict[str, object]:
    """Give in words what an entry says."""
    asks = [
        words
        for wanted, words in (
            (line.consent, "toestemming van de inwoner"),
            (line.secrecy and bool(line.covers & CARE), "bij zorg: geheim opgeheven of doorbroken"),
            (line.second, f"goedkeuring van {functions.get(line.second_by, 'een ander die de casus leidt')}"),
            (bool(line.covenant), f"convenant: {covenants.get(line.covenant, line.covenant)}"),
        )
        if wanted
    ]
    return {
        "receiver": capital(word_for(line.receiver)),
        "covers": ", ".join(word_for(part) for part in SHAREABLE if part in line.covers),
        "asks": asks,
    }


def _terms(terms: SharingTerms) -> str:
    """Say for how long, and whether anybody set it."""
    since = "verzonnen begin, nog door niemand bevestigd" if terms.number == 0 else "vastgelegd door uw gemeente"
    return f"Hoogstens {terms.share_days} dagen delen, en toestemming hoogstens {terms.consent_days} dagen ({since})."


def _covenant(
    line: CovenantLine, grounds: list[GroundLine], today: date, *, may_set: bool
) -> tuple[CovenantLine, str, list[str], str]:
    """Give a covenant, how it stands, which receivers rely on it, and where it is changed."""
    relying = sorted({word_for(each.receiver) for each in grounds if each.active and each.covenant == line.code})
    state = f"geldt van {exact(line.from_on)} tot en met {exact(line.until_on)}"
    if not line.active:
        state = "niet meer in gebruik"
    elif today > line.until_on:
        state = f"verlopen op {exact(line.until_on)}: de gronden die erop steunen gelden niet"
    return line, state, relying, f"/convenanten/{line.code}/" if may_set else ""


@signed_in
def change(request: DoorRequest, code: str) -> HttpResponse:
    """Set an entry: a new one, or another version."""
    municipality_id = own_municipality(request)
    known = {each.code: each for each in grounds_of(municipality_id)}
    if code != NEW and code not in known:
        raise NotVisible
    seen = known.get(code, _BLANK)
    functions = [(code, capital(name)) for code, name in function_names(municipality_id).items()]
    covenants = covenants_of(municipality_id)
    form = GroundForm(request.POST or None, covenants=covenants, functions=functions, seen=seen)
    page = ActPage(
        title="Grond toevoegen" if code == NEW else "Grond wijzigen",
        button="Grond vastleggen",
        done="De grond geldt vanaf nu. De vorige versie blijft te lezen.",
        not_done="Er is nog niets vastgelegd.",
        back=LIST,
        back_text="Gronden om te delen",
        consequences=(
            "Wie iets wil delen, kan alleen kiezen uit deze tabel.",
            "Wat al is gedeeld, houdt de woorden van toen.",
            "Zonder grond zegt Houvast nee.",
        ),
        nav="beheer",
    )

    def do(data: dict[str, object]) -> str:
        set_ground(actor=request.actor, now=request.now, municipality_id=municipality_id, line=form.line(seen.code))
        return LIST

    return act_page(request, page, form, do, verdict=policy.may_set_grounds(request.viewer, municipality_id))
