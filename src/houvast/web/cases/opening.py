"""Open a case without a concern before it."""

from uuid import UUID

from django.http import HttpResponse

from houvast.ave import words
from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy
from houvast.cases.models import Case
from houvast.desk.services.open_case_for_person import NewPerson, open_case_for_person
from houvast.directory.selectors import adopted_model, parsed_model
from houvast.intake.selectors.settings import theme_names
from houvast.kernel.errors import Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import refuse
from houvast.web import choosing_holder as holders
from houvast.web.act_page import ActPage, Done, act_page
from houvast.web.after_opening import after_opening
from houvast.web.cases.forms import NewCaseForm
from houvast.web.choosing_themes import offer_themes
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer

PAGE = ActPage(
    title="Casus openen",
    button="Casus openen",
    done="De casus is open.",
    not_done="Nog niet geopend.",
    back="/casussen/",
    back_text="Casussen",
    intro="Komt het uit een signaal? Open de casus dan bij het signaal: dan blijft het erbij.",
    consequences=(
        "De casus krijgt een nummer, een fase en vier verantwoordelijkheden.",
        "Operationeel en bestuurlijk volgen uit het AVE-model van uw gemeente.",
        "Kiest u niemand voor de casusregie, dan staat dat groot op Mijn werk van de procesregisseurs.",
        "Kiest u een collega of partner, dan ziet die de casus vanaf nu. U ziet haar zelf alleen met een rol erin.",
    ),
)


@signed_in
def new_case(request: DoorRequest) -> HttpResponse:
    """Open a case about a person who is not in the register yet."""
    viewer = request.viewer
    if viewer.municipality_id is None:
        raise Refused(refuse("not_municipal", "Alleen een gemeente opent een casus."))
    municipality_id = viewer.municipality_id
    verdict = policy.may_open(viewer, municipality_id)
    if not verdict.allowed:
        raise Refused(verdict)
    model, direction = parsed_model(adopted_model(municipality_id)), Responsibility.CASE_DIRECTION
    form = NewCaseForm(request.POST or None, initial={"once": new_id()})
    phases = [(str(number), f"AVE {number}, {model.phase(number).name}") for number in model.opening_phases]
    offer(form, "phase", phases)
    people = holders.directors(municipality_id, model, model.opening_phases, now=request.now)
    offer(form, "holder", people, nothing="Nog niemand")

    domains = [(code, words.dutch(words.DOMAINS, code)) for code in sorted(viewer.domains)]
    offer(form, "domain", domains)
    if len(domains) == 1:
        del form.fields["domain"]
    offer_themes(form, theme_names(municipality_id, retired=False))

    def do(data: dict[str, object]) -> Done:
        director = holders.choice(data["holder"]) if data["holder"] else None
        opened = open_case_for_person(
            actor=request.actor,
            now=request.now,
            municipality_id=municipality_id,
            organisation_id=viewer.organisation_id,
            domain=str(data.get("domain", domains[0][0])),
            kind=Case.Kind(str(data["kind"])),
            name=str(data["name"]),
            phase=int(str(data["phase"])),
            person=NewPerson(
                first_names=str(data["first_names"]),
                surname_prefix=str(data["surname_prefix"]),
                surname=str(data["surname"]),
                bsn=str(data["bsn"]).replace(".", "").replace(" ", ""),
            ),
            case_id=UUID(str(data["once"])),
            themes=form.cleaned_data.get("themes", ()),
            case_director=director,
        )
        return after_opening(request, opened, elsewhere="/casussen/", director=director)

    return act_page(request, PAGE, form, do, rename={direction.value: "holder", "residents": "surname"})
