"""Small tailor-made help: who decides from which amount on, what a question must say, and its answer. Pure.

The inventory of Groningen (2023) says that little of it is made and that budgets are too small for it; it names no
amounts. In a question above the amount of the municipality the effect comes first and the law last (the *omgekeerde
toets*, in use in three municipalities there).
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

from houvast.ave.model import Model
from houvast.ave.vocabulary import SELF_FILLING, Holding, Responsibility
from houvast.kernel.euros import euros

DEFAULT_LIMIT_CENTS = 250_00
"""*Verzonnen*: until a municipality sets its own. The budget of a year has no default: an invented one misleads."""

DECIDE_WITHIN_WORKING_DAYS = 5
"""*Verzonnen*."""

OUTCOME_AFTER_DAYS = 91
"""*Verzonnen*: a quarter after the decision somebody asks what it brought."""

MOST_CENTS = 100_000_00
"""*Verzonnen*: for one household more than that is a slip of the pen."""

MOST_BUDGET_CENTS = 20_000_000_00
LONGEST_TEXT = 2000
NO_AMOUNT = "Vul een bedrag in euro’s in, zoals 120 of 49,95."

_FORM = 1


class Way(StrEnum):
    """How it is decided: by the case director alone, or by who is asked."""

    ALONE = "alone"
    ASKED = "asked"


class TailorAnswer(StrEnum):
    """What became of it."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class RefusalReason(StrEnum):
    """Why it was refused: a code, so that it can be counted without names."""

    NO_MONEY = "no_money"
    OTHER_HELP = "other_help"
    NO_EFFECT = "no_effect"
    NOT_ALLOWED = "not_allowed"
    OTHER = "other"


class Brought(StrEnum):
    """What it brought."""

    HELPED = "helped"
    HELPED_PARTLY = "helped_partly"
    DID_NOT_HELP = "did_not_help"
    NOT_DONE = "not_done"


class SettingKind(StrEnum):
    """What a municipality sets: until which amount a case director decides alone, and the budget of a year."""

    LIMIT = "limit"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class TailorContent:
    """The words: what is done, and the effect; when somebody is asked also what happens without it, and the law."""

    what: str
    effect: str
    without: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True)
class NewTailorMade:
    """Tailor-made help as somebody writes it down. `cents` is None for what is no amount."""

    way: Way
    content: TailorContent
    cents: int | None


@dataclass(frozen=True, slots=True)
class NewTailorAnswer:
    """An answer: granted with an amount that may be lower than was asked, or refused with its reason."""

    answer: TailorAnswer
    cents: int | None = None
    reason: RefusalReason | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class NewTailorOutcome:
    """What it brought, and what it really cost."""

    brought: Brought
    words: str
    cents: int | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a municipality set; `number` counts the versions, 0 for what nobody set yet. `year` is 0 for every year."""

    kind: SettingKind
    year: int
    cents: int
    number: int = 0


def written(content: TailorContent) -> str:
    """Write the words down, in one way, for sealing."""
    return json.dumps({"form": _FORM, **asdict(content)})


def read(text: str) -> TailorContent:
    """Read what `written` wrote. Raises `ValueError` for a form that this code does not know."""
    raw = json.loads(text)
    if raw.pop("form") != _FORM:
        raise ValueError("unknown form of tailor-made help")
    return TailorContent(**raw)


def deciding_functions(model: Model, phase: int) -> frozenset[str]:
    """Give the functions that may have operational responsibility in a phase: on their behalf a mandate decides."""
    holders = model.seat(phase, Responsibility.OPERATIONAL).holders
    return frozenset(code for code, holding in holders.items() if holding is Holding.YES)


def managing_functions(model: Model) -> frozenset[str]:
    """Give the functions that may have operational or administrative responsibility in any phase."""
    rules = (rule for (_, responsibility), rule in model.seats.items() if responsibility in SELF_FILLING)
    return frozenset(code for rule in rules for code, holding in rule.holders.items() if holding is Holding.YES)


def tailor_problems(new: NewTailorMade, limit_cents: int) -> dict[str, str]:
    """Say at each field what is missing, and when the amount belongs to the other way of deciding."""
    words = new.content
    found = {
        "what": _text_problem(words.what, "Schrijf op wat u wilt doen of kopen."),
        "effect": _text_problem(words.effect, "Schrijf op wat het moet bereiken."),
        "amount": _amount_problem(new, limit_cents),
    }
    if new.way is Way.ASKED:
        found["without"] = _text_problem(words.without, "Schrijf op wat er gebeurt als dit niet doorgaat.")
        found["law"] = _text_problem(words.law, "Schrijf op wat de wet zegt, en hoe dit daarin past.")
    return {name: problem for name, problem in found.items() if problem}


def _amount_problem(new: NewTailorMade, limit_cents: int) -> str:
    if new.cents is None or not 1 <= new.cents <= MOST_CENTS:
        return NO_AMOUNT
    if new.way is Way.ALONE and new.cents > limit_cents:
        return f"Dit is meer dan {euros(limit_cents)}. Vraag het aan: daarover beslist een ander."
    if new.way is Way.ASKED and new.cents <= limit_cents:
        return f"Tot en met {euros(limit_cents)} beslist de casusregisseur zelf."
    return ""


def answer_problems(new: NewTailorAnswer, asked_cents: int) -> dict[str, str]:
    """Say at each field what an answer lacks."""
    if new.answer is TailorAnswer.GRANTED:
        fits = new.cents is not None and 1 <= new.cents <= asked_cents
        return {} if fits else {"amount": f"Vul een bedrag in van hoogstens {euros(asked_cents)}."}
    found = {"why": _text_problem(new.why, "Schrijf in één zin op waarom.")}
    if new.answer is TailorAnswer.REFUSED and new.reason is None:
        found["reason"] = "Kies waarom dit niet kan."
    return {name: problem for name, problem in found.items() if problem}


def outcome_problems(new: NewTailorOutcome) -> dict[str, str]:
    """Say at each field what is missing when somebody tells what it brought."""
    found = {"words": _text_problem(new.words, "Schrijf op wat het bracht.")}
    if new.cents is None or new.cents > MOST_CENTS:
        found["amount"] = "Vul in wat het echt kostte, zoals 120 of 49,95. Kostte het niets? Vul 0 in."
    return {name: problem for name, problem in found.items() if problem}


def setting_problems(setting: Setting, this_year: int) -> dict[str, str]:
    """Say what is wrong with an amount that a municipality sets; a budget is for this year or the next one."""
    is_budget = setting.kind is SettingKind.BUDGET
    most = MOST_BUDGET_CENTS if is_budget else MOST_CENTS
    if is_budget and setting.year not in (this_year, this_year + 1):
        return {"amount": "U stelt het budget van dit jaar en van volgend jaar in."}
    return {} if 0 <= setting.cents <= most else {"amount": f"Kies een bedrag van hoogstens {euros(most)}."}


def _text_problem(text: str, missing: str) -> str:
    if not text.strip():
        return missing
    return f"Maak het korter: hoogstens {LONGEST_TEXT} tekens." if len(text) > LONGEST_TEXT else ""
