"""Answering for a municipality to which somebody moves: a case of one's own, or a reason why not."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse

from houvast.ave import words
from houvast.ave.model import Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy
from houvast.cases.rules.moves import Carried
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.moves import MovePage
from houvast.cases.services.link_cases import NewLink
from houvast.cases.services.refuse_move import refuse_move
from houvast.desk.services.receive_case import ReceivedCase, receive_case
from houvast.directory.selectors import adopted_model, parsed_model
from houvast.kernel.errors import Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from houvast.web import addresses
from houvast.web import choosing_holder as holders
from houvast.web.act_page import ActPage, Done, act_page
from houvast.web.after_opening import after_opening
from houvast.web.door import DoorRequest, signed_in
from houvast.web.elsewhere.forms import ReceiveForm, WhyNotForm
from houvast.web.elsewhere.move_pages import person_name
from houvast.web.elsewhere.reading import find_offer, record_offer
from houvast.web.form_fields import offer

Fields = dict[str, object]
_DIRECTION = Responsibility.CASE_DIRECTION


def _asked(request: DoorRequest, page: MovePage) -> Verdict:
    return policy.may_answer_move(request.viewer, page.line.asked)


def _page(page: MovePage, words_of: tuple[str, str, str, str], consequences: tuple[str, ...]) -> ActPage:
    title, button, done, not_done = words_of
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done=not_done,
        back=addresses.move(page.line.id),
        back_text=f"Verhuizing uit {page.line.from_municipality}",
        facts=(
            ("Van", f"{page.line.offered_by}, gemeente {page.line.from_municipality}"),
            ("Wie", "; ".join(person_name(each) for each in page.carried.people)),
        ),
        consequences=consequences,
        nav="werk",
    )


@signed_in
def accept(request: DoorRequest, offer_id: UUID) -> HttpResponse:
    """Accept: open a case of the own municipality, under its own model."""
    page = find_offer(request, offer_id)
    verdict, municipality_id = _asked(request, page), page.line.to_municipality_id
    if not verdict.allowed:
        raise Refused(verdict)
    model = parsed_model(adopted_model(municipality_id))
    form = ReceiveForm(request.POST or None, initial={"once": new_id(), "name": _name(page.carried)})
    domains = _offer(request, form, model, municipality_id)
    look = _page(
        page,
        ("Casus aannemen", "Casus aannemen en openen", "De casus is open.", "Nog niet aangenomen."),
        (
            "Uw gemeente opent een eigen casus, onder uw eigen AVE-model. De samenvatting staat in de tijdlijn.",
            f"De casus van {page.line.from_municipality} sluit. U ziet die niet, zij zien de uwe niet.",
            "Wie verhuist, komt in het register van uw gemeente.",
        ),
    )

    def do(data: Fields) -> Done:
        director = holders.choice(data["holder"]) if data["holder"] else None
        new = ReceivedCase(
            name=str(data["name"]),
            phase=int(str(data["phase"])),
            domain=str(data.get("domain", domains[0] if domains else "")),
            case_id=UUID(str(data["once"])),
            chosen={} if director is None else {_DIRECTION: director},
            links=_links(request, str(data["other"]), str(data["link_reason"])),
        )
        made = receive_case(actor=request.actor, now=request.now, offer_id=offer_id, new=new)
        return after_opening(request, made, elsewhere="/", director=director)

    rename = {_DIRECTION.value: "holder", "residents": "other", "link": "other"}
    return act_page(request, look, form, do, rename=rename, reading=partial(record_offer, request, page))


def _name(carried: Carried) -> str:
    first = carried.people[0]
    surname = f"{first.surname_prefix} {first.surname}".strip()
    return f"Huishouden {surname}" if carried.kind == "household" else person_name(first)


def _offer(request: DoorRequest, form: ReceiveForm, model: Model, municipality_id: UUID) -> list[str]:
    """Fill in what may be chosen; gives the domains on which the viewer works."""
    phases = [(str(number), f"AVE {number}, {model.phase(number).name}") for number in model.opening_phases]
    offer(form, "phase", phases)
    directors = holders.directors(municipality_id, model, model.opening_phases, now=request.now)
    offer(form, "holder", directors, "Nog niemand")
    domains = sorted(request.viewer.domains)
    offer(form, "domain", [(code, words.dutch(words.DOMAINS, code)) for code in domains])
    if len(domains) == 1:
        del form.fields["domain"]
    return domains


def _links(request: DoorRequest, code: str, reason: str) -> list[NewLink]:
    if not code.strip():
        return []
    try:
        other = case_by_code(request.viewer, code.strip().upper(), now=request.now)
    except NotVisible:
        raise Invalid({"other": "Deze casus bestaat niet, of u mag haar niet zien. Vraag wie haar leidt."}) from None
    return [NewLink(other.band.case_id, reason)]


@signed_in
def refuse(request: DoorRequest, offer_id: UUID) -> HttpResponse:
    """Refuse, with the reason."""
    page = find_offer(request, offer_id)
    look = _page(
        page,
        ("Casus weigeren", "Casus weigeren", "De casus is geweigerd.", "Nog niet geweigerd."),
        (
            f"{page.line.from_municipality} blijft de casus leiden en leest uw reden.",
            "U ziet het aanbod niet meer.",
        ),
    )

    def do(data: Fields) -> str:
        refuse_move(actor=request.actor, now=request.now, offer_id=offer_id, reason=str(data["reason"]))
        return "/"

    form, reading = WhyNotForm(request.POST or None), partial(record_offer, request, page)
    return act_page(request, look, form, do, verdict=_asked(request, page), reading=reading)
