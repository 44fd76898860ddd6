"""The own page, ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from houvast.cases.rules.own_words import WordsAbout
from houvast.desk.rules.own_page_facts import Line, Look, Section
from houvast.desk.rules.own_page_said import reader
from houvast.desk.selectors.own_page import OwnPage
from houvast.kernel.dutch_dates import moment
from houvast.participation.rules.parts import OwnPart
from houvast.web import addresses
from houvast.web.form_look import fields
from houvast.web.look import Field, Link, Phone, phase_class, phone
from houvast.web.own_page.forms import SayForm, say_form


@dataclass(frozen=True, slots=True)
class LineLook:
    """A line of the page."""

    text: str
    lead: str
    phone: Phone | None
    mark: str
    look: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together: rows of one list, or one line by itself."""

    is_list: bool
    lines: tuple[LineLook, ...]


@dataclass(frozen=True, slots=True)
class SectionLook:
    """A part of the page; `links` lead to where one answers or asks."""

    id: str
    title: str
    css_class: str
    groups: tuple[Group, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SayLook:
    """The form in which one says something: its fields, what its button says, and who reads it."""

    fields: tuple[Field, ...]
    button: str
    reader: str


@dataclass(frozen=True, slots=True)
class PageLook:
    """The page."""

    title: str
    introduction: str
    municipality: str
    made_at: str
    sections: tuple[SectionLook, ...]
    say: SayLook


def say_look(page: OwnPage, form: SayForm) -> SayLook:
    """Give the form in which one says something."""
    button = f"Verstuur naar {page.send_to}" if page.send_to else "Verstuur"
    return SayLook(fields(form), button, reader(page.send_to, is_led=page.is_led))


def look(page: OwnPage) -> PageLook:
    """Give the page as its template prints it."""
    form = say_form(page)
    return PageLook(
        title=page.title,
        introduction=page.introduction,
        municipality=page.municipality,
        made_at=moment(page.made_at, page.made_at),
        sections=tuple(_section(each, page) for each in page.sections),
        say=say_look(page, form),
    )


def _links(page: OwnPage) -> Mapping[OwnPart, tuple[Link, ...]]:
    """Give where one answers and asks, under the part that it belongs to."""
    days = (Link("Om een andere dag vragen", "/mijn/andere-dag/"),) if page.askable else ()
    return {
        OwnPart.QUESTIONS: tuple(
            Link(f"Geef antwoord op “{each.stood}”", f"/mijn/zeggen/?over={each.key}")
            for each in page.sayable
            if each.about is WordsAbout.QUESTION
        ),
        OwnPart.FIRST: days,
        OwnPart.WISHES: (Link("Iemand voorstellen", "/mijn/voorstellen/"), *days),
        OwnPart.REQUESTS: (Link("Stel een vraag over uw gegevens", "/mijn/gegevens/"),) if page.may_ask else (),
    }


def _section(section: Section, page: OwnPage) -> SectionLook:
    groups = groupby(section.lines, key=lambda line: line.look is Look.ROW)
    found = tuple(Group(is_list, tuple(_line(each) for each in lines)) for is_list, lines in groups)
    part = section.part.value
    css_class = {"first": "eerst", "step": f"stap {phase_class(page.phase)}"}.get(part, "")
    return SectionLook(part, section.title, css_class, found, _links(page).get(section.part, ()))


def _line(line: Line) -> LineLook:
    url = addresses.own_letter(line.opens) if line.opens else ""
    return LineLook(line.text, line.lead, phone(line.phone, line.lead), line.mark, line.look.value, url)
