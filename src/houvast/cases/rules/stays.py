"""A stay in another municipality: for how long it is agreed, what the agreement names, and when it wants attention."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from houvast.cases.rules.matrix import NAMEABLE, Part
from houvast.kernel.working_time import AMSTERDAM


@dataclass(frozen=True, slots=True)
class StayTerms:
    """The days of a stay, as a municipality set them; the defaults are *verzonnen*.

    `usual`: for how long the form proposes it. `longest`: how long it can be agreed at once; after that municipalities
    talk again, or the person moved. `warned`: how long before the end who works there sees it on Mijn werk.
    """

    usual: int = 90
    longest: int = 366
    warned: int = 14


USUAL_TERMS = StayTerms()
MOST_WARNED_DAYS = 90
"""The earliest that a municipality can be told of the end. *Verzonnen*."""
_FARTHEST_DAYS = 366
"""How far from today a stay can begin. *Verzonnen*: it stops a mistyped year."""
_ONE_DAY = timedelta(days=1)


def sight_of(from_on: date, until_on: date) -> tuple[datetime, datetime]:
    """Give from when until when the other municipality sees its parts: the first and the last day are whole days."""
    begin, end = (datetime.combine(day, time(), AMSTERDAM) for day in (from_on, until_on + _ONE_DAY))
    return begin, end


def is_near(until_on: date, today: date, terms: StayTerms) -> bool:
    """Say whether the last day is near or has passed."""
    return (until_on - today).days <= terms.warned


def has_passed(until_on: date, today: date) -> bool:
    """Say whether the last day has passed: the other municipality sees nothing any more, and nobody said what now."""
    return until_on < today


def stay_problems(
    *,
    parts: Collection[str],
    ground_words: str,
    who_does_what: str,
    from_on: date | None,
    until_on: date | None,
    today: date,
    terms: StayTerms,
) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not set(parts) <= set(NAMEABLE):
        problems["parts"] = "Dit deel van de casus kan een andere gemeente niet zien. Kies uit de lijst."
    if not ground_words.strip():
        problems["ground_words"] = "Schrijf op welk wetsartikel het is, of wanneer en hoe de inwoner toestemming gaf."
    if not who_does_what.strip():
        problems["agreement"] = "Schrijf op wie wat doet. Dat is de afspraak tussen de twee gemeenten."
    if from_on is None:
        problems["from_on"] = "Vul de eerste dag in."
    elif abs((from_on - today).days) > _FARTHEST_DAYS:
        problems["from_on"] = "Kies een dag binnen een jaar."
    return problems | last_day_problems(from_on, until_on, today, terms)


def last_day_problems(from_on: date | None, until_on: date | None, today: date, terms: StayTerms) -> dict[str, str]:
    """Give what is wrong with the last day of a stay."""
    if until_on is None:
        return {"until_on": "Vul de laatste dag in. Verlengen kan altijd nog."}
    first = today if from_on is None else max(from_on, today)
    if until_on < first:
        return {"until_on": "De laatste dag moet nog komen, en komt niet voor de eerste."}
    if (until_on - first).days > terms.longest:
        return {"until_on": f"Spreek hoogstens {terms.longest} dagen af. Verlengen kan altijd nog."}
    return {}


def extension_problems(
    until_on: date | None, reason: str, *, last: date, today: date, terms: StayTerms
) -> dict[str, str]:
    """Give what is wrong with a later last day; `last` is the one that holds now."""
    problems = last_day_problems(None, until_on, today, terms)
    if until_on is not None and until_on <= last:
        problems["until_on"] = "Kies een dag na de laatste dag van nu. Eerder stoppen doet u met beëindigen."
    if not reason.strip():
        problems["reason"] = "Schrijf op waarom het langer duurt."
    return problems


def named(parts: Collection[str]) -> frozenset[Part]:
    """Give the parts that an agreement names, from their codes."""
    return frozenset(Part(part) for part in parts)
