"""Codes in a model file that point at nothing: criteria and functions that were never defined."""

from collections import Counter
from collections.abc import Iterator, Mapping

from houvast.ave import words
from houvast.ave.build import Table
from houvast.ave.finding import Place, Problem
from houvast.ave.model import Boundary, Model


def criteria_problems(raw: Mapping[str, object]) -> Iterator[Problem]:
    """Criteria that are used but not defined, used twice at one boundary, or defined but never used."""
    top = Table(raw)
    defined = top.table("criterium").raw
    used: set[str] = set()
    for pair, directions in top.named("grens"):
        for direction, crossing in directions.named_tables():
            place = ("grens", pair, direction, "criteria")
            counted = Counter(_codes(crossing.raw.get("criteria")))
            used |= counted.keys()
            for code, times in counted.items():
                if code not in defined:
                    yield Problem("fout", place, f"Het criterium {code} bestaat niet.", "Niemand kan het aankruisen.")
                if times > 1:
                    yield Problem(
                        "fout", place, f"Het criterium {code} staat hier twee keer.", "Eén kruisje telt dan dubbel."
                    )
    for code in defined:
        if code not in used:
            yield Problem("let op", ("criterium", code), "Geen grens gebruikt dit criterium.", "Het telt nergens mee.")


def function_problems(model: Model) -> Iterator[Problem]:
    """Functions that are named but not defined."""
    for place, code in _named_functions(model):
        if code not in model.functions:
            yield Problem("fout", place, f"De functie {code} bestaat niet.", "Niemand kan deze functie hebben.")


def _codes(raw: object) -> Iterator[str]:
    for parts in Table(raw).raw.values():
        for part in parts if isinstance(parts, list) else []:
            if isinstance(part, str):
                yield part
            else:
                yield from _codes(part)


def _named_functions(model: Model) -> Iterator[tuple[Place, str]]:
    for (number, responsibility), seat in model.seats.items():
        place = ("fase", str(number), "stoel", words.dutch(words.RESPONSIBILITIES, responsibility))
        for code in seat.holders:
            yield (*place, "houders", code), code
        for code in seat.fills_from:
            yield (*place, "vult_uit"), code
    for boundary in model.boundaries:
        yield from _named_at(boundary)
    for local in model.local_names:
        if local.function:
            yield ("lokale_naam", local.name, "functie"), local.function


def _named_at(boundary: Boundary) -> Iterator[tuple[Place, str]]:
    place = crossing_place(boundary)
    for key, codes in (
        ("stelt_voor", boundary.proposes),
        ("hoort", boundary.hears),
        ("beslist", boundary.decides),
        ("spoed_bevestigt", boundary.urgent_confirmed_by),
        ("procesregie_tijdens", (boundary.process_direction_during,)),
        ("procesregie_daarna", (boundary.process_direction_after,)),
    ):
        for code in codes:
            if code:
                yield (*place, key), code


def crossing_place(boundary: Boundary) -> Place:
    """Where a boundary stands in its file."""
    return ("grens", f"{boundary.lower}-{boundary.upper}", words.dutch(words.DIRECTIONS, boundary.direction))
