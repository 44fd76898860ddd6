"""An offer to another municipality, ready to print."""

from dataclasses import dataclass
from datetime import datetime

from houvast.cases import policy
from houvast.cases.models import MoveAnswer
from houvast.cases.rules.moves import CarriedPerson
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.moves import MovePage
from houvast.desk.rules.moves import answer_sentence, offer_sentence
from houvast.desk.rules.work import term
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import known_part, moment
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.terms import word_for
from houvast.residents.rules.naming import full_name
from houvast.residents.rules.reaching import Reach, language_words
from houvast.web import addresses
from houvast.web.act_page import Elsewhere
from houvast.web.elsewhere.still_running import running_look
from houvast.web.look import PRIMARY, SECONDARY, Act, Link, Phone, phone


@dataclass(frozen=True, slots=True)
class PersonMark:
    """Somebody who moves: the name, and what goes over of them in a few words."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class MoveLook:
    """Everything that the page of an offer prints. `back` is the case for who sees it, else Mijn werk."""

    title: str
    under: str
    back: Link
    acts: tuple[Act, ...]
    summary: str
    facts: tuple[tuple[str, str], ...]
    people: tuple[PersonMark, ...]
    organisations: tuple[str, ...]
    coming: tuple[str, ...]
    elsewhere: Elsewhere | None
    caller: str
    caller_phone: Phone | None
    history: tuple[str, ...]


def move_look(viewer: Viewer, page: MovePage, found: FoundCase | None, *, now: datetime) -> MoveLook:
    """Give the page of an offer, with the acts that this viewer may do."""
    line = page.line
    title = f"Verhuizing uit {line.from_municipality}" if found is None else f"Aangeboden aan {line.to_municipality}"
    back = Link("Mijn werk", "/")
    if found is not None:
        back = Link(f"{found.band.name}, {found.band.code}", addresses.case(found.band.code))
    return MoveLook(
        title=title,
        under=_under(page, now),
        back=back,
        acts=_acts(viewer, page, found),
        summary=page.summary,
        facts=(
            ("Aangeboden door", f"{line.offered_by}, gemeente {line.from_municipality}"),
            ("Gevraagd", f"{line.asked_name}, gemeente {line.to_municipality}"),
            ("Grond", f"{word_for(page.ground).capitalize()}. {page.ground_words}"),
            ("Fase bij het aanbod", f"AVE {page.phase}"),
        ),
        people=tuple(_person(each) for each in page.carried.people),
        organisations=page.carried.organisations,
        coming=page.coming,
        elsewhere=running_look(viewer, found, now=now)[0] if found is not None and line.outcome is None else None,
        caller=line.offered_by,
        caller_phone=phone(line.offered_by_phone, line.offered_by),
        history=_history(page, now),
    )


def _under(page: MovePage, now: datetime) -> str:
    if page.line.outcome is not None:
        return word_for(page.line.outcome).capitalize()
    left, exact, _ = term(page.line.answer_before, now)
    return f"Wacht op antwoord: {left}, {exact}"


def _acts(viewer: Viewer, page: MovePage, found: FoundCase | None) -> tuple[Act, ...]:
    line = page.line
    if line.outcome is not None:
        return ()
    if policy.may_answer_move(viewer, line.asked).allowed:
        return (
            Act("Casus aannemen", addresses.move(line.id, "aannemen"), PRIMARY),
            Act("Weigeren", addresses.move(line.id, "weigeren"), SECONDARY),
        )
    if found and policy.may_withdraw_move(viewer, found.facts, offered_by=line.offered_by_id).allowed:
        return (Act("Aanbod intrekken", addresses.move(line.id, "intrekken"), SECONDARY),)
    return ()


def person_name(person: CarriedPerson) -> str:
    """Give the name of somebody who moves."""
    return full_name(person.first_names, person.surname_prefix, person.surname)


def _person(person: CarriedPerson) -> PersonMark:
    born = ""
    if person.birth_year:
        day = PartialDate(person.birth_year, person.birth_month or None, person.birth_day or None)
        born = f"geboren {known_part(day)}"
    notes = (
        person.role,
        "kind" if person.is_child else "",
        born,
        f"BSN {person.bsn}" if person.bsn else "",
        person.phone,
        person.contact_wish,
        word_for(Reach(person.reach)) if person.reach else "",
        *language_words(person.language, interpreter=person.interpreter),
        "het adres is verborgen" if person.hidden_address else "",
    )
    return PersonMark(person_name(person), ", ".join(note for note in notes if note))


def _history(page: MovePage, now: datetime) -> tuple[str, ...]:
    line = page.line
    told = "".join(offer_sentence(line.to_municipality, line.asked_name, line.offered_by))
    lines = [f"{moment(line.offered_at, now)}: {told}"]
    if line.outcome is not None and line.answered_at is not None:
        answered = "".join(answer_sentence(line.outcome, line.to_municipality, line.answered_by))
        why = f" {line.reason}" if line.reason and line.outcome is not MoveAnswer.Outcome.ACCEPTED else ""
        lines.append(f"{moment(line.answered_at, now)}: {answered}{why}")
    return tuple(reversed(lines))
