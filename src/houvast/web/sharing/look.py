"""What was shared, ready to print: lines of a list, the facts of one, and its history."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing.rules.consents import Giver
from houvast.sharing.rules.content import DisclosureState, TurnState, Way
from houvast.sharing.rules.judging import ConflictStep
from houvast.sharing.rules.known import WHAT
from houvast.sharing.rules.wording import in_a_list
from houvast.sharing.selectors.consents import ConsentLine
from houvast.sharing.selectors.disclosures import DisclosureLine
from houvast.web.look import CAREFUL, GOOD, LATE
from houvast.web.sharing.ground_forms import capital
from houvast.web.sharing.share_forms import ROUTE_WORDS, STEP_WORDS

_CLASSES = {DisclosureState.RUNNING: GOOD, DisclosureState.WAITING: CAREFUL, DisclosureState.REFUSED: LATE}
_MISSING = {
    "no_ground": "Er stond geen grond bij.",
    "not_covered": "De grond dekte niet wat was gekozen.",
    "other_receiver": "De grond was voor een andere ontvanger.",
    "not_seen": "Wie vroeg, zag dit zelf niet, of het ging op papier terwijl dat niet kan.",
    "limited": "Wie de notitie schreef, gaf geen toestemming om haar door te geven.",
    "covenant_over": "Het convenant bij de grond gold niet.",
}


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A line of the list: with whom and what, why on which ground, when and until when, and how it stands."""

    url: str
    whom: str
    what: str
    why: str
    law: str
    when: str
    until: str
    state: str
    state_class: str


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent in the list; `url` is where it is withdrawn, empty when that is past."""

    meaning: str
    who: str
    about: str
    period: str
    state: str
    url: str


def shared_row(line: DisclosureLine, now: datetime) -> SharedRow:
    """Give a line of the list."""
    return SharedRow(
        url=f"/gedeeld/{line.id}/",
        whom=whom(line),
        what=capital(", ".join(what(line))),
        why=line.purpose or "geen doel uit de tabel",
        law=line.law or "geen grond",
        when=moment(line.at, now),
        until=_until(line),
        state=word_for(line.state),
        state_class=_CLASSES.get(line.state, ""),
    )


def _until(line: DisclosureLine) -> str:
    """Say until when; nothing for what is not shared and will not be."""
    never = line.state in (DisclosureState.REFUSED, DisclosureState.DECLINED, DisclosureState.WITHDRAWN)
    return exact(line.until_on) if line.until_on and not never else ""


def whom(line: DisclosureLine) -> str:
    """Say with whom."""
    if line.way is Way.FROM_HOUSE:
        return line.receiver
    organisation = f", {line.organisation}" if line.organisation and line.organisation != line.receiver else ""
    paper = ", op papier" if line.way is Way.OUTSIDE else ""
    return f"{line.receiver}{organisation}{paper}"


def what(line: DisclosureLine) -> list[str]:
    """Say what, in words for a list."""
    return [WHAT] if line.way is Way.KNOWN else in_a_list(line.parts, line.notes)


def facts(
    line: DisclosureLine, people: Collection[str], now: datetime, *, seconding: str = ""
) -> list[tuple[str, str]]:
    """Give one disclosure as terms with their text, as far as the viewer may read it.

    `seconding` says who approves it, while it waits.
    """
    found = [
        ("Hoe het staat", capital(word_for(line.state))),
        ("Met wie", whom(line)),
        ("Wat", "\n".join(capital(each) for each in what(line))),
        ("Over wie", ", ".join(people)),
        ("Waarvoor", line.purpose),
        ("Grond", f"{line.law} (versie {line.version} van de tabel)" if line.law else "geen"),
        ("Gedeeld door" if line.went else "Gevraagd door", f"{line.by}, {moment(line.at, now)}"),
        ("Tot en met", _until(line)),
        ("Wie keurt het goed", seconding),
    ]
    if line.content is None:
        found.append(("Grenzen", "Gebruik dit alleen hiervoor. Geef het niet door zonder eigen grond."))
    if line.state is DisclosureState.REFUSED:
        found.insert(1, ("Waarom niet", "\n".join(_MISSING[code] for code in line.missing if code in _MISSING)))
    if line.content is not None:
        route = ROUTE_WORDS[line.route] if line.route else ""
        found += [
            ("Waarom nodig", line.content.necessity),
            ("Waarom niet met minder", line.content.least),
            ("Geheimhouding", "\n".join(each for each in (route, line.content.route_words) if each)),
            ("Stappen", "\n".join(STEP_WORDS[step] for step in ConflictStep if step in line.steps)),
            ("Weet de inwoner het", _told(line)),
        ]
    return [(term, text) for term, text in found if text]


def _told(line: DisclosureLine) -> str:
    if line.told_on is not None:
        return f"Verteld op {exact(line.told_on)}."
    again = f" Opnieuw kijken op {exact(line.tell_before)}." if line.tell_before else ""
    why = line.content.told if line.content else ""
    return f"Nog niet.{again}\n{why}"


def history(line: DisclosureLine, now: datetime) -> list[tuple[str, str]]:
    """Give how it went: what happened, by whom and when; and what they wrote."""
    return [(f"{capital(_turn(each.state))}: {each.by}, {moment(each.at, now)}", each.reason) for each in line.turns]


def _turn(state: TurnState) -> str:
    return word_for(state)


def consent_row(line: ConsentLine, now: datetime, *, may_withdraw: bool) -> ConsentRow:
    """Give a consent in the list."""
    today = in_amsterdam(now).date()
    giver = line.resident if line.giver is Giver.RESIDENT else f"{line.giver_name} ({word_for(line.giver)})"
    state = "geldt" if line.runs(today) else "voorbij"
    if line.withdrawn_at is not None:
        state = f"ingetrokken, {moment(line.withdrawn_at, now)}"
    return ConsentRow(
        meaning=capital(word_for(line.meaning)),
        who=f"{giver}, over {line.resident}" if giver != line.resident else giver,
        about=line.about,
        period=f"{line.channel}, {exact(line.given_on)} tot en met {exact(line.until_on)}",
        state=state,
        url=f"/toestemming/{line.id}/intrekken/" if may_withdraw and line.runs(today) else "",
    )
