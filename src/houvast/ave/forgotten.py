"""What is forgotten in a model that reads well: seats nobody may hold, phases nobody can leave, cells left open."""

from collections.abc import Iterator
from math import floor

from houvast.ave import words
from houvast.ave.colour import contrast
from houvast.ave.finding import Place, Problem
from houvast.ave.model import Boundary, Colour, Model, Phase, SeatRule
from houvast.ave.references import crossing_place
from houvast.ave.vocabulary import ASSIGNED, Direction, Holding, Responsibility

LEAST_CONTRAST_TEXT = 4.5
LEAST_CONTRAST_EDGE = 3.0
"""WCAG 2.1, success criteria 1.4.3 (text) and 1.4.11 (edges)."""


def forgotten(model: Model) -> Iterator[Problem]:
    """Everything that the model leaves unsaid, in the order of the file."""
    yield from _phases(model)
    for phase in model.phases:
        yield from _colours(phase)
    for seat in model.seats.values():
        yield from _seat(model, seat)
    yield from _grounds(model)
    yield from _ways(model)
    for boundary in model.boundaries:
        yield from _boundary(model, boundary)
    yield from _local_names(model)
    yield from _unknown_phases(model)
    yield from _external(model)


def _phases(model: Model) -> Iterator[Problem]:
    numbers = [phase.number for phase in model.phases]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        yield Problem(
            "fout", ("fase",), "De fasen lopen niet van 1 op zonder gat.", "Een casus gaat per stap op of af."
        )
    if not model.opening_phases:
        yield Problem(
            "fout", ("fase",), "In geen enkele fase mag een casus beginnen.", "Dan kan niemand een casus openen."
        )


def _colours(phase: Phase) -> Iterator[Problem]:
    colour = phase.colour
    for key, over, under, least in _pairs(colour):
        found = contrast(over, under)
        if found is not None and found < least:
            yield Problem(
                "fout",
                ("fase", str(phase.number), "kleur", key),
                f"Het contrast is {_two_decimals(found)}; nodig is {_two_decimals(least)}.",
                "Niet iedereen kan dit dan lezen, en op een beamer bijna niemand.",
            )


def _pairs(colour: Colour) -> tuple[tuple[str, str, str, float], ...]:
    return (
        ("op_vlak", colour.on, colour.solid, LEAST_CONTRAST_TEXT),
        ("tekst", colour.text, colour.tint, LEAST_CONTRAST_TEXT),
        ("rand", colour.edge, "#ffffff", LEAST_CONTRAST_EDGE),
    )


def _two_decimals(number: float) -> str:
    """Rounded down, so that a contrast just below the norm does not read as the norm itself."""
    return f"{floor(number * 100) / 100:.2f}".replace(".", ",")


def _seat(model: Model, seat: SeatRule) -> Iterator[Problem]:
    place = seat_place(seat.phase, seat.responsibility)
    if seat.required and Holding.YES not in seat.holders.values():
        yield Problem("fout", place, "Dit is vereist, maar niemand mag het.", "Deze plek blijft dan altijd leeg.")
    yield from _filling(seat, place)
    open_cells = [
        function.name for code, function in model.functions.items() if seat.holding(code) is Holding.NOT_DECIDED
    ]
    if open_cells:
        yield Problem(
            "let op",
            (*place, "houders"),
            f"Nog niet besloten: {', '.join(open_cells)}.",
            "Tot iemand beslist, mag deze functie deze plek niet hebben.",
        )


def _filling(seat: SeatRule, place: Place) -> Iterator[Problem]:
    if seat.responsibility in ASSIGNED:
        if seat.fills_from:
            yield Problem("fout", (*place, "vult_uit"), "Deze plek vult zichzelf niet.", "Mensen wijzen hem toe.")
        return
    if seat.required and not seat.fills_from:
        yield Problem(
            "fout", (*place, "vult_uit"), "Er staat niet wie deze plek vanzelf krijgt.", "De plek blijft dan leeg."
        )
    for code in seat.fills_from:
        if seat.holding(code) is not Holding.YES:
            yield Problem(
                "fout",
                (*place, "vult_uit"),
                f"{code} krijgt deze plek vanzelf, maar mag hem niet hebben.",
                "Twee regels spreken elkaar tegen.",
            )


def _grounds(model: Model) -> Iterator[Problem]:
    """Who only bears responsibility works on no ground: a domain lets somebody read what comes in there, and decide."""
    bear = (seat.fills_from for seat in model.seats.values() if seat.responsibility is Responsibility.ADMINISTRATIVE)
    for code in dict.fromkeys(code for codes in bear for code in codes if code in model.functions):
        function = model.functions[code]
        if function.domain is not None:
            yield Problem(
                "let op",
                ("functie", code, "domein"),
                f"{function.name} is bestuurlijk verantwoordelijk en heeft een domein.",
                "Met een domein beoordeelt iemand signalen en leest wat de melder vertelde. Haal het domein weg.",
            )


