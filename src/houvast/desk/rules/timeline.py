"""What the timeline of a case says: sentences from its histories, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.seats import SeatState
from houvast.documents.rules.adding import DocumentKind
from houvast.kernel.terms import word_for
from houvast.reporting_code.rules.steps import CodeStep


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the timeline: when, what in bold, the rest of the sentence, and what somebody wrote with it."""

    at: datetime
    strong: str
    text: str
    said: str = ""


def period_sentence(cause: str, phase: int, former: int | None, by: str) -> tuple[str, str]:
    """Say what began a phase period."""
    who = f" door {by}" if by else ""
    strong = {
        "opened": f"Casus geopend in AVE {phase}",
        "scaled_up": f"Opgeschaald van AVE {former} naar AVE {phase}",
        "scaled_up_urgently": f"Met spoed opgeschaald van AVE {former} naar AVE {phase}",
        "scaled_down": f"Afgeschaald van AVE {former} naar AVE {phase}",
        "reversed": f"Spoedopschaling teruggedraaid: weer AVE {phase}",
        "closed": f"Casus gesloten in AVE {phase}",
        "reopened": f"Casus heropend in AVE {phase}",
    }[cause]
    return strong, f"{who}."


def review_sentence(phase: int, by: str, next_day: str, *, asked: bool) -> tuple[str, str]:
    """Say that somebody looked again and the phase still fitted; `next_day` is "" when no next time was planned.

    `asked` says whether the resident was asked; why not stands with the review.
    """
    again = f" Opnieuw kijken op {next_day}." if next_day else ""
    without = "" if asked else " De inwoner is niet gevraagd."
    return f"AVE {phase} past nog,", f" volgens {by}.{without}{again}"


def take_over_sentence(outcome: str, team: str, by: str) -> tuple[str, str]:
    """Say that a team was asked to take the case ("asked"), or what became of that."""
    return {
        "asked": ("Overname gevraagd", f" aan {team}, door {by}."),
        "accepted": (f"{team} neemt de casus over,", f" zegt {by}."),
        "returned": (f"{team} geeft de casus terug,", f" met advies van {by}."),
        "shared": (f"{team} doet mee,", f" zegt {by}. De regie blijft waar zij is."),
        "withdrawn": ("Vraag om over te nemen ingetrokken:", f" {by} wacht niet meer op {team}."),
    }[outcome]


def hand_over_sentence(outcome: str, responsibility: Responsibility, to: str, by: str) -> tuple[str, str]:
    """Say that somebody was asked to take a seat ("asked"), or what they answered."""
    name = word_for(responsibility)
    return {
        "asked": ("Overdracht gevraagd:", f" {by} vraagt {to} de {name} over te nemen."),
        "accepted": ("Overdracht aangenomen", f" door {by}, die de {name} overneemt."),
        "refused": ("Overdracht geweigerd:", f" {by} neemt de {name} niet over."),
        "withdrawn": ("Overdracht ingetrokken:", f" {by} wacht niet meer op {to} voor de {name}."),
    }[outcome]


def proposal_sentence(from_phase: int, to_phase: int, by: str) -> tuple[str, str]:
    """Say that somebody proposed to scale."""
    return f"{_step(from_phase, to_phase)} voorgesteld", f" van AVE {from_phase} naar AVE {to_phase}, door {by}."


def decision_sentence(outcome: str, from_phase: int, to_phase: int, by: str, behalf: str) -> tuple[str, str]:
    """Say what was decided on a scaling that its phase period does not tell; `behalf` is "" for who decided."""
    what = f"{_step(from_phase, to_phase).lower()} naar AVE {to_phase}"
    who = f" Besloten door {by}, namens {behalf}." if behalf else f" Besloten door {by}."
    return {
        "approved": (f"Akkoord met {what}.", who),
        "refused": (f"Niet akkoord met {what}.", who),
        "withdrawn": (f"Voorstel voor {what} ingetrokken", f" door {by}."),
        "confirmed": (f"Spoedopschaling naar AVE {to_phase} bevestigd.", who),
    }[outcome]


def _step(from_phase: int, to_phase: int) -> str:
    return "Opschalen" if to_phase > from_phase else "Afschalen"


def judgement_sentence(organisation: str, by: str, phase: int, *, agrees: bool, up: bool) -> tuple[str, str]:
    """Say that a partner judged a proposal, and did or did not agree; `by` is "" for who does not work with Houvast."""
    step = f"{'op' if up else 'af'}schalen naar AVE {phase}{f', zegt {by}' if by else ''}."
    return f"{organisation} was het {'' if agrees else 'niet '}eens", f" met {step}"


def discussed_sentence(table: str, resolutions: int) -> tuple[str, str]:
    """Say that a table discussed the case, and how much it decided."""
    decided = {0: "zonder besluit", 1: "met 1 besluit"}.get(resolutions, f"met {resolutions} besluiten")
    return f"{table} besprak deze casus,", f" {decided}."


