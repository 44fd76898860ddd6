"""What the partials in `templates/onderdelen/` print: frozen dataclasses with strings that are ready to print.

A page fills these and hands them to its template; templates decide nothing. Every text in here is Dutch and already
said the way people say it (`houvast.kernel.dutch_dates` for dates). The state of a seat shows in its form as well as
in its colour: held is plain, temporary is dashed, vacant is black, not required is plain words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from houvast.ave.model import Phase
from houvast.ave.vocabulary import Responsibility

PRIMARY = "utrecht-button--primary-action"
SECONDARY = "utrecht-button--secondary-action"
SUBTLE = "utrecht-button--subtle"
ON_VACANT = "utrecht-button--leeg"

LATE = "houvast-stand--fout"
GOOD = "houvast-stand--goed"
CAREFUL = "houvast-stand--let-op"

NO_END = "geen einddatum"
FILLING_OVER = "Tijdelijk, voorbij"
FUNCTION_OVER = "Functie gestopt"
WHO_LEADS = "Wie heeft de regie?"

NOBODY: Mapping[Responsibility, str] = {
    Responsibility.CASE_DIRECTION: "Niemand heeft de casusregie",
    Responsibility.PROCESS_DIRECTION: "Niemand heeft de procesregie",
    Responsibility.OPERATIONAL: "Niemand is operationeel verantwoordelijk",
    Responsibility.ADMINISTRATIVE: "Niemand is bestuurlijk verantwoordelijk",
}
"""What a vacancy says, for each responsibility: a sentence, never a word such as "leeg"."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: what it says and where it goes."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Act:
    """A link that looks like a button: verb and thing. One act on a page is PRIMARY."""

    text: str
    url: str
    css_class: str = SECONDARY


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone link. `whom` is read aloud before the number."""

    shown: str
    url: str
    whom: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a list of people: name, what one is, and the number when there is one."""

    name: str
    what: str
    phone: Phone | None


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """A phase by number, name and colour together; "AVE 3", "Complexe problemen", "fase-3"."""

    number: int
    label: str
    name: str
    css_class: str


@dataclass(frozen=True, slots=True)
class SeatMark:
    """One of the four responsibilities in the band. Make it with one of the `seat_…` functions."""

    css_class: str
    title: str
    label: str
    who: str
    lines: tuple[str, ...]
    since: str = ""
    until_strong: str = ""
    until_class: str = ""
    until: str = ""
    phone: Phone | None = None
    act: Act | None = None
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One rung of the ladder in the band."""

    number: int
    css_class: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Wie heeft de regie? Phase with since and review, and four seats in a fixed order. `anchor` is its id on the page.

    `linked` are sentences about other cases of the same people; `history` leads to how the direction went;
    `evening` is who to call in the evening and the weekend.
    """

    anchor: str
    title: str
    css_class: str
    phase: PhaseMark
    lines: tuple[str, ...]
    ladder: tuple[LadderStep, ...]
    seats: tuple[SeatMark, ...]
    evening: Phone | None = None
    linked: tuple[str, ...] = ()
    history: Link | None = None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A row of a work list: which case, why it is here, when, and the one act that solves it.

    `when` is how people say it ("1 werkdag te laat"), `when_class` is LATE or empty, `when_exact` is the date.
    """

    name: str
    url: str
    code: str
    why: str
    when: str
    when_exact: str
    act: Act
    when_class: str = ""
    phase: PhaseMark | None = None


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Rows with the same cause. `anchor` is the id on the page, `css_class` is VACANT_GROUP for nobody in charge."""

    anchor: str
    title: str
    note: str
    count: str
    rows: tuple[WorkRow, ...]
    css_class: str = "houvast-oorzaak"


