"""The short lists that a municipality sets itself: one form for all of them, and what holds at a moment.

A municipality begins with defaults (*verzonnen*, to be confirmed). What it sets is a new version of one entry; the
version of a moment keeps its words, so that an old decision still says what it said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from houvast.cases.rules.glass import MOST_GLASS_HOURS, USUAL_GLASS_HOURS
from houvast.cases.rules.stays import MOST_WARNED_DAYS, USUAL_TERMS
from houvast.intake.defaults import ACCEPT_WITHIN_WORKING_DAYS
from houvast.intake.rules.columns import problem_with_headings
from houvast.intake.rules.mapping import DEFAULT_MAPPING, FIELD_NAMES
from houvast.intake.rules.triage import DEFAULT_REASONS, STRAIGHT_OUT_RECEIVERS, Outcome
from houvast.intake.rules.urgency import DEFAULT_URGENCIES
from houvast.plans.rules.tasks import DEFAULT_PROVISIONS
from houvast.plans.rules.ways import DEFAULT_WAYS
from houvast.reporting_code.rules.steps import USUAL_WORKING_DAYS
from houvast.sharing.rules.known import DEFAULT_PURPOSES, USUAL_PER_DAY, USUAL_SHARE


class ListKind(StrEnum):
    """Which short list."""

    REASON = "reason"
    URGENCY = "urgency"
    TERM = "term"
    RECEIVER = "receiver"
    THEME = "theme"
    COLUMN = "column"
    PROVISION = "provision"
    STAY = "stay"
    SIGHT = "sight"
    PURPOSE = "purpose"
    WAY = "way"
    ADVISER = "adviser"


GROWING = frozenset({ListKind.REASON, ListKind.THEME, ListKind.PROVISION, ListKind.PURPOSE, ListKind.WAY})
"""Lists to which a municipality adds entries, and of which it puts entries out of use; others only change."""

RENAMED = GROWING | {ListKind.URGENCY}
"""Lists whose entries are called what the municipality wants."""

ACCEPT_WITHIN, CODE_OPEN = "accept_within", "code_open"
STAY_USUAL, STAY_LONGEST, STAY_WARNED = "stay_usual", "stay_longest", "stay_warned"
GLASS_HOURS = "glass_hours"
KNOWN_PER_DAY, KNOWN_SAMPLE = "known_per_day", "known_sample"
OPENED_PER_DAY = "opened_per_day"
FAMILY_ADVISER = "family_adviser"
USUAL_OPENED = 40
"""From how many cases that one person opens in a day the privacy officer hears of it. *Verzonnen*."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it holds. `confirmed`: the municipality set it itself. What the rest means depends on the list.

    `choices`: for which outcomes a reason can be given; what a column of a police list may be called. `amount`: the
    working hours of an urgency, the working days of a term, the days of a stay elsewhere, a limit on what
    somebody sees (in its unit). `contact` and `phone`: who
    answers at a receiver, or gives advice.
    """

    code: str
    name: str
    choices: tuple[str, ...] = ()
    amount: int = 0
    contact: str = ""
    phone: str = ""
    active: bool = True
    confirmed: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an entry: since when it holds."""

    kind: ListKind
    entry: Entry
    set_at: datetime


DEFAULTS: Mapping[ListKind, tuple[Entry, ...]] = MappingProxyType(
    {
        ListKind.REASON: tuple(
            Entry(reason.code, reason.text, tuple(each for each in Outcome if each in reason.outcomes))
            for reason in DEFAULT_REASONS
        ),
        ListKind.URGENCY: tuple(
            Entry(urgency.code, urgency.name, amount=urgency.working_hours) for urgency in DEFAULT_URGENCIES.values()
        ),
        ListKind.TERM: (
            Entry(ACCEPT_WITHIN, "Ontvanger van een doorgegeven signaal zegt ja", amount=ACCEPT_WITHIN_WORKING_DAYS),
            Entry(CODE_OPEN, "Een meldcode staat open zonder dat Mijn werk haar kleurt", amount=USUAL_WORKING_DAYS),
        ),
        ListKind.RECEIVER: tuple(Entry(receiver.code, receiver.name) for receiver in STRAIGHT_OUT_RECEIVERS),
        ListKind.THEME: (),
        ListKind.COLUMN: tuple(
            Entry(field.value, FIELD_NAMES[field], headings) for field, headings in DEFAULT_MAPPING.headings.items()
        ),
        ListKind.PROVISION: tuple(Entry(code, name) for code, name in DEFAULT_PROVISIONS.items()),
        ListKind.STAY: (
            Entry(STAY_USUAL, "Zo lang stelt het formulier voor", amount=USUAL_TERMS.usual),
            Entry(STAY_LONGEST, "Zo lang spreekt u hoogstens in één keer af", amount=USUAL_TERMS.longest),
            Entry(STAY_WARNED, "Zo lang voor het einde staat het op Mijn werk", amount=USUAL_TERMS.warned),
        ),
        ListKind.SIGHT: (
            Entry(GLASS_HOURS, "Zo lang duurt noodtoegang", amount=USUAL_GLASS_HOURS),
            Entry(KNOWN_PER_DAY, "Zo vaak vraagt iemand op een dag of een persoon bekend is", amount=USUAL_PER_DAY),
            Entry(KNOWN_SAMPLE, "Zo veel van die vragen bekijkt de privacy officer", amount=USUAL_SHARE),
            Entry(
                OPENED_PER_DAY,
                "Vanaf zo veel geopende casussen op een dag is er een alarm",
                amount=USUAL_OPENED,
            ),
        ),
        ListKind.PURPOSE: tuple(Entry(code, name) for code, name in DEFAULT_PURPOSES.items()),
        ListKind.WAY: tuple(Entry(code, name) for code, name in DEFAULT_WAYS.items()),
        ListKind.ADVISER: (Entry(FAMILY_ADVISER, "Families en tegengestelde belangen"),),
    }
)