def table_question_sentence(asking: str, asked: str, outcome: str, by: str) -> tuple[str, str]:
    """Say that a table asked another one something ("asked"), or how that ended."""
    return {
        "asked": ("Vraag aan een andere tafel:", f" {asking} vraagt {asked}."),
        "answered": (f"{asked} geeft antwoord", f" aan {asking}, zegt {by}."),
        "not_discussed": (f"{asked} bespreekt dit niet,", f" zegt {by} tegen {asking}."),
        "withdrawn": ("Vraag aan een andere tafel ingetrokken:", f" {asking} wacht niet meer op {asked}."),
    }[outcome]


def receiver_sentence(outcome: str, who: str, by: str) -> tuple[str, str]:
    """Say that somebody was asked to take over ("asked"), or what they said; `by` is "" when they said it."""
    said = f" Vastgelegd door {by}." if by else ""
    return {
        "asked": ("Overnemen gevraagd", f" aan {who}, door {by}."),
        "accepted": (f"{who} neemt het over.", said),
        "refused": (f"{who} neemt het niet over.", said),
        "withdrawn": ("Vraag aan de ontvanger ingetrokken:", f" {by} wacht niet meer op {who}."),
    }[outcome]


def aftercare_sentence(by: str, day: str) -> tuple[str, str]:
    """Say that aftercare was agreed, with the day on which somebody asks how it goes."""
    return "Nazorg afgesproken", f" door {by}. Vinger aan de pols op {day}."


def pulse_sentence(outcome: str, by: str, next_day: str) -> tuple[str, str]:
    """Say how it went; `next_day` is "" when nobody asks again."""
    how = {"goes_well": "het gaat goed", "stays": "het blijft zoals het is", "scale_up": "het moet weer omhoog"}
    again = f" Opnieuw op {next_day}." if next_day else ""
    return f"Vinger aan de pols: {how[outcome]},", f" zegt {by}.{again}"


def seat_sentence(
    responsibility: Responsibility, state: SeatState, cause: str, holder: str, by: str, until: str
) -> tuple[str, str]:
    """Say what a seat became."""
    name = word_for(responsibility).capitalize()
    if state is SeatState.VACANT:
        gave_back = f" {by} gaf terug." if cause == "returned" and by else ""
        return f"{name}: niemand.", gave_back
    if state is SeatState.NOT_REQUIRED:
        return f"{name}:", " niet vereist."
    if state is SeatState.HELD_TEMPORARILY:
        return f"{name}:", f" {holder} neemt tijdelijk waar, tot {until}{_assigned(holder, by)}."
    if state is SeatState.HELD_BY_RESIDENT:
        return f"{name}:", f" {holder} heeft zelf de regie{_assigned(holder, by)}."
    if cause == "handed_over":
        return f"{name}:", f" {holder} nam over."
    return f"{name}:", f" {holder}{_assigned(holder, by)}."


def _assigned(holder: str, by: str) -> str:
    if not by:
        return ""
    return ", nam dit zelf op zich" if by == holder else f", toegewezen door {by}"


def document_sentence(
    kind: DocumentKind, name: str | None, by: str, organisation: str, version: int = 1
) -> tuple[str, str]:
    """Say that a document was added, or its n-th version; `name` is None for who may know only that it is there."""
    what = f"{word_for(kind).capitalize()} toegevoegd" if version == 1 else f"Versie {version} van een document"
    called = f" {name}," if name else ""
    return f"{what}{':' if name else ''}", f"{called} door {by}, {organisation}."


def words_sentence(by: str, about: str) -> tuple[str, str]:
    """Say that somebody said something on their own page, in their own words."""
    return f"{by},", f" schreef iets {about}."


def gathered_sentence() -> tuple[str, str]:
    """Say that something of the case was gathered for a request: by which function, and not what was asked."""
    return "Gegevens verzameld", " voor een verzoek van een inwoner, door een privacy officer."


def letter_sentence(kind: Enum, name: str, by: str) -> tuple[str, str]:
    """Say that a letter was made: of which kind, to whom, by whom."""
    return "Brief gemaakt:", f" {word_for(kind)} aan {name}, door {by}."


def code_sentence(step: CodeStep | None, by: str, *, skipped: bool = False, outcome: str = "") -> tuple[str, str]:
    """Say that a reporting code was begun (no step), that a step was taken or left out, or what was decided."""
    if step is None:
        return "Meldcode begonnen", f" door {by}."
    if outcome:
        return "Meldcode besloten:", f" {outcome}, zegt {by}."
    return f"Meldcode, {word_for(step)}", f"{' overgeslagen' if skipped else ''}, vastgelegd door {by}."


def newest_first(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Order a timeline: newest first. Of what happened at one moment, what was given last stands first."""
    return tuple(sorted(happenings, key=lambda each: each.at))[::-1]
