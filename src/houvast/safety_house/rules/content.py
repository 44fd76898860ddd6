"""What a referral, an answer, a return and a look back say in words: sealed whole, in a form with a number."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from houvast.safety_house.rules.pieces import SPECIAL, PieceKind

ANSWER_WORKING_DAYS = 10
"""*Verzonnen*. One house weighs every week (Zorg- en Veiligheidshuis Noord-Holland Noord); none gives a term."""

YEARS_KEPT = 5
"""The longest that a house keeps a file after the first processing, unless extended (WGS; onbevestigd)."""

LEGAL_GROUND = "Wet gegevensverwerking door samenwerkingsverbanden (WGS), zorg- en veiligheidshuizen"
LONGEST_TEXT = 4000
LONGEST_LINE = 200
_FORM = 1
NOT_SEEN = "Dit is gedeeld. U ziet dit deel van de casus niet."
"""What stands in the place of a piece that somebody does not see."""


class ReferralOutcome(StrEnum):
    """What a house answers."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    ADVICE = "advice"


class ReferralStanding(StrEnum):
    """How a referral stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    ADVICE = "advice"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class ReferralStep:
    """That a case was referred (`by` whom), or answered (`outcome`), or came back for the n-th time (`returns`)."""

    at: datetime
    by: str = ""
    outcome: str = ""
    returns: int = 0


def standing(outcome: str | None, *, returned: bool) -> ReferralStanding:
    """Give how a referral stands by its answer and its return."""
    if returned:
        return ReferralStanding.RETURNED
    return ReferralStanding.ASKED if outcome is None else ReferralStanding(outcome)


@dataclass(frozen=True, slots=True)
class ReferralContent:
    """What the municipality expects, why the criteria are met, why what is special is needed, and what was told."""

    expects: str
    why_met: str
    necessity: str
    told: str


@dataclass(frozen=True, slots=True)
class AnswerContent:
    """What the house will do and will not do; `why` of a refusal, or the advice. `spoken_with` for a house outside."""

    will: str
    will_not: str
    why: str
    spoken_with: str = ""


@dataclass(frozen=True, slots=True)
class ReturnContent:
    """What was done, what the house expects of the municipality now, and why the case goes back.

    `care` and `justice` are what goes along of that, each chosen by itself, with the `necessity`; `legal_ground`, and
    what the resident knows of it (`told_on` or `tell_before`, a day as text, and `told`), account for what is shared.
    """

    done: str
    expects: str
    why: str
    spoken_with: str = ""
    care: str = ""
    justice: str = ""
    necessity: str = ""
    legal_ground: str = ""
    told_on: str = ""
    tell_before: str = ""
    told: str = ""

    @property
    def kinds(self) -> frozenset[PieceKind]:
        """Give as which pieces its words go: how it stands always, care and justice when something is said of it."""
        special = {PieceKind.CARE: self.care, PieceKind.JUSTICE: self.justice}
        return frozenset({PieceKind.SITUATION} | {kind for kind, words in special.items() if words.strip()})

    def without(self, seen: Collection[PieceKind]) -> "ReturnContent":
        """Give it for who sees only these pieces: of the rest, that something was shared."""
        hidden = {kind.value: NOT_SEEN for kind in (self.kinds & SPECIAL) - set(seen)}
        return replace(self, **hidden)


@dataclass(frozen=True, slots=True)
class LookBackContent:
    """What came of what the municipality expected, of what the house would do, and what goes differently next time."""

    ours: str
    theirs: str
    next_time: str


Content = TypeVar("Content", ReferralContent, AnswerContent, ReturnContent, LookBackContent)


def written(content: ReferralContent | AnswerContent | ReturnContent | LookBackContent) -> str:
    """Write the words down, in one way, for sealing."""
    return json.dumps({"form": _FORM, **asdict(content)})


def read(kind: type[Content], text: str) -> Content:
    """Read what `written` wrote. Raises `ValueError` for a form that this code does not know."""
    raw = json.loads(text)
    if raw.pop("form") != _FORM:
        raise ValueError("unknown form")
    return kind(**raw)


@dataclass(frozen=True, slots=True)
class NewReferral:
    """A referral as somebody makes it: told on a day, or to be told before a day with the reason in `content.told`."""

    content: ReferralContent
    criteria: frozenset[str]
    pieces: Mapping[PieceKind, str]
    legal_ground: str
    told_on: date | None
    tell_before: date | None


@dataclass(frozen=True, slots=True)
class ByHand:
    """When and how a house outside Houvast said something."""

    given_on: date | None
    channel: str


def referral_problems(new: NewReferral, *, offered: Collection[PieceKind], today: date) -> dict[str, str]:
    """Say at each field what a referral lacks."""
    found = {
        "expects": _text(new.content.expects, "Schrijf op wat u van het Zorg- en Veiligheidshuis verwacht."),
        "why_met": _text(new.content.why_met, "Schrijf op waarom u vindt dat deze casus daar hoort."),
        "told": _text(new.content.told, "Schrijf op wat u de inwoner vertelde, of waarom nog niet."),
        "legal_ground": _text(new.legal_ground, "Vul in op welke grond u dit deelt.", LONGEST_LINE),
        "situation": "" if new.pieces.get(PieceKind.SITUATION) else "Schrijf op wat er aan de hand is.",
    }
    special = SPECIAL & new.pieces.keys()
    if special and not new.content.necessity.strip():
        found["necessity"] = "U deelt iets over zorg of justitie. Schrijf op waarom dat nodig is."
    for kind, text in new.pieces.items():
        if kind not in offered:
            found[kind.value] = "Dit deel van de casus ziet u niet. U kunt het dus niet delen."
        elif len(text) > LONGEST_TEXT:
            found[kind.value] = f"Maak het korter: hoogstens {LONGEST_TEXT} tekens."
    return {
        name: problem for name, problem in {**found, **_telling(new.told_on, new.tell_before, today)}.items() if problem
    }


def answer_problems(outcome: ReferralOutcome, content: AnswerContent) -> dict[str, str]:
    """Say at each field what an answer lacks: what is taken on and what is not, or why not, or which advice."""
    if outcome is ReferralOutcome.ACCEPTED:
        found = {
            "will": _text(content.will, "Schrijf op wat het Zorg- en Veiligheidshuis gaat doen."),
            "will_not": _text(content.will_not, "Schrijf op wat het niet gaat doen. Dat voorkomt teleurstelling."),
        }
    else:
        missing = "Schrijf het advies op." if outcome is ReferralOutcome.ADVICE else "Schrijf op waarom niet."
        found = {"why": _text(content.why, missing)}
    return {name: problem for name, problem in found.items() if problem}


def return_problems(content: ReturnContent) -> dict[str, str]:
    """Say at each field what a return lacks."""
    found = {
        "done": _text(content.done, "Schrijf op wat er is gedaan."),
        "expects": _text(content.expects, "Schrijf op wat u nu van de gemeente verwacht."),
        "why": _text(content.why, "Schrijf op waarom de casus teruggaat."),
    }
    return {name: problem for name, problem in found.items() if problem}


def return_account_problems(content: ReturnContent, today: date) -> dict[str, str]:
    """Say at each field what the account of what is sent back lacks: ground, need, and what the resident knows."""
    on, before = (as_day(each) for each in (content.told_on, content.tell_before))
    found = {
        "legal_ground": _text(content.legal_ground, "Vul in op welke grond u dit deelt.", LONGEST_LINE),
        "told": _text(content.told, "Schrijf op wat u de inwoner vertelde, of waarom nog niet."),
        **{name: _text(text, "") for name, text in (("care", content.care), ("justice", content.justice))},
    }
    if content.kinds & SPECIAL and not content.necessity.strip():
        found["necessity"] = "U deelt iets over zorg of justitie. Schrijf op waarom dat nodig is."
    return {name: problem for name, problem in {**found, **_telling(on, before, today)}.items() if problem}


def as_day(text: str) -> date | None:
    """Read a day that was written down as text; None for nothing."""
    return date.fromisoformat(text) if text else None


def look_back_problems(content: LookBackContent) -> dict[str, str]:
    """Say at each field what a look back lacks."""
    found = {
        "ours": _text(content.ours, "Schrijf op wat er kwam van wat u verwachtte."),
        "theirs": _text(content.theirs, "Schrijf op wat er kwam van wat het Zorg- en Veiligheidshuis zou doen."),
        "next_time": _text(
            content.next_time, "Schrijf op wat u een volgende keer anders doet, of dat er niets anders hoeft."
        ),
    }
    return {name: problem for name, problem in found.items() if problem}


def by_hand_problems(by_hand: ByHand, spoken_with: str, *, asked_on: date, today: date) -> dict[str, str]:
    """Say at each field what is missing of something that was said outside Houvast."""
    problems = {}
    if by_hand.given_on is None or not asked_on <= by_hand.given_on <= today:
        problems["given_on"] = "Vul de dag in: niet voor de aanmelding, en vandaag of eerder."
    if not by_hand.channel.strip():
        problems["channel"] = "Vul in hoe u dit hoorde, bijvoorbeeld 'telefoon' of 'brief'."
    if not spoken_with.strip():
        problems["spoken_with"] = "Schrijf op wie dit zei."
    return problems


def keep_until(opened: date) -> date:
    """Give the last day on which a house keeps a file that was opened on a day."""
    return opened.replace(day=min(opened.day, 28), year=opened.year + YEARS_KEPT) - timedelta(days=1)


def _text(text: str, missing: str, most: int = LONGEST_TEXT) -> str:
    if not text.strip():
        return missing
    return f"Maak het korter: hoogstens {most} tekens." if len(text) > most else ""


def _telling(told_on: date | None, tell_before: date | None, today: date) -> dict[str, str]:
    if (told_on is None) == (tell_before is None):
        return {"told_on": "Vul één van de twee in: wanneer u het vertelde, of wanneer u het uiterlijk vertelt."}
    if told_on is not None and told_on > today:
        return {"told_on": "Kies vandaag of een dag die voorbij is."}
    if tell_before is not None and tell_before < today:
        return {"tell_before": "Kies een dag die nog moet komen."}
    return {}
