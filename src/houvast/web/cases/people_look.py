"""The people of a case, ready to print: each with how to call them, where they live, and who is close to them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases.selectors.contents import PersonLine
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.participation.rules.taking_part import OLDEST
from houvast.residents.rules.networking import NetworkStanding
from houvast.residents.rules.reaching import language_words
from houvast.residents.selectors import NetworkLine, StayLine
from houvast.web import addresses
from houvast.web.caller_look import allowed_note
from houvast.web.look import Act, Phone, phone
from houvast.web.shield_look import not_to_tell

NOT_A_CHILD = f"{OLDEST} jaar of ouder: kies bij Rol wijzigen dat dit geen kind meer is"


@dataclass(frozen=True, slots=True)
class RelativeMark:
    """Somebody of the network. `call_first` says that they are the one to call.

    `calls_url` is the page for when they call, "" for who may not write down what they say.
    """

    name: str
    note: str
    phone: Phone | None
    call_first: bool
    calls_url: str


@dataclass(frozen=True, slots=True)
class ResidentMark:
    """Somebody whom the case is about. `acts` and `hide_url` are empty for who may change nothing.

    `place` is the address, and "" when it is hidden or unknown. `not_to_tell` says who must not hear where they are,
    `must_know` what one must know before calling or writing.
    """

    name: str
    note: str
    place: str
    home: str
    phone: Phone | None
    is_child: bool
    hidden: bool
    network: tuple[RelativeMark, ...]
    acts: tuple[Act, ...]
    hide_url: str
    not_to_tell: str
    must_know: tuple[str, ...]


def resident_marks(page: CasePage, *, now: datetime) -> tuple[ResidentMark, ...]:
    """Give the people of a case, grown-ups first, each with their network."""
    today = in_amsterdam(now).date()
    return tuple(_mark(page, each, today) for each in page.people)


def with_age(person: PersonLine) -> str:
    """Give the name with the age, as far as it is known."""
    age = person.resident.age
    return person.resident.name if age is None else f"{person.resident.name} ({age})"


def note_of(person: PersonLine) -> str:
    """Say what somebody is in the case, and how they want to be reached."""
    notes = [person.role or ("kind" if person.is_child else "inwoner")]
    resident = person.resident
    notes += [NOT_A_CHILD] if person.is_child and (resident.age or 0) >= OLDEST else []
    notes += [resident.contact_wish] if resident.contact_wish else []
    notes += [f"post naar {resident.mail_to}"] if resident.mail_to else []
    notes += ["adres en telefoon zijn verborgen"] if resident.hidden else []
    return ", ".join(notes)


def must_know(person: PersonLine) -> tuple[str, ...]:
    """Say what everybody who calls or writes must know: what somebody asked about post and calls, and the language."""
    resident = person.resident
    asked = (word_for(resident.reach),) if resident.reach else ()
    return (*asked, *language_words(resident.language, interpreter=resident.interpreter))


def relative_mark(page: CasePage, line: NetworkLine) -> RelativeMark:
    """Give somebody of the network, with what they may know."""
    allowed = allowed_note(page.network_says.get(line.id, NetworkStanding())) or line.may_know
    post = f"post naar {line.mail_to}" if line.mail_to else ""
    same = "is ook inwoner" if line.in_register and page.acts.work_in else ""
    note = ", ".join(part for part in (line.relation, allowed, post, same) if part)
    url = addresses.relative(page.found.band.code, line.resident_id, line.id) if page.acts.contribute else ""
    return RelativeMark(line.name, note, phone(line.phone, line.name), line.call_first, url)


def _mark(page: CasePage, person: PersonLine, today: date) -> ResidentMark:
    resident, code = person.resident, page.found.band.code
    stays = [each for each in page.household if each.resident_id == resident.id]
    lives_here = any(each.until is None for each in stays)
    base = addresses.resident_of_case(code, resident.id)
    network = [each for each in page.network if each.resident_id == resident.id]
    return ResidentMark(
        name=with_age(person),
        note=note_of(person),
        must_know=must_know(person),
        place=resident.place,
        home=_home(stays, today),
        phone=phone(resident.phone, resident.name),
        is_child=person.is_child,
        hidden=resident.hidden,
        network=tuple(relative_mark(page, each) for each in network),
        acts=_acts(base, addresses.new_letter_to(code, resident.id), lives_here, network) if page.acts.work_in else (),
        hide_url=_hide_url(code, resident.id) if page.acts.work_in else "",
        not_to_tell=not_to_tell(each for each in page.shields if each.resident_id == resident.id),
    )


def _hide_url(code: str, resident_id: UUID) -> str:
    return f"{addresses.case_act(code, 'mensen')}adres/{resident_id}/"


def _home(stays: list[StayLine], today: date) -> str:
    if not stays:
        return ""
    newest = stays[-1]
    if newest.until is None:
        return f"Woont in dit huishouden sinds {short(newest.since, today)}."
    return f"Woonde in dit huishouden tot {short(newest.until, today)}."


def _acts(base: str, letter: str, lives_here: bool, network: list[NetworkLine]) -> tuple[Act, ...]:
    moving = "Vertrek uit het huishouden vastleggen" if lives_here else "Vastleggen dat deze persoon hier woont"
    return (
        Act("Brief schrijven", letter),
        Act("Naaste toevoegen", f"{base}naaste/"),
        Act("Gegevens verbeteren", base),
        Act("Rol wijzigen", f"{base}rol/"),
        Act(moving, f"{base}huishouden/"),
        Act("Afschermen voor iemand in het huishouden", f"{base}afschermen/"),
        *(Act(f"{each.name} als naaste weghalen", f"{base}naaste/{each.id}/weg/") for each in network),
        Act("Uit de casus halen", f"{base}eruit/"),
    )
