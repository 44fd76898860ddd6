"""A model or theme as plain Dutch text, for a terminal of 80 characters wide."""

import textwrap
from collections.abc import Iterator, Mapping

from houvast.ave import words
from houvast.ave.model import Boundary, Group, Model, Phase, SeatRule, Theme
from houvast.ave.vocabulary import Direction, Holding, HoldingTwo

WIDTH = 80

_HELD = {Holding.YES: "Mag", Holding.TEMPORARY: "Alleen tijdelijk", Holding.NOT_DECIDED: "Nog niet besloten"}
_TWO = {HoldingTwo.ALLOWED: "dat mag", HoldingTwo.WARN: "dat mag, met een waarschuwing", HoldingTwo.REFUSE: "mag niet"}


def show(model: Model) -> str:
    """The whole model, from phases to external scaling."""
    blocks = [
        _lines(_head(model)),
        _lines(_responsibilities(model)),
        *(_lines(_phase(model, phase)) for phase in model.phases),
        *(_lines(_boundary(boundary, _names(model))) for boundary in model.boundaries),
        _lines(_gatherings(model)),
        _lines(_terms(model)),
    ]
    return "\n".join(blocks)


def show_theme(theme: Theme) -> str:
    """What a theme adds to a model."""
    blocks = [_lines(_theme_head(theme))]
    for addition in theme.additions:
        title = _crossing_title(addition.lower, addition.upper, addition.direction)
        joined = "andere weg (of)" if addition.all_or_any == "any" else "extra eis (en)"
        blocks.append(_lines([title, f"  Komt erbij als {joined}", *_group(addition.criteria, 2)]))
    blocks.append(_lines(_gatherings(theme)))
    return "\n".join(blocks)


