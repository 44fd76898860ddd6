"""Dit gebeurt er: what a scaling would do to whom, sentence by sentence, before it is done."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import ASSIGNED, HoldingTwo, Responsibility
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.asked_at_once import AskedAtOnce
from houvast.cases.selectors.preview import Preview, SeatPreview, SightPreview, is_vacant
from houvast.directory.selectors import deciders, possible_holders
from houvast.directory.viewer import Viewer
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import add_working_days
from houvast.web.scaling import wording

_NOTES = {Part.GENERAL_NOTES, Part.CARE_NOTES, Part.JUSTICE_NOTES}
_VACANT = "leeg"
_SEEN = {
    Part.CARE_SUMMARY: "dat er zorgnotities zijn",
    Part.JUSTICE_SUMMARY: "dat er notities van politie en justitie zijn",
    Part.ITEM: "wat een overleg over de casus besluit",
}
"""What somebody sees, where the word of the table says less than a sentence needs."""
ASKED_NO_MORE = "Wie alleen daarom is gevraagd, ziet de casus niet meer."
DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Line:
    """One consequence: what it is about in bold, what happens, and what somebody will see by it."""

    lead: str
    text: str
    quiet: str = ""
    css_class: str = ""


def digest(lines: Iterable[Line]) -> str:
    """Give a short mark of what was shown, so that nothing else is done than what somebody read."""
    text = "\n".join(f"{line.lead}|{line.text}|{line.quiet}" for line in lines)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def of_moving(preview: Preview, viewer: Viewer, *, now: datetime) -> tuple[Line, ...]:
    """Say what moving the case does: the phase, each seat, and what people see by their seats."""
    return (_phase_line(preview, now), *_seat_lines(preview, viewer, now), *_two_seats(preview))


def with_choice_to_make(lines: Iterable[Line], model: Model, boundary: Boundary) -> tuple[Line, ...]:
    """Say that somebody must be chosen for the process direction, in place of that it goes to nobody."""
    name = model.responsibilities[Responsibility.PROCESS_DIRECTION].name
    named = wording.functions(model, [boundary.process_direction_after])
    choice = Line(
        name, f" gaat naar wie u kiest bij 'Wie krijgt de procesregie?'. Het model noemt: {named}.", "", _VACANT
    )
    return tuple(choice if line.lead == name else line for line in lines)


def of_deciding(boundary: Boundary, *, now: datetime) -> Line:
    """Say what still has to follow a decision."""
    until = add_working_days(now, boundary.follow_up_within_working_days)
    return Line(
        "Nog aan te vullen",
        f": wie is gehoord en of de inwoner het weet, uiterlijk {wording.day(until, now)}.",
        "Tot dan staat het op Mijn werk.",
    )


def of_handing_on(model: Model, boundary: Boundary, *, now: datetime) -> tuple[Line, ...]:
    """Say what the receiver does, where the model asks one."""
    if not boundary.receiver_required:
        return ()
    until = add_working_days(now, model.hand_over.accept_within_working_days)
    return (
        Line(
            "Wie het overneemt",
            f", zegt ja of nee, uiterlijk {wording.day(until, now)}.",
            "Tot het ja is, staat bij de regisseurs dat niemand het overnam. Die persoon ziet wie leidt, en de nazorg.",
        ),
    )


def of_asking(model: Model, asked: AskedAtOnce) -> tuple[Line, ...]:
    """Say who is asked for a judgement as soon as it is proposed, and for whom one still chooses somebody."""
    lines = []
    if asked.people:
        names = wording.listed([line.name for line, _ in asked.people])
        sees = "ziet" if len(asked.people) == 1 else "zien"
        text = f": Houvast vraagt meteen om het oordeel van {names}."
        lines.append(Line("Samen wegen", text, f"{names} {sees} het voorstel en wie de casus leidt."))
    if asked.to_choose:
        named = wording.functions(model, asked.to_choose, "en")
        lines.append(Line("Nog te vragen", f": het oordeel van {named}. Wie dat is, kiest u bij het voorstel."))
    return tuple(lines)


WITHDRAWING = (
    Line("Het voorstel vervalt", ". De fase en de regie blijven zoals ze zijn."),
    Line("Wie zou beslissen", ", hoeft niets meer te doen. Wie om een oordeel is gevraagd, ook niet.", ASKED_NO_MORE),
    Line("In de tijdlijn", " blijft staan dat u het voorstelde, en waarom u het introk."),
)
"""What taking a proposal back does."""


def of_naming_later(boundary: Boundary, *, now: datetime) -> tuple[Line, ...]:
    """Say of an urgent scaling by when somebody is named who takes over, where the model asks one."""
    if not boundary.receiver_required:
        return ()
    until = add_working_days(now, boundary.follow_up_within_working_days)
    return (
        Line(
            "Wie het overneemt",
            f", wijst u daarna aan, uiterlijk {wording.day(until, now)}.",
            "Tot dan staat het op Mijn werk van de regisseurs.",
        ),
    )


def of_proposing(model: Model, boundary: Boundary, municipality_id: UUID, *, now: datetime) -> tuple[Line, ...]:
    """Say what proposing does: nothing moves, and who decides sees the proposal."""
    until = add_working_days(now, boundary.decide_within_working_days)
    who = who_can(boundary.decides, municipality_id, now=now)
    named = wording.functions(model, boundary.decides)
    if who:
        text = f" gaat naar: {named}. Besluit uiterlijk {wording.day(until, now)}."
        proposal = Line("Uw voorstel", text, f"{who} het voorstel.")
    else:
        proposal = Line("Niemand kan nu beslissen", f": niemand in uw gemeente is {named}.", "", _VACANT)
    return (
        Line("Er verandert nog niets", " aan de fase en de regie."),
        proposal,
        Line(
            "Bij akkoord", f" gaat de casus naar AVE {boundary.to_phase}. Wie beslist, kijkt dan wie de regie krijgt."
        ),
    )


def of_urgency(model: Model, boundary: Boundary, municipality_id: UUID, *, now: datetime) -> Line:
    """Say who confirms or reverses an urgent scaling, and by when."""
    until = add_working_days(now, boundary.urgent_confirm_within_working_days or 0)
    named = wording.functions(model, boundary.urgent_confirmed_by)
    who = who_can(boundary.urgent_confirmed_by, municipality_id, now=now)
    if not who:
        return Line("Niemand kan dit bevestigen", f": niemand in uw gemeente is {named}.", "", _VACANT)
    text = f" of terugdraaien doet een ander dan u: {named}, uiterlijk {wording.day(until, now)}."
    return Line("Bevestigen", text, f"{who} deze spoedopschaling.")


def who_can(codes: Sequence[str], municipality_id: UUID, *, now: datetime) -> str:
    """Name who holds one of these functions, with a verb: "Marit en Nadia zien"; "" when nobody does."""
    lines = possible_holders(municipality_id, codes, now=now)
    mandated = len(deciders(municipality_id, codes, now=now)) - len(lines)
    names = [line.name for line in lines]
    if mandated > 0:
        names.append("één collega met mandaat" if mandated == 1 else f"{mandated} collega's met mandaat")
    if not names:
        return ""
    return f"{wording.listed(names)} {'ziet' if len(names) == 1 and mandated <= 1 else 'zien'}"


def _phase_line(preview: Preview, now: datetime) -> Line:
    again = f" Opnieuw kijken op {wording.day(preview.review_on, now)}." if preview.review_on else ""
    return Line(f"Fase wordt AVE {preview.phase.number}", f", {preview.phase.name}, vandaag.{again}")


def _seat_lines(preview: Preview, viewer: Viewer, now: datetime) -> tuple[Line, ...]:
    told: set[UUID] = set()
    lines = []
    for seat in preview.seats:
        about = [sight for sight in preview.sights if _is_about(sight, seat) and sight.member_id not in told]
        told |= {sight.member_id for sight in about}
        quiet = " ".join(text for sight in about if (text := _sight(sight, viewer)))
        css_class = _VACANT if is_vacant(seat) else ""
        lines.append(Line(seat.name, _seat_text(seat, viewer, now), quiet, css_class))
    return tuple(lines)


def _is_about(sight: SightPreview, seat: SeatPreview) -> bool:
    return sight.member_id in (seat.was.member_id, seat.becomes.member_id)


def _seat_text(seat: SeatPreview, viewer: Viewer, now: datetime) -> str:
    was = "u" if seat.was.member_id == viewer.member_id else seat.was_holder
    becomes = "u" if seat.becomes.member_id == viewer.member_id else seat.becomes_holder
    if seat.stays:
        return _unchanged(seat, becomes, now)
    if seat.becomes.state is SeatState.NOT_REQUIRED:
        return f" is niet meer nodig.{f' {_capital(was)} stopt ermee.' if was else ''}"
    if seat.becomes.state is SeatState.VACANT:
        return f" gaat van {was} naar niemand. {_solve(seat)}" if was else f": niemand. {_solve(seat)}"
    if seat.becomes.member_id is not None and seat.becomes.member_id == seat.was.member_id:
        return _same_holder(seat, becomes, now)
    until = f", tot en met {wording.day(seat.becomes.until, now)}" if seat.becomes.until else ""
    if seat.was.state is SeatState.NOT_REQUIRED:
        return f" is nodig en gaat naar {becomes}{until}."
    return f" gaat van {was or 'niemand'} naar {becomes}{until}."


def _same_holder(seat: SeatPreview, holder: str, now: datetime) -> str:
    if seat.becomes.until is None:
        return f" blijft bij {holder}{', weer zonder einddatum' if seat.was.until else ''}."
    until = wording.day(seat.becomes.until, now)
    look_for = " Zoek intussen een vaste regisseur." if seat.responsibility in ASSIGNED else ""
    return f" blijft voor een tijd bij {holder}, tot en met {until}.{look_for}"


def _unchanged(seat: SeatPreview, holder: str, now: datetime) -> str:
    if seat.becomes.state is SeatState.NOT_REQUIRED:
        return " blijft niet nodig."
    if seat.becomes.state is SeatState.VACANT:
        return f": nog steeds niemand. {_solve(seat)}"
    if seat.becomes.until is not None:
        return f" blijft tijdelijk bij {holder}, tot en met {wording.day(seat.becomes.until, now)}."
    return f" blijft bij {holder}."


def _solve(seat: SeatPreview) -> str:
    return "Wijs die hierna toe." if seat.responsibility in ASSIGNED else "Vul die hierna tijdelijk in."


def _sight(sight: SightPreview, viewer: Viewer) -> str:
    gained, lost = sight.after - sight.before, sight.before - sight.after
    is_viewer = sight.member_id == viewer.member_id
    name = "U" if is_viewer else sight.name
    if not sight.after and lost:
        return f"{name} ziet de casus niet meer vanuit deze rol."
    if gained:
        notes = "" if sight.after & _NOTES else " Geen notities."
        return f"{name} ziet {'erbij' if sight.before else 'straks'}: {_words(gained)}.{notes}"
    return f"{name} ziet niet meer: {_words(lost)}." if lost else ""


def _words(parts: Iterable[Part]) -> str:
    chosen = set(parts)
    return wording.listed([_SEEN.get(part) or word_for(part) for part in Part if part in chosen])


def _two_seats(preview: Preview) -> tuple[Line, ...]:
    if preview.holding_two is HoldingTwo.WARN:
        return (Line("Let op", ": één persoon heeft dan de casusregie én de procesregie. Uw model raadt dat af."),)
    if preview.holding_two is HoldingTwo.REFUSE:
        return (
            Line("Let op", ": één persoon heeft dan de casusregie én de procesregie. Dat mag niet in uw gemeente."),
        )
    return ()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
