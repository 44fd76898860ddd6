"""What is to be done around a crucial moment, and whom to call."""

from datetime import date
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.models import MomentItem, MomentReport
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.moments import ItemLine, MomentLine, item_by_id
from houvast.cases.services.add_moment_item import add_moment_item
from houvast.cases.services.name_moment_contact import NewContact, name_moment_contact
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.directory.selectors import possible_holders
from houvast.kernel.dutch_dates import short
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.moment_look import mark
from houvast.web.moments.forms import ContactForm, ItemForm, ReportForm
from houvast.web.moments.pages import SIDE_OF_SLUG
from houvast.web.moments.reading import case_of, find, on_record

_CARE = "Alleen wie u kiest, ziet dit punt en bij welk moment het hoort, zolang het open is."


@signed_in
def add(request: DoorRequest, moment_id: UUID) -> HttpResponse:
    """Add something to do to the list."""
    found, page = find(request, moment_id)
    form = ItemForm(request.POST or None, initial={"once": new_id(), "due": page.moment.days.first})
    _offer_members(request, form, found)
    look = ActPage(
        title="Punt toevoegen",
        button="Punt toevoegen",
        done="Het punt staat op de lijst.",
        not_done="Nog niet toegevoegd.",
        back=addresses.moment(moment_id),
        back_text="Het moment",
        facts=(("Moment", mark(page.moment, now=request.now).title),),
        consequences=(
            "Het punt komt op de lijst, met de dag waarop het klaar moet zijn. Die dag schuift mee met het moment.",
            "Kiest u een collega? Dan staat het punt op Mijn werk van die collega, die het zelf meldt.",
            f"{_CARE} Verder ziet die collega wie de regie heeft.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        due, member = data["due"], str(data["member"])
        add_moment_item(
            actor=request.actor,
            now=request.now,
            moment_id=moment_id,
            text=str(data["text"]),
            who=str(data["who"]),
            timing=MomentItem.Timing(str(data["timing"])),
            due=due if isinstance(due, date) else None,
            member_id=UUID(member) if member else None,
            item_id=UUID(str(data["once"])),
        )
        return addresses.moment(moment_id)

    return act_page(request, look, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def _offer_members(request: DoorRequest, form: ItemForm, found: FoundCase) -> None:
    field = form.fields["member"]
    lines = possible_holders(found.band.municipality_id, found.model.functions.keys(), now=request.now)
    if isinstance(field, forms.ChoiceField):
        offer = [(str(line.id), f"{line.name}, {line.title}, {line.organisation_name}") for line in lines]
        field.choices = [("", "Niemand in het bijzonder"), *offer]


@signed_in
def contact(request: DoorRequest, moment_id: UUID, side: str) -> HttpResponse:
    """Name whom to call at one side."""
    which = SIDE_OF_SLUG.get(side)
    if which is None:
        raise NotVisible
    found, page = find(request, moment_id)
    known = next((each for each in page.contacts if each.side is which), None)
    initial = {} if known is None else {"name": known.name, "organisation": known.organisation, "phone": known.phone}
    look = ActPage(
        title=f"Contact: {word_for(which)}",
        button="Contact bewaren",
        done="Het contact is bewaard.",
        not_done="Nog niet bewaard.",
        back=addresses.moment(moment_id),
        back_text="Het moment",
        facts=(("Moment", mark(page.moment, now=request.now).title),),
        consequences=(
            "Dit is wie de regisseurs bellen rond dit moment.",
            "Deze persoon krijgt hierdoor niets te zien.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        new = NewContact(which, str(data["name"]), str(data["organisation"]), str(data["phone"]))
        name_moment_contact(actor=request.actor, now=request.now, moment_id=moment_id, new=new)
        return addresses.moment(moment_id)

    form = ContactForm(request.POST or None, initial=initial)
    return act_page(request, look, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


@signed_in
def report(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Report an item: by who holds it, or by a director; the list of a moment sends its ticks here too."""
    moment, item = item_by_id(request.viewer, item_id, now=request.now)
    found = case_of(request, moment.case_id)
    leads = policy.may_work_in(request.viewer, found.facts).allowed
    form = ReportForm(request.POST or None)
    page = _report_page(request, found, moment, item, back=addresses.moment(moment.id) if leads else "/")

    def do(data: dict[str, object]) -> str:
        report_moment_item(
            actor=request.actor,
            now=request.now,
            item_id=item_id,
            state=MomentReport.State(str(data["state"])),
            text=str(data["text"]),
        )
        return f"{page.back}#punt-{item_id}" if leads else "/"

    verdict = policy.may_report_item(request.viewer, found.facts, holder=item.member_id)
    return act_page(request, page, form, do, verdict=verdict, reading=partial(on_record, request, found, "moment_item"))


def _report_page(request: DoorRequest, found: FoundCase, moment: MomentLine, item: ItemLine, *, back: str) -> ActPage:
    due = short(item.due, in_amsterdam(request.now).date())
    said = (("Laatst gemeld", f"{item.said} ({item.by})"),) if item.said else ()
    return ActPage(
        title=item.text,
        button="Punt melden",
        done="Het punt is gemeld.",
        not_done="Nog niet gemeld.",
        back=back,
        back_text="Mijn werk" if back == "/" else "Het moment",
        facts=(
            ("Casus", f"{found.band.name}, {found.band.code}"),
            ("Moment", mark(moment, now=request.now).title),
            ("Wie", item.member or item.who),
            ("Klaar", f"uiterlijk {due}"),
            *said,
        ),
        consequences=(
            "De regisseurs zien meteen hoe dit punt staat, wie het meldde en wanneer.",
            "Lukt het niet? Dan is het punt van de lijst van open punten af, en staat uw reden erbij.",
            "Had u alleen dit punt? Dan ziet u de casus daarna niet meer.",
        ),
    )