def _lines(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(lines) + "\n"


def _item(label: str, text: str, indent: int = 2) -> str:
    start = " " * indent
    return textwrap.fill(f"{label}: {text}", WIDTH, initial_indent=start, subsequent_indent=start + "  ")


def _title(text: str) -> str:
    return textwrap.fill(text.upper(), WIDTH)


def _yes_no(value: bool) -> str:
    return "ja" if value else "nee"


def _names(model: Model) -> Mapping[str, str]:
    return {code: function.name for code, function in model.functions.items()}


def _people(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names[code] for code in codes) or "niemand"


def _head(model: Model) -> Iterator[str]:
    yield _title(model.title)
    yield _item("Code", f"{model.code}, versie {model.version}")
    if model.extends:
        yield _item("Breidt uit", model.extends)
    if model.themes:
        yield _item("Thema's", ", ".join(model.themes))
    yield _item("Bron", model.source)


def _theme_head(theme: Theme) -> Iterator[str]:
    yield _title(f"Thema {theme.title}")
    yield _item("Code", f"{theme.code}, versie {theme.version}")
    yield _item("Bron", theme.source)


def _responsibilities(model: Model) -> Iterator[str]:
    yield _title("Verantwoordelijkheden")
    for text in model.responsibilities.values():
        yield _item(text.name, f"{text.does} {text.does_not}")
        yield _item("Bron", text.source, 4)


def _phase(model: Model, phase: Phase) -> Iterator[str]:
    yield _title(f"Fase {phase.number}: {phase.name}")
    yield _item("Voor de inwoner", phase.resident_name)
    yield _item("Situatie", phase.situation)
    yield _item("Eigen regie", phase.own_direction)
    if phase.asks_resident:
        yield _item("Vraag de inwoner", " ".join(phase.asks_resident))
    yield _item("Casus mag hier beginnen", _yes_no(phase.may_open))
    weeks = "geen termijn" if phase.review_weeks is None else f"na {phase.review_weeks} weken"
    yield _item("Opnieuw kijken", weeks)
    yield _item("Bron", phase.source)
    for responsibility, text in model.responsibilities.items():
        seat = model.seat(phase.number, responsibility)
        yield f"  {text.name} ({'vereist' if seat.required else 'niet vereist'})"
        yield from _seat(seat, _names(model))


def _seat(seat: SeatRule, names: Mapping[str, str]) -> Iterator[str]:
    for holding, label in _HELD.items():
        codes = tuple(code for code, held in seat.holders.items() if held is holding)
        if codes:
            yield _item(label, _people(codes, names), 4)
    if seat.fills_from:
        yield _item("Gaat vanzelf naar", _people(seat.fills_from, names), 4)
    yield _item("Bron", seat.source, 4)


def _crossing_title(lower: int, upper: int, direction: Direction) -> str:
    return _title(f"Grens {lower}-{upper} {words.dutch(words.DIRECTIONS, direction)}")


def _boundary(boundary: Boundary, names: Mapping[str, str]) -> Iterator[str]:
    yield _crossing_title(boundary.lower, boundary.upper, boundary.direction)
    yield from _group(boundary.criteria, 2)
    yield _item("Stelt voor", _people(boundary.proposes, names))
    yield _item("Wordt gehoord", _people(boundary.hears, names))
    yield _item("Beslist", f"{_people(boundary.decides, names)}; {_days(boundary.decide_within_working_days)}")
    yield _item("Aanvullen", _days(boundary.follow_up_within_working_days))
    if boundary.urgent_confirm_within_working_days is not None:
        confirmers = _people(boundary.urgent_confirmed_by, names)
        yield _item("Spoed bevestigt", f"{confirmers}; {_days(boundary.urgent_confirm_within_working_days)}")
    yield _item("Samen het risico wegen", _yes_no(boundary.joint_assessment))
    yield _item("Ontvanger met naam nodig", _yes_no(boundary.receiver_required))
    yield _item("Partij buiten de gemeente", _yes_no(boundary.external))
    if boundary.agreement:
        yield _item("Afspraak", boundary.agreement)
    if boundary.process_direction_during:
        yield _item("Procesregie tijdens de overgang", names[boundary.process_direction_during])
    if boundary.process_direction_after:
        yield _item("Procesregie na de overgang", names[boundary.process_direction_after])
    yield _item("Bron", boundary.source)


def _days(number: int) -> str:
    return "binnen 1 werkdag" if number == 1 else f"binnen {number} werkdagen"


def _group(group: Group, indent: int) -> Iterator[str]:
    yield " " * indent + ("Alle van deze:" if group.all_or_any == "all" else "Een van deze:")
    for part in group.parts:
        if isinstance(part, Group):
            yield from _group(part, indent + 2)
        else:
            start = " " * (indent + 2)
            yield textwrap.fill(part.text, WIDTH, initial_indent=f"{start}- ", subsequent_indent=f"{start}  ")


def _gatherings(content: Model | Theme) -> Iterator[str]:
    yield _title("Tafels en protocollen")
    for table in content.tables:
        yield _item(table.name, f"{words.dutch(words.TABLE_KINDS, table.kind)}, {_in_phases(table.phases)}")
        yield _item("Bron", table.source, 4)
    for protocol in content.protocols:
        yield _item(protocol.name, f"protocol, {_in_phases(protocol.phases)}")
        yield _item("Bron", protocol.source, 4)


def _in_phases(phases: tuple[int, ...]) -> str:
    return "fase " + ", ".join(str(number) for number in phases)


def _terms(model: Model) -> Iterator[str]:
    yield _title("Overige afspraken")
    yield _item("Casusregie en procesregie bij één persoon", _TWO[model.holding_two])
    temporary = model.temporary
    yield _item("Tijdelijk", f"hoogstens {temporary.max_working_days} werkdagen, hoogstens {temporary.max_times} keer")
    yield _item("Bron", temporary.source, 4)
    yield _item("Overdracht aannemen", _days(model.hand_over.accept_within_working_days))
    yield _item("Bron", model.hand_over.source, 4)
    days = model.aftercare.ask_working_days_before
    yield _item("Vragen hoe het gaat", f"vanaf {days} {'werkdag' if days == 1 else 'werkdagen'} voor de dag")
    yield _item("Bron", model.aftercare.source, 4)
    yield _item("Hulp van buiten is de laatste stap", _yes_no(model.external_scaling.last_resort))
    for question in model.external_scaling.ask:
        yield textwrap.fill(question, WIDTH, initial_indent="    - ", subsequent_indent="      ")
    yield _item("Bron", model.external_scaling.source, 4)
    for local in model.local_names:
        yield _item(f"Lokale naam {local.name}", model.function(local.function).name)
        yield _item("Bron", local.source, 4)
