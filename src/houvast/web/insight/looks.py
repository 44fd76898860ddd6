"""Numbers without names, ready to print: a picture of bars, and a table that says the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from houvast.kernel.euros import euros
from houvast.plans.rules.figures import Amount, TailorFigures, Waiting, WaitingFigures
from houvast.web.figures_look import FEW, Bar, bars

_HIDDEN = "verborgen"


@dataclass(frozen=True, slots=True)
class NumberTable:
    """A picture with its table. `rows` are a name and what stands in the columns; `total` is the last one, if any."""

    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    total: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TailorYear:
    """A year of tailor-made help: the large numbers, each with what it means; and the picture with its table."""

    year: int
    large: tuple[tuple[str, str, str], ...]
    numbers: NumberTable


def waiting_look(figures: WaitingFigures, names: Mapping[str, str]) -> NumberTable:
    """Give what waits, by what is not there; `names` are those of the municipality, by code."""
    shown = [each for each in figures.rows if not each.hidden]
    total = _HIDDEN if figures.total_hidden else str(figures.tasks)
    cases = _HIDDEN if figures.total_hidden else str(figures.cases)
    return NumberTable(
        bars=bars([(_missing(each, names), each.tasks, str(each.tasks)) for each in shown]),
        rows=tuple((_missing(each, names), _waiting(each)) for each in figures.rows),
        total=(total, cases, "", "") if len(figures.rows) > 1 else (),
    )


def _missing(each: Waiting, names: Mapping[str, str]) -> str:
    name = names.get(each.missing, each.missing)
    return f"{name[:1].upper()}{name[1:]}" or "Niet gezegd wat"


def _waiting(each: Waiting) -> tuple[str, ...]:
    if each.hidden:
        return _HIDDEN, FEW, "", ""
    return str(each.tasks), str(each.cases), _days(each.longest_days), _days(each.median_days)


def _days(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"


def tailor_look(figures: TailorFigures) -> TailorYear:
    """Give a year of tailor-made help."""
    kinds = (
        ("Toegekend", figures.granted),
        ("Echt uitgegeven", figures.spent),
        ("Geweigerd: geen geld", figures.no_money),
        ("Geweigerd om iets anders", figures.refused_otherwise),
    )
    budget = figures.budget_cents
    shown = [("Budget", budget, euros(budget))] if budget is not None else []
    shown += [(name, each.cents, euros(each.cents)) for name, each in kinds if not each.hidden]
    return TailorYear(
        year=figures.year,
        large=(
            ("budget", "niet ingesteld" if budget is None else euros(budget), "Stelt de functioneel beheerder in."),
            ("toegekend", _amount(figures.granted), "Wat mag, ook wat een casusregisseur zelf besloot."),
            ("over", _left(figures), "Budget min wat is toegekend."),
            ("geweigerd: geen geld", _amount(figures.no_money), "Wat is gevraagd en niet kon."),
        ),
        numbers=NumberTable(bars(shown), tuple((name, _tailored(each)) for name, each in kinds), ()),
    )


def _left(figures: TailorFigures) -> str:
    if figures.budget_cents is None:
        return "geen budget"
    return _HIDDEN if figures.left_cents is None else euros(figures.left_cents)


def _tailored(each: Amount) -> tuple[str, ...]:
    return (_HIDDEN, FEW, _HIDDEN) if each.hidden else (str(each.times), str(each.cases), euros(each.cents))


def _amount(each: Amount) -> str:
    return _HIDDEN if each.hidden else euros(each.cents)
