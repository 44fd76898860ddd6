"""What changes from one model to another, in words: for who decides to adopt it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from houvast.ave import words
from houvast.ave.model import Boundary, Group, Model, Phase, SeatRule
from houvast.ave.vocabulary import Holding

Fact = tuple[str, str, str]
"""Where it stands, what it is about, and what it says."""

_NONE = "geen"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is said otherwise; `before` or `after` is empty for what is new or gone."""

    where: str
    what: str
    before: str
    after: str


def changes(old: Model, new: Model) -> tuple[Change, ...]:
    """Everything that the new model says otherwise, in the order of a model; what is gone stands last."""
    before, after = _said(old), _said(new)
    found = [Change(*place, before.get(place, ""), text) for place, text in after.items() if before.get(place) != text]
    gone = [Change(*place, text, "") for place, text in before.items() if place not in after]
    return (*found, *gone)


def _said(model: Model) -> Mapping[tuple[str, str], str]:
    return {(where, what): text for where, what, text in _facts(model)}


def _facts(model: Model) -> Iterator[Fact]:
    yield "Model", "Naam", model.title
    yield "Model", "Code en versie", f"{model.code}, {model.version}"
    yield "Model", "Bron", model.source
    yield "Model", "Thema's", ", ".join(model.themes) or _NONE
    names = {code: function.name for code, function in model.functions.items()}
    for phase in model.phases:
        yield from _phase(phase)
    for text in model.responsibilities.values():
        yield "Verantwoordelijkheden", text.name, f"{text.does} {text.does_not} Bron: {text.source}"
    for seat in model.seats.values():
        yield from _seat(seat, model.responsibilities[seat.responsibility].name, names)
    for boundary in model.boundaries:
        yield from _boundary(boundary, names)
    yield from _functions(model, names)
    yield from _gatherings(model)
    yield from _terms(model)


def _phase(phase: Phase) -> Iterator[Fact]:
    where, colour = f"Fase {phase.number}", phase.colour
    yield where, "Naam", phase.name
    yield where, "Naam voor de inwoner", phase.resident_name
    yield where, "Kleur", ", ".join((colour.solid, colour.on, colour.tint, colour.text, colour.edge))
    yield where, "Situatie", phase.situation
    yield where, "Eigen regie", phase.own_direction
    yield where, "Wat de inwoner wordt gevraagd", " ".join(phase.asks_resident) or _NONE
    yield where, "Casus mag hier beginnen", _yes_no(value=phase.may_open)
    yield where, "Opnieuw kijken", "geen termijn" if phase.review_weeks is None else f"na {phase.review_weeks} weken"
    yield where, "Bron", phase.source


def _seat(seat: SeatRule, name: str, names: Mapping[str, str]) -> Iterator[Fact]:
    where = f"Fase {seat.phase}, {name.lower()}"
    yield where, "Vereist", _yes_no(value=seat.required)
    for holding in (Holding.YES, Holding.TEMPORARY, Holding.NOT_DECIDED):
        codes = sorted(code for code, held in seat.holders.items() if held is holding)
        yield where, f"Wie mag het: {words.dutch(words.HOLDINGS, holding)}", _people(codes, names)
    yield where, "De inwoner of het netwerk", words.dutch(words.HOLDINGS, seat.resident_may_hold)
    yield where, "Gaat vanzelf naar", _people(seat.fills_from, names)
    yield where, "Bron", seat.source


