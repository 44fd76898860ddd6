"""Setting a covenant on which grounds rely."""

from datetime import timedelta

from django.http import HttpResponse

from houvast.directory.selectors_elsewhere import neighbours
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import policy
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.selectors.grounds import covenants_of
from houvast.sharing.services.set_covenant import set_covenant
from houvast.web.act_page import ActPage, Done, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.sharing.ground_forms import CovenantForm
from houvast.web.sharing.grounds import LIST, NEW, own_municipality

_YEAR = timedelta(days=365)


@signed_in
def change(request: DoorRequest, code: str) -> HttpResponse:
    """Set a covenant: a new one, or another version."""
    municipality_id, today = own_municipality(request), in_amsterdam(request.now).date()
    known = {each.code: each for each in covenants_of(municipality_id)}
    if code != NEW and code not in known:
        raise NotVisible
    seen = known.get(code, CovenantLine("", "", "", "", "", today, today + _YEAR))
    form = CovenantForm(request.POST or None, seen=seen, others=neighbours(municipality_id))
    page = ActPage(
        title="Convenant toevoegen" if code == NEW else f"Convenant wijzigen: {seen.name}",
        button="Convenant vastleggen",
        done="",
        not_done="Er is nog niets vastgelegd.",
        back=LIST,
        back_text="Gronden om te delen",
        consequences=(
            "Een grond die op dit convenant steunt, geldt van de eerste tot en met de laatste dag.",
            "Vooraf staat het op Mijn werk van de beheerders en de privacy officer.",
            "Na de laatste dag kan niemand met die grond nog iets delen, en horen andere gemeenten niets meer.",
            "Maakt u het korter, of stopt u ermee? Dan stopt het delen dat erop steunt in dezelfde seconde mee.",
        ),
        nav="beheer",
    )

    def do(data: dict[str, object]) -> Done:
        line = form.line(seen.code)
        done = set_covenant(actor=request.actor, now=request.now, municipality_id=municipality_id, line=line)
        stopped = f" {done.ended} keer delen stopt nu, of eerder dan eerst." if done.ended else ""
        return Done(LIST, f"Het convenant is vastgelegd.{stopped}")

    return act_page(request, page, form, do, verdict=policy.may_set_grounds(request.viewer, municipality_id))
