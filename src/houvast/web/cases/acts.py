"""Acts on a whole case: a note, a link, closing and opening again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.http import HttpResponse

from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy, policy_notes
from houvast.cases.models import Note
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.contents import notes as case_notes
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.selectors.former import former_director
from houvast.cases.services.allow_passing import allow_passing
from houvast.cases.services.close_case import NewClosing
from houvast.cases.services.link_cases import NewLink, link_cases
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.write_note import write_note
from houvast.desk.services.close_case_everywhere import close_case_everywhere
from houvast.directory.selectors import partner_organisations
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.web import addresses
from houvast.web import choosing_holder as holders
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.cases.forms import CloseForm, LinkForm, NoteForm, PassingForm, ReopenForm
from houvast.web.cases.waiting import before_closing
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.look import Link
from houvast.web.own_words_look import seen_words
from houvast.web.receiving_fields import choices, found_before, handing_on, offered


def _find(request: DoorRequest, code: str) -> FoundCase:
    return case_by_code(request.viewer, code.upper(), now=request.now)


def _page(
    found: FoundCase, title: str, button: str, done: str, not_done: str, consequences: tuple[str, ...]
) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done=not_done,
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        consequences=consequences,
    )


@signed_in
def note(request: DoorRequest, code: str) -> HttpResponse:
    """Write a note."""
    found = _find(request, code)
    form = NoteForm(request.POST or None, initial={"once": new_id()})
    consequences = (
        "Een algemene notitie leest wie deze casus leidt of het proces leidt.",
        "Een notitie over zorg of politie leest alleen wie daar een grond voor heeft, en pas als u haar deelt.",
        "Een notitie verandert niet meer. Een verbetering is een nieuwe notitie.",
    )
    page = _page(
        found, "Notitie schrijven", "Notitie bewaren", "De notitie is bewaard.", "Nog niet bewaard.", consequences
    )
    facts_only = Link("Schrijf op wat u zag en hoorde", addresses.case_act(found.band.code, "waarneming"))
    page = replace(page, elsewhere=Elsewhere("Botsen de belangen van mensen in deze casus?", (facts_only,)))

    def do(data: dict[str, object]) -> str:
        write_note(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            part=Note.Part(str(data["part"])),
            text=str(data["text"]),
            shared_with_case=bool(data["shared"]),
            ask_before_passing=bool(data["limited"]),
            note_id=UUID(str(data["once"])),
        )
        return addresses.case(found.band.code)

    parts = parts_seen(request.viewer, found.band.case_id, now=request.now)
    verdict = policy_notes.may_contribute(request.viewer, found.facts, parts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def pass_on(request: DoorRequest, code: str, note_id: UUID) -> HttpResponse:
    """Let a note be passed on to an organisation."""
    found = _find(request, code)
    notes = case_notes(request.viewer, found.band.case_id, now=request.now)
    written = next((each for each in notes if each.id == note_id and each.text is not None), None)
    if written is None:
        raise NotVisible
    form = PassingForm(request.POST or None)
    others = [each for each in partner_organisations() if each.id != written.organisation_id]
    offer(form, "organisation", [(str(each.id), each.name) for each in others], nothing="Kies een organisatie")
    consequences = (
        "Wie deze casus leidt, mag deze ene notitie met die organisatie delen, als daar een grond voor is.",
        "Hiermee is zij nog niet gedeeld.",
        "Dat u dit goed vond, blijft staan.",
    )
    page = _page(
        found, "Doorgeven goedvinden", "Goedvinden", "U vond goed dat dit wordt doorgegeven.", "Nog niet.", consequences
    )

    def do(data: dict[str, object]) -> str:
        organisation = UUID(str(data["organisation"]))
        allow_passing(actor=request.actor, now=request.now, note_id=note_id, organisation_id=organisation)
        return addresses.case(found.band.code)

    verdict = policy_notes.may_allow_passing(request.viewer, writer=written.author_id)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def link(request: DoorRequest, code: str) -> HttpResponse:
    """Link a case to another."""
    found = _find(request, code)
    form = LinkForm(request.POST or None)
    consequences = (
        "In beide casussen staat daarna wie de andere leidt.",
        "Niemand ziet meer van de andere casus dan zij nu al ziet.",
    )
    page = _page(
        found, "Casus koppelen", "Casussen koppelen", "De casussen zijn gekoppeld.", "Nog niet gekoppeld.", consequences
    )

    def do(data: dict[str, object]) -> str:
        try:
            other = _find(request, str(data["other"]).strip())
        except NotVisible as unseen:
            raise Invalid({"other": "Deze casus bestaat niet, of u mag haar niet zien."}) from unseen
        if other.band.case_id == found.band.case_id:
            raise Invalid({"other": "Dit is dezelfde casus. Vul het nummer van de andere in."})
        new = NewLink(other.band.case_id, str(data["link_reason"]))
        link_cases(actor=request.actor, now=request.now, case_id=found.band.case_id, new=new)
        return addresses.case(found.band.code)

    verdict = policy.may_work_in(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, rename={"link": "other"}, about=found)


@signed_in
def close(request: DoorRequest, code: str) -> HttpResponse:
    """Close a case."""
    found = _find(request, code)
    form = CloseForm(request.POST or None, initial={"seen": found.band.period_id})
    verdict = policy.may_close(request.viewer, found.facts)
    possible = offered(request.viewer, found, found.band.phase.number, now=request.now) if verdict.allowed else {}
    offer(form, "receiver", choices(possible, "Niemand"))
    held = ", ".join(dict.fromkeys(seat.holder for seat in found.band.seats if seat.holder)) or "niemand"
    consequences = (
        "De fase eindigt, en alle vier de verantwoordelijkheden met haar.",
        f"Wie nu een rol heeft ({held}), ziet de casus daarna niet meer.",
        "Kiest u een dag, dan ziet wie de casus leidde haar tot is vastgelegd dat het goed gaat. Tot dan vult die "
        "ook aan wat na een besluit nog open staat.",
        "Tot dan maakt die ook nog de brief dat de hulp stopt. Kiest u geen dag? Maak hem dan voor u sluit.",
        "Wie het overneemt, zegt ja of nee, en ziet tot die dag wie de casus leidde en de nazorg.",
        "Eigen pagina’s van deze casus stoppen meteen, en hun codes ook.",
        "De procesregisseurs van uw gemeente zien dat de casus gesloten is en kunnen haar heropenen.",
    )
    page = _page(found, "Casus sluiten", "Casus sluiten", "De casus is gesloten.", "Nog niet gesloten.", consequences)
    page = replace(page, elsewhere=before_closing(request.viewer, found, request.now))

    def do(data: dict[str, object]) -> str:
        aftercare = data["aftercare_on"]
        new = NewClosing(
            reason=str(data["reason"]),
            text=str(data["text"]),
            aftercare_on=aftercare if isinstance(aftercare, date) else None,
            handing_on=handing_on(possible, data),
        )
        close_case_everywhere(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            new=new,
            seen_period=UUID(str(data["seen"])),
            seen_words=seen_words(request),
        )
        return "/"

    return act_page(request, page, form, do, verdict=verdict, about=found, hears=True)


@signed_in
def reopen(request: DoorRequest, code: str) -> HttpResponse:
    """Open a closed case again; the earlier director is proposed first."""
    found = _find(request, code)
    band, model, direction = found.band, found.model, Responsibility.CASE_DIRECTION
    earlier = former_director(request.viewer, band.case_id, now=request.now)
    initial = {
        "seen": band.period_id,
        "phase": str(band.phase.number),
        "holder": holders.member_value(earlier.member_id if earlier else None),
        "reason": found_before(request, found),
    }
    form = ReopenForm(request.POST or None, initial=initial)
    numbers = sorted({*model.opening_phases, band.phase.number})
    phases = [(str(number), f"AVE {number}, {model.phase(number).name}") for number in numbers]
    offer(form, "phase", phases, nothing="Kies een fase")
    own = holders.people(request.viewer, band.case_id, now=request.now)
    people = holders.directors(band.municipality_id, model, numbers, now=request.now, own=own)
    offer(form, "holder", people, nothing="Nog niemand")
    first = (
        f"{earlier.name} had de casusregie het laatst en staat klaar." if earlier else "Kies wie de casusregie neemt."
    )
    consequences = (
        first,
        f"Dit telt als terugval nummer {band.relapses + 1}.",
        "De operationele en bestuurlijke verantwoordelijkheid volgen weer uit het model.",
        "Wie een eigen pagina had, komt er niet meer in. Geef een nieuwe pagina met een nieuwe code.",
    )
    page = _page(
        found, "Casus heropenen", "Casus heropenen", "De casus is weer open.", "Nog niet heropend.", consequences
    )

    def do(data: dict[str, object]) -> str:
        chosen = {direction: holders.choice(data["holder"])} if data["holder"] else {}
        reopen_case(
            actor=request.actor,
            now=request.now,
            case_id=band.case_id,
            phase=int(str(data["phase"])),
            reason=str(data["reason"]),
            chosen=chosen,
            seen_period=UUID(str(data["seen"])),
        )
        return addresses.case(band.code)

    verdict = policy.may_reopen(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, rename={direction.value: "holder"}, about=found)