def _boundary(boundary: Boundary, names: Mapping[str, str]) -> Iterator[Fact]:
    where = f"Grens {boundary.lower}-{boundary.upper} {words.dutch(words.DIRECTIONS, boundary.direction)}"
    for criterion in boundary.criteria.criteria():
        text = " ".join(part for part in (criterion.text, criterion.explanation, f"Bron: {criterion.source}") if part)
        yield where, f"Criterium {criterion.code}", text
    yield where, "Hoe de criteria samenhangen", _group(boundary.criteria)
    yield where, "Stelt voor", _people(boundary.proposes, names)
    yield where, "Wordt gehoord", _people(boundary.hears, names)
    yield where, "Beslist", _people(boundary.decides, names)
    yield where, "Beslissen", _days(boundary.decide_within_working_days)
    yield where, "Aanvullen", _days(boundary.follow_up_within_working_days)
    yield where, "Bevestigt spoed", _people(boundary.urgent_confirmed_by, names)
    yield where, "Spoed bevestigen", _days(boundary.urgent_confirm_within_working_days)
    yield where, "Samen het risico wegen", _yes_no(value=boundary.joint_assessment)
    yield where, "Ontvanger met naam nodig", _yes_no(value=boundary.receiver_required)
    yield where, "Partij buiten de gemeente", _yes_no(value=boundary.external)
    yield where, "Afspraak", boundary.agreement or _NONE
    yield where, "Procesregie tijdens de overgang", names.get(boundary.process_direction_during, _NONE)
    yield where, "Procesregie na de overgang", names.get(boundary.process_direction_after, _NONE)
    yield where, "Bron", boundary.source


def _functions(model: Model, names: Mapping[str, str]) -> Iterator[Fact]:
    for function in model.functions.values():
        side = words.dutch(words.SIDES, function.side)
        domain = "geen domein" if function.domain is None else words.dutch(words.DOMAINS, function.domain)
        yield "Functies", function.code, f"{function.name}; {side}; {domain}. Bron: {function.source}"
    for local in model.local_names:
        yield "Lokale namen", local.name, f"{names.get(local.function, _NONE)}. Bron: {local.source}"


def _gatherings(model: Model) -> Iterator[Fact]:
    for table in model.tables:
        kind = words.dutch(words.TABLE_KINDS, table.kind)
        yield "Tafels", table.code, f"{table.name}; {kind}; {_in_phases(table.phases)}. Bron: {table.source}"
    for protocol in model.protocols:
        text = f"{protocol.name}; {_in_phases(protocol.phases)}. Bron: {protocol.source}"
        yield "Protocollen", protocol.code, text


def _terms(model: Model) -> Iterator[Fact]:
    where, temporary, hand_over = "Overige afspraken", model.temporary, model.hand_over
    longest = f"hoogstens {temporary.max_working_days} werkdagen, hoogstens {temporary.max_times} keer"
    external = model.external_scaling
    yield where, "Casusregie en procesregie bij één persoon", words.dutch(words.HOLDING_TWO, model.holding_two)
    yield where, "Tijdelijk", f"{longest}. Bron: {temporary.source}"
    yield where, "Overdracht aannemen", f"{_days(hand_over.accept_within_working_days)}. Bron: {hand_over.source}"
    aftercare = model.aftercare
    days = _before(aftercare.ask_working_days_before)
    yield where, "Vragen hoe het gaat", f"{days}. Bron: {aftercare.source}"
    yield where, "Hulp van buiten is de laatste stap", f"{_yes_no(value=external.last_resort)}. Bron: {external.source}"
    yield where, "Vragen vooraf aan hulp van buiten", " ".join(external.ask) or _NONE


def _group(group: Group) -> str:
    joined = " en " if group.all_or_any == "all" else " of "
    parts = (f"({_group(part)})" if isinstance(part, Group) else part.code for part in group.parts)
    return joined.join(parts) or _NONE


def _people(codes: tuple[str, ...] | list[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes) or "niemand"


def _in_phases(phases: tuple[int, ...]) -> str:
    return "fase " + ", ".join(str(number) for number in phases)


def _days(number: int | None) -> str:
    if number is None:
        return "niet van toepassing"
    return "binnen 1 werkdag" if number == 1 else f"binnen {number} werkdagen"


def _before(days: int) -> str:
    return f"vanaf {days} {'werkdag' if days == 1 else 'werkdagen'} voor de dag"


def _yes_no(*, value: bool) -> str:
    return "ja" if value else "nee"
