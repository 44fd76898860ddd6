"""Limiting measures: which there are, by which law, and what a record of one must say. Pure data and functions."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

LONGEST_LINE = 200
LONGEST_TEXT = 2000
LONGEST_PERIOD_DAYS = 5 * 366
"""*Verzonnen*: a measure of more than five years is a slip of the pen."""

_FORM = 1
WVGGZ = "wvggz"
"""The ground of compulsory care: its retention period is one of its own."""


class Measure(StrEnum):
    """What limits somebody; the values are those of `Limit.Kind`."""

    AREA_BAN = "area_ban"
    PENALTY_ORDER = "penalty_order"
    HOUSE_BAN = "house_ban"
    COMPULSORY_CARE = "compulsory_care"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ground:
    """Who imposes a measure and by which law, to begin with; `note` says how long, and what nobody confirmed."""

    authority: str
    law: str
    note: str


GROUNDS: Mapping[Measure, Ground] = MappingProxyType(
    {
        Measure.AREA_BAN: Ground(
            "burgemeester", "Gemeentewet artikel 172a", "Hoogstens drie maanden, te verlengen (onbevestigd)."
        ),
        Measure.PENALTY_ORDER: Ground(
            "college of burgemeester",
            "Algemene wet bestuursrecht artikel 5:32, met de APV",
            "Met een termijn om eraan te voldoen. Het artikel van de APV staat in het besluit (onbevestigd).",
        ),
        Measure.HOUSE_BAN: Ground(
            "burgemeester", "Wet tijdelijk huisverbod artikel 2", "Tien dagen, te verlengen tot vier weken (artikel 9)."
        ),
        Measure.COMPULSORY_CARE: Ground(
            "rechter, of de burgemeester bij een crisis",
            "Wet verplichte ggz artikel 6:4 of 7:1",
            "De termijn staat in de machtiging of de crisismaatregel (onbevestigd).",
        ),
        Measure.OTHER: Ground("", "", "Vul zelf in wie dit oplegt en op welke grond."),
    }
)
"""Sources: the laws themselves (wetten.overheid.nl); what they do not say in so many words is marked *onbevestigd*."""


@dataclass(frozen=True, slots=True)
class NewLimit:
    """A measure as somebody records it.

    What the resident was told and when; or, when that is not done yet, why not (`told`) and until when (`tell_before`).
    """

    kind: Measure
    what: str
    authority: str
    law: str
    starts_on: date | None
    ends_on: date | None
    told: str
    told_on: date | None = None
    tell_before: date | None = None


@dataclass(frozen=True, slots=True)
class LimitContent:
    """What a measure says in words: what it is, who imposed it, by which law, and what the resident was told."""

    what: str
    authority: str
    law: str
    told: str


def written(content: LimitContent) -> str:
    """Write the words down, in one way, for sealing."""
    return json.dumps({"form": _FORM, **asdict(content)})


def read(text: str) -> LimitContent:
    """Read what `written` wrote. Raises `ValueError` for a form that this code does not know."""
    raw = json.loads(text)
    if raw.pop("form") != _FORM:
        raise ValueError("unknown form of a limit")
    return LimitContent(**raw)


def limit_problems(new: NewLimit, today: date) -> dict[str, str]:
    """Say at each field what a new measure lacks."""
    found = {
        "what": _text_problem(new.what, "Schrijf op wat er niet mag, of wat er moet.", LONGEST_TEXT),
        "authority": _text_problem(new.authority, "Vul in wie dit oplegt.", LONGEST_LINE),
        "law": _text_problem(new.law, "Vul de wet en het artikel in.", LONGEST_LINE),
        "ends_on": _period_problem(new.starts_on, new.ends_on),
        "told": _text_problem(new.told, "Schrijf op wat u de inwoner vertelde, of waarom nog niet.", LONGEST_TEXT),
    }
    if new.starts_on is None:
        found["starts_on"] = "Vul in vanaf welke dag dit geldt."
    return {name: problem for name, problem in {**found, **_telling(new, today)}.items() if problem}


def _text_problem(text: str, missing: str, most: int) -> str:
    if not text.strip():
        return missing
    return f"Maak het korter: hoogstens {most} tekens." if len(text) > most else ""


def _period_problem(starts: date | None, ends: date | None) -> str:
    if ends is None:
        return "Vul in tot en met welke dag dit geldt."
    if starts is not None and not 0 <= (ends - starts).days <= LONGEST_PERIOD_DAYS:
        return "Kies een dag na het begin, binnen vijf jaar."
    return ""


def _telling(new: NewLimit, today: date) -> dict[str, str]:
    if new.told_on is not None and new.tell_before is not None:
        return {"tell_before": "Kies één van de twee: het is verteld, of het wordt nog verteld."}
    if new.told_on is None and new.tell_before is None:
        return {"told_on": "Vul in wanneer u het vertelde, of hieronder wanneer u het vertelt."}
    if new.told_on is not None and new.told_on > today:
        return {"told_on": "Kies vandaag of een dag die voorbij is."}
    if new.tell_before is not None and new.tell_before < today:
        return {"tell_before": "Kies een dag die nog moet komen."}
    return {}


def end_problems(ended_on: date | None, why: str, *, starts_on: date, ends_on: date, today: date) -> dict[str, str]:
    """Say at each field why a measure cannot end like this: before its time, and not in the future."""
    problems = {}
    if ended_on is None or not starts_on <= ended_on <= min(ends_on, today):
        problems["ended_on"] = "Kies een dag in de periode van de maatregel: vandaag of eerder."
    if problem := _text_problem(why, "Schrijf in één zin op waarom dit eerder stopt.", LONGEST_TEXT):
        problems["why"] = problem
    return problems


def told_problems(told_on: date | None, told: str, *, today: date) -> dict[str, str]:
    """Say at each field what is missing when the resident was told later."""
    problems = {}
    if told_on is None or told_on > today:
        problems["told_on"] = "Kies vandaag of een dag die voorbij is."
    if problem := _text_problem(told, "Schrijf op wat u de inwoner vertelde.", LONGEST_TEXT):
        problems["told"] = problem
    return problems
