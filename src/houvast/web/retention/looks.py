"""How units, clocks and certificates are said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.accountability.events import RETENTION_READ
from houvast.accountability.models import DestructionProposal, LegalHold, RetentionPeriod
from houvast.accountability.policy import may_see_retention
from houvast.accountability.rules.certificate import OWN_DAY
from houvast.accountability.rules.retention import GOES_BY_ITSELF, Clock, UnitKind
from houvast.accountability.selectors.standing import Hold, Proposed
from houvast.accountability.selectors.units import Unit
from houvast.audit.services.act import record_read
from houvast.ave.vocabulary import Domain
from houvast.directory.models import Organisation
from houvast.kernel.dutch_dates import exact
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web.door import DoorRequest
from houvast.web.look import CAREFUL, GOOD

SLUGS: Mapping[str, UnitKind] = {
    "casus": UnitKind.CASE,
    "notitie": UnitKind.PARTNER_NOTE,
    "dossier": UnitKind.HOUSE_FILE,
    "signaal": UnitKind.CONCERN,
    "agendapunt": UnitKind.AGENDA_ITEM,
    "regel": UnitKind.REPAIR_ROW,
    "vraag": UnitKind.COLLEAGUE_QUESTION,
    "verzoek": UnitKind.REQUEST,
}
GROUNDS: Mapping[str, str] = {
    "partner": "werk van een partner",
    "wgs": "WGS",
    "wvggz": "Wvggz",
    "short_line": "korte lijn",
    "avg": "AVG",
}
"""Grounds of records that are no domain of a municipality."""
SLUG_OF = {kind: slug for slug, kind in SLUGS.items()}
NAV = "bewaren"
GOES = (
    "De teksten zijn daarna voor niemand meer te lezen, en namen, adressen en nummers zijn weg.",
    "Dat het er was, met nummers en dagen, blijft. Er komt een verklaring zonder persoonsgegevens.",
    "Dit is niet terug te draaien.",
)
"""What becomes of what is destroyed."""


def record_unit(request: DoorRequest, kind: UnitKind, unit_id: UUID) -> None:
    """Put on record that somebody reads what is kept of one thing, before it is shown."""
    record_read(
        RETENTION_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        case=unit_id if kind is UnitKind.CASE else None,
        subject=kind.value,
        subject_id=unit_id,
    )


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as a list prints it. `state` is the strong word, `more` the rest of the sentence."""

    name: str
    url: str
    since: str
    state: str
    css_class: str
    more: str


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A clock as a page prints it."""

    what: str
    whose: str
    since: str
    period: str
    until: str
    source: str


def municipality_of(request: DoorRequest) -> UUID:
    """Give the municipality of who may see this. Raises `NotVisible` for everybody else: it is not there for them."""
    viewer = request.viewer
    if not may_see_retention(viewer).allowed or viewer.municipality_id is None:
        raise NotVisible
    return viewer.municipality_id


def kind_of(slug: str) -> UnitKind:
    """Give the kind that an address names. Raises `NotVisible`."""
    if slug not in SLUGS:
        raise NotVisible
    return SLUGS[slug]


def url_of(kind: UnitKind, unit_id: UUID, act: str = "") -> str:
    """Give the page of a unit, or of an act on it."""
    return f"/bewaren/{SLUG_OF[kind]}/{unit_id}/" + (f"{act}/" if act else "")


def name_of(kind: UnitKind, unit_id: UUID, code: str) -> str:
    """Name a unit by its number: never by a person."""
    if kind in (UnitKind.CASE, UnitKind.REQUEST) and code:
        return code
    named = f"{SLUG_OF[kind]} {unit_id.hex[-6:]}"
    return f"{named} bij {code}" if code else named


def unit_word(unit: str) -> str:
    """Give the word for what a proposal or certificate is about."""
    return word_for(DestructionProposal.Unit(unit))


def ground_word(ground: str) -> str:
    """Give the word for a ground; the code itself where it has none."""
    return word_for(Domain(ground)) if ground in set(Domain) else GROUNDS.get(ground, ground.replace("_", " "))


def kind_word(kind: str) -> str:
    """Give the word for a kind of records."""
    return word_for(RetentionPeriod.RecordKind(kind))


def organisation_word(kind: str) -> str:
    """Give the word for a kind of organisation."""
    return word_for(Organisation.Kind(kind))


def hold_words(hold: Hold) -> str:
    """Say why something is held, and until when."""
    return f"{word_for(LegalHold.Reason(hold.reason))}; opnieuw kijken op {exact(hold.review_on)}"


def unit_row(unit: Unit, hold: Hold | None, proposed: Proposed | None, today: date) -> UnitRow:
    """Say in one line how a unit stands."""
    state, css_class, more = _standing(unit, hold, proposed, today)
    day = in_amsterdam(unit.at).date() if isinstance(unit.at, datetime) else unit.at
    return UnitRow(
        name=name_of(unit.kind, unit.id, unit.code),
        url=url_of(unit.kind, unit.id),
        since=exact(day),
        state=state,
        css_class=css_class,
        more=more,
    )


def _standing(unit: Unit, hold: Hold | None, proposed: Proposed | None, today: date) -> tuple[str, str, str]:
    if hold is not None:
        return "Vastgehouden", CAREFUL, hold_words(hold)
    if proposed is not None and proposed.approved:
        return "Goedgekeurd", GOOD, "wordt vernietigd met de volgende houvast destroy"
    if proposed is not None:
        return "Voorgesteld", CAREFUL, f"door {proposed.proposed_by}; wacht op een tweede persoon"
    due = unit.due_on
    if due is not None and due <= today and unit.kind in GOES_BY_ITSELF:
        return "Gaat vanzelf", GOOD, "wordt vernietigd met de volgende houvast destroy"
    if due is None:
        return "Geen einde", CAREFUL, "er is een soort gegevens zonder bewaartermijn"
    if due <= today:
        return "Mag weg", GOOD, f"sinds {exact(due)}"
    last = next((each for each in unit.clocks if each.ends_on == due), None)
    why = f", door {kind_word(last.start.kind)}: {ground_word(last.start.ground)}" if last else ""
    return "Nog niet", "", f"tot {exact(due)}{why}"


def clock_row(clock: Clock, whose: str) -> ClockRow:
    """Say one clock."""
    end = clock.ends_on
    return ClockRow(
        what=kind_word(clock.start.kind),
        whose=f"{ground_word(clock.start.ground)}; {whose}",
        since=exact(clock.counts_from),
        period=_period_words(clock),
        until=exact(end) if end else "geen einde",
        source=_source_words(clock),
    )


def _period_words(clock: Clock) -> str:
    if clock.start.ends_on:
        return "met een eigen laatste dag"
    return f"{clock.period.years} jaar" if clock.period else "geen termijn"


def _source_words(clock: Clock) -> str:
    if clock.period:
        return f"{clock.period.source} ({word_for(RetentionPeriod.Certainty(clock.period.certainty))})"
    return OWN_DAY if clock.start.ends_on else "Geen bron"