VACANT_GROUP = "houvast-oorzaak houvast-oorzaak--leeg"


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline: the moment as people say it and exactly (ISO 8601), a bold lead, and the rest.

    `said` is what somebody wrote with it.
    """

    at: str
    at_exact: str
    lead: str
    text: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events, newest first, with a link to the rest."""

    events: tuple[Event, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Paging:
    """Keyset paging: there is a first and a next page, and no numbers."""

    summary: str
    first: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class Empty:
    """An empty page or list: what will come here and how, with an act when there is one."""

    title: str
    text: str
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class ErrorSummary:
    """What is wrong in a form: the heading says what happened, `kept` what is kept; each link leads to its field."""

    title: str
    kept: str
    errors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a select, or one box or dot; `description` stands in small below the label.

    `group` is the heading under which an option of a select stands.
    """

    id: str
    value: str
    label: str
    description: str = ""
    is_chosen: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A form field with label, description and error. `houvast.web.form_look` makes it from a Django form field.

    `control` is the template of the control itself, `described_by` the ids that are read aloud with it, and
    `attributes` what else stands on the control (type, autocomplete, rows …).
    """

    control: str
    id: str
    name: str
    label: str
    css_class: str = "utrecht-form-field"
    description: str = ""
    error: str = ""
    value: str = ""
    described_by: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    choices: tuple[Choice, ...] = ()
    choice_type: str = ""


def phone(number: str, whom: str) -> Phone | None:
    """Give the link for a number as people write it ("0596 00 01 12"); None when there is no number."""
    digits = "".join(character for character in number if character.isdigit() or character == "+")
    return Phone(number, f"tel:{digits}", whom) if digits else None


def phase_mark(phase: Phase) -> PhaseMark:
    """Give the mark of a phase of a model."""
    return PhaseMark(phase.number, f"AVE {phase.number}", phase.name, phase_class(phase.number))


def phase_class(number: int) -> str:
    """Give the class that carries the colours of a phase (`houvast.web.phase_css`)."""
    return f"fase-{number}"


def band(  # the arguments are the parts of the band, each of them named
    *,
    anchor: str = "regie",
    title: str = WHO_LEADS,
    phase: PhaseMark,
    lines: tuple[str, ...],
    phases: tuple[int, ...],
    seats: tuple[SeatMark, ...],
    evening: Phone | None = None,
    linked: tuple[str, ...] = (),
    history: Link | None = None,
) -> Band:
    """Give the band; one vacancy gets a wider column, more of them share the room."""
    vacant = [place for place, seat in enumerate(seats, start=1) if seat.is_vacant]
    wide = f" houvast-band--leeg-{vacant[0]}" if len(vacant) == 1 else ""
    return Band(
        anchor=anchor,
        title=title,
        css_class=f"houvast-band {phase.css_class}{wide}",
        phase=phase,
        lines=lines,
        ladder=tuple(LadderStep(number, phase_class(number), number == phase.number) for number in phases),
        seats=seats,
        evening=evening,
        linked=linked,
        history=history,
    )


def seat_held(title: str, *, who: str, lines: tuple[str, ...], since: str, phone: Phone | None) -> SeatMark:
    """Give a seat that somebody holds; `lines` are function and organisation."""
    return SeatMark("houvast-stoel", title, "", who, lines, since=since, until=NO_END, phone=phone)


def seat_until(
    title: str, *, who: str, lines: tuple[str, ...], since: str, until: str, left: str, phone: Phone | None
) -> SeatMark:
    """Give a seat that somebody holds for good, whose function ends on a day ("vr 4 dec", "over 11 dagen")."""
    ends = f", {left}: dan stopt deze functie"
    return SeatMark("houvast-stoel", title, "", who, lines, since=since, until_strong=until, until=ends, phone=phone)


def seat_of_resident(title: str, *, who: str, lines: tuple[str, ...], since: str, phone: Phone | None) -> SeatMark:
    """Give a seat that the resident or somebody of the network holds."""
    css_class = "houvast-stoel houvast-stoel--eigen"
    return SeatMark(css_class, title, "Eigen regie", who, lines, since=since, until=NO_END, phone=phone)


def seat_temporary(
    title: str, *, who: str, lines: tuple[str, ...], since: str, until: str, left: str, phone: Phone | None
) -> SeatMark:
    """Give a seat that is held for a time: until when ("vr 4 dec"), and how long that is ("over 11 dagen")."""
    return SeatMark(
        "houvast-stoel houvast-stoel--tijdelijk",
        title,
        "Tijdelijk",
        who,
        lines,
        since=since,
        until_strong=until,
        until=f", {left}",
        phone=phone,
    )


def seat_overdue(
    title: str,
    *,
    who: str,
    lines: tuple[str, ...],
    since: str,
    until: str,
    late: str,
    phone: Phone | None,
    act: Act | None,
    label: str = FILLING_OVER,
) -> SeatMark:
    """Give a seat whose last day has passed: still held, and late ("3 dagen te laat"). `label` says what ended."""
    return SeatMark(
        "houvast-stoel houvast-stoel--tijdelijk houvast-stoel--te-laat",
        title,
        label,
        who,
        lines,
        since=since,
        until_strong=f"{until}, {late}",
        until_class=LATE,
        phone=phone,
        act=act,
    )


def seat_vacant(
    responsibility: Responsibility, title: str, *, lines: tuple[str, ...], phone: Phone | None, act: Act | None
) -> SeatMark:
    """Give a vacancy: since when and why in `lines`, whom to call meanwhile, and the act that solves it."""
    return SeatMark(
        "houvast-stoel houvast-stoel--leeg",
        title,
        "",
        NOBODY[responsibility],
        lines,
        phone=phone,
        act=act,
        is_vacant=True,
    )


def seat_not_required(title: str, *, phase_label: str) -> SeatMark:
    """Give a seat that this phase does not ask for."""
    css_class = "houvast-stoel houvast-stoel--niet-nodig"
    return SeatMark(css_class, title, "", f"Niet nodig in {phase_label}", ())