def seat_place(phase: int, responsibility: Responsibility) -> Place:
    """Where a seat stands in its file."""
    return ("fase", str(phase), "stoel", words.dutch(words.RESPONSIBILITIES, responsibility))


def _ways(model: Model) -> Iterator[Problem]:
    for lower, upper in zip(model.phases, model.phases[1:], strict=False):
        pair = f"{lower.number}-{upper.number}"
        if model.boundary(lower.number, upper.number) is None:
            yield Problem(
                "fout",
                ("grens", pair, "omhoog"),
                f"Fase {lower.number} is niet omhoog te verlaten.",
                "Wie vastloopt, kan dan niet opschalen.",
            )
        if model.boundary(upper.number, lower.number) is None:
            yield Problem(
                "fout",
                ("grens", pair, "omlaag"),
                f"Fase {upper.number} is niet omlaag te verlaten.",
                "Een casus blijft dan voor altijd in deze fase.",
            )


def _boundary(model: Model, boundary: Boundary) -> Iterator[Problem]:
    place = crossing_place(boundary)
    numbers = {phase.number for phase in model.phases}
    if boundary.upper != boundary.lower + 1 or not {boundary.lower, boundary.upper} <= numbers:
        yield Problem("fout", place, "Deze grens ligt niet tussen twee fasen naast elkaar.", "Niemand komt hier langs.")
    if not boundary.criteria.criteria():
        yield Problem(
            "fout", (*place, "criteria"), "Deze grens heeft geen criteria.", "Niemand weet wanneer het tijd is."
        )
    if not boundary.decides:
        yield Problem(
            "fout", (*place, "beslist"), "Niemand beslist over deze grens.", "Een voorstel blijft dan liggen."
        )
    yield from _urgency(boundary, place)
    if boundary.direction is Direction.UP and (boundary.external or boundary.upper == max(numbers, default=0)):
        yield from _transfer(model, boundary, place)


def _urgency(boundary: Boundary, place: Place) -> Iterator[Problem]:
    has_term = boundary.urgent_confirm_within_working_days is not None
    if boundary.urgent_confirmed_by and not has_term:
        yield Problem(
            "fout",
            (*place, "spoed_werkdagen"),
            "De termijn voor het bevestigen van spoed ontbreekt.",
            "Een spoedbesluit blijft dan onbevestigd gelden.",
        )
    elif has_term and not boundary.urgent_confirmed_by:
        yield Problem(
            "fout",
            (*place, "spoed_bevestigt"),
            "Er staat niet wie een spoedbesluit bevestigt.",
            "Een spoedbesluit blijft dan onbevestigd gelden.",
        )
    elif boundary.direction is Direction.UP and not has_term:
        yield Problem(
            "let op",
            place,
            "Opschalen met spoed kan hier niet.",
            "Wie niet kan wachten, moet het gewone besluit afwachten.",
        )


def _transfer(model: Model, boundary: Boundary, place: Place) -> Iterator[Problem]:
    """In Groningen (inventory of 2023) nobody could say who had process direction between phase 3 and 4."""
    why = "Tijdens de overgang denkt dan iedereen dat de ander de procesregie heeft."
    if not boundary.agreement.strip():
        yield Problem("fout", (*place, "afspraak"), "Over deze overgang is niets afgesproken.", why)
    for key, code, phase in (
        ("procesregie_tijdens", boundary.process_direction_during, boundary.lower),
        ("procesregie_daarna", boundary.process_direction_after, boundary.upper),
    ):
        if not code:
            yield Problem("fout", (*place, key), "Van deze overgang is niemand eigenaar.", why)
        elif not _may_direct(model, phase, code):
            yield Problem("fout", (*place, key), f"{code} mag in fase {phase} geen procesregie hebben.", why)


def _may_direct(model: Model, phase: int, code: str) -> bool:
    seat = model.seats.get((phase, Responsibility.PROCESS_DIRECTION))
    return seat is not None and seat.holding(code) is Holding.YES


def _local_names(model: Model) -> Iterator[Problem]:
    for local in model.local_names:
        if not local.function:
            yield Problem(
                "fout",
                ("lokale_naam", local.name),
                f"Bij {local.name} staat geen functie.",
                "Wie zo heet, kan geen enkele plek krijgen.",
            )


def _unknown_phases(model: Model) -> Iterator[Problem]:
    numbers = {phase.number for phase in model.phases}
    places = [(("tafel", table.code, "fasen"), table.phases) for table in model.tables]
    places += [(("protocol", protocol.code, "fasen"), protocol.phases) for protocol in model.protocols]
    for place, phases in places:
        for number in sorted(set(phases) - numbers):
            yield Problem("fout", place, f"Fase {number} bestaat niet.", "Dit geldt dan op een plek die er niet is.")


def _external(model: Model) -> Iterator[Problem]:
    if model.external_scaling.last_resort and not model.external_scaling.ask:
        yield Problem(
            "fout",
            ("externe_opschaling", "vraag"),
            "Hulp van buiten is de laatste stap, maar er is geen vraag bij.",
            "Niemand hoeft dan te zeggen wat er lokaal is geprobeerd.",
        )
