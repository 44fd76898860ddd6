"""What own pages say in a municipality: the client supporter, where one complains, and the ages of children."""

from dataclasses import asdict

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.kernel.errors import NotVisible
from houvast.participation import policy
from houvast.participation.selectors.settings import own_page_facts
from houvast.participation.services.set_own_page import set_own_page
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.participation.forms import SettingForm

_PAGE = ActPage(
    title="Eigen pagina van inwoners",
    button="Instelling vastleggen",
    done="Het is vastgelegd. Eigen pagina’s zeggen dit vanaf nu.",
    not_done="Het is nog niet veranderd.",
    back="/beheer/",
    back_text="Beheer",
    intro="De gratis cliëntondersteuning is onafhankelijk en staat naast de inwoner (Wmo 2015 artikel 2.2.4).",
    consequences=(
        "Op elke eigen pagina staat bij wie een inwoner terecht kan die het niet eens is.",
        "Een verjaardag telt vanaf middernacht: een ouder ziet dan niets meer, of een kind juist wel.",
        "Wat hiervoor gold, blijft bewaard.",
    ),
    nav="beheer",
)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def change(request: DoorRequest) -> HttpResponse:
    """Set it. For others there is no such page."""
    municipality_id = request.viewer.municipality_id
    if municipality_id is None or not policy.may_set(request.viewer, municipality_id).allowed:
        raise NotVisible
    now_is = own_page_facts(municipality_id)
    form = SettingForm(request.POST or None, initial={**asdict(now_is), **asdict(now_is.ages)})

    def do(_data: dict[str, object]) -> str:
        set_own_page(actor=request.actor, now=request.now, municipality_id=municipality_id, facts=form.facts())
        return _PAGE.back

    return act_page(request, _PAGE, form, do)
