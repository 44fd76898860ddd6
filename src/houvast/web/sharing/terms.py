"""Setting for how long a municipality shares at most, and for how long it records consent."""

from django import forms
from django.http import HttpResponse

from houvast.sharing import policy
from houvast.sharing.rules.terms import SharingTerms
from houvast.sharing.selectors.grounds import terms_of
from houvast.sharing.services.set_terms import set_terms
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.sharing.ground_forms import TermsForm
from houvast.web.sharing.grounds import LIST, own_municipality


@signed_in
def change(request: DoorRequest) -> HttpResponse:
    """Set the terms."""
    municipality_id = own_municipality(request)
    form: forms.Form = TermsForm(request.POST or None, seen=terms_of(municipality_id))
    page = ActPage(
        title="Termijnen om te delen",
        button="Termijnen vastleggen",
        done="De termijnen gelden vanaf nu.",
        not_done="Er is nog niets vastgelegd.",
        back=LIST,
        back_text="Gronden om te delen",
        consequences=(
            "Wat al is gedeeld, houdt zijn laatste dag.",
            "Opnieuw delen of opnieuw toestemming vragen kan altijd.",
            "Geen wet noemt hier een aantal dagen. Waar Houvast mee begint, is verzonnen.",
        ),
        nav="beheer",
    )

    def do(data: dict[str, object]) -> str:
        terms = SharingTerms(**{name: int(str(value)) for name, value in data.items()})
        set_terms(actor=request.actor, now=request.now, municipality_id=municipality_id, terms=terms)
        return LIST

    return act_page(request, page, form, do, verdict=policy.may_set_grounds(request.viewer, municipality_id))