def entries_at(
    kind: ListKind, versions: Sequence[Version], at: datetime | None = None, *, first: Sequence[Entry] = ()
) -> tuple[Entry, ...]:
    """The entries of a list at a moment (None: now), those out of use too: what it began with, then what was added.

    A list begins with the defaults and with `first`, what a municipality brought when it began.
    """
    entries = {entry.code: entry for entry in (*DEFAULTS[kind], *first)}
    for version in sorted(versions, key=lambda each: each.entry.number):
        if version.kind is kind and (at is None or version.set_at <= at):
            entries[version.entry.code] = version.entry
    return tuple(entries.values())


_MOST: Mapping[ListKind, int] = MappingProxyType({ListKind.URGENCY: 90, ListKind.TERM: 20})
_MOST_DAYS: Mapping[str, int] = MappingProxyType({STAY_LONGEST: 366, STAY_WARNED: MOST_WARNED_DAYS})
_MOST_SIGHT: Mapping[str, int] = MappingProxyType(
    {GLASS_HOURS: MOST_GLASS_HOURS, KNOWN_PER_DAY: 100, KNOWN_SAMPLE: 100, OPENED_PER_DAY: 500}
)
UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        GLASS_HOURS: ("uur", "uren"),
        KNOWN_PER_DAY: ("vraag", "vragen"),
        KNOWN_SAMPLE: ("procent", "procent"),
        OPENED_PER_DAY: ("casus", "casussen"),
    }
)
"""What a limit on what somebody sees is counted in: one, and more."""
_LONGEST_CONTACT, LONGEST_PHONE, LONGEST_NAME = 120, 30, 80


def problems_with(kind: ListKind, new: Entry, others: Iterable[Entry]) -> dict[str, str]:
    """What is wrong with an entry beside the others of its list, at each field."""
    others = tuple(others)
    problems = {}
    if not new.name.strip():
        problems["name"] = "Vul in hoe dit heet."
    elif len(new.name) > LONGEST_NAME:
        problems["name"] = f"Dit is te lang: gebruik ten hoogste {LONGEST_NAME} tekens."
    elif any(new.active and each.active and each.name.casefold() == new.name.casefold() for each in others):
        problems["name"] = "Dit staat al op de lijst."
    most = _most(kind, new, others)
    if most and not 1 <= new.amount <= most:
        problems["amount"] = f"Vul een getal in van 1 tot en met {most}."
    if len(new.contact) > _LONGEST_CONTACT:
        problems["contact"] = f"Dit is te lang: gebruik ten hoogste {_LONGEST_CONTACT} tekens."
    if len(new.phone) > LONGEST_PHONE:
        problems["phone"] = f"Dit is te lang: gebruik ten hoogste {LONGEST_PHONE} tekens."
    return problems | _problems_with_choices(kind, new, others)


def _most(kind: ListKind, new: Entry, others: Iterable[Entry]) -> int:
    """Give how much time an entry may take at most; 0 for one without time. The usual stay is not the longest one."""
    if kind is ListKind.STAY and new.code == STAY_USUAL:
        return next((each.amount for each in others if each.code == STAY_LONGEST), _MOST_DAYS[STAY_LONGEST])
    if kind is ListKind.SIGHT:
        return _MOST_SIGHT[new.code]
    return _MOST_DAYS[new.code] if kind is ListKind.STAY else _MOST.get(kind, 0)


def _problems_with_choices(kind: ListKind, new: Entry, others: Iterable[Entry]) -> dict[str, str]:
    if kind is ListKind.REASON:
        return _problems_with_reason(new, others)
    if kind is ListKind.PROVISION and not any(each.active for each in (new, *others)):
        return {"active": "Houd er één over: anders kan niemand zeggen waarop een taak wacht."}
    if kind is ListKind.PURPOSE and not any(each.active for each in (new, *others)):
        return {"active": "Houd er één over: anders kan niemand vragen of iemand bekend is."}
    if kind is not ListKind.COLUMN:
        return {}
    problem = problem_with_headings(new.choices, {each.name: each.choices for each in others})
    return {"choices": problem} if problem else {}


def _problems_with_reason(new: Entry, others: Iterable[Entry]) -> dict[str, str]:
    if not new.choices or not set(new.choices) <= set(Outcome):
        return {"choices": "Kies waarvoor deze reden te kiezen is."}
    left = {outcome for each in (new, *others) if each.active for outcome in each.choices}
    missing = [outcome.label for outcome in Outcome if outcome not in left]
    if missing:
        return {"choices": f"Zo blijft er geen reden over voor: {', '.join(missing)}. Voeg eerst een andere toe."}
    return {}
