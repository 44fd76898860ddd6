"""Referrals and files, ready to print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from houvast.desk.selectors.safety_house_work import came_back
from houvast.kernel.dutch_dates import exact, moment, short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house.rules.content import AnswerContent, LookBackContent, ReferralContent, ReturnContent, as_day
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.selectors.referrals import ReferralLine

Words = tuple[tuple[str, str], ...]
"""Headings with what was written under each."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a referral: its anchor, its title, what stands beside it, and the words in it."""

    anchor: str
    title: str
    note: str
    words: Words


def told(told_on: date | None, tell_before: date | None, words: str, now: datetime) -> str:
    """Say what the resident knows."""
    today = in_amsterdam(now).date()
    if told_on is not None:
        return f"Verteld op {short(told_on, today)}. {words}"
    return f"Nog niet verteld, uiterlijk {short(tell_before, today) if tell_before else ''}. {words}"


def asked_words(content: ReferralContent, criteria: Iterable[str], legal_ground: str, knows: str) -> Words:
    """Give what a referral asks, in the order of the form."""
    return _filled(
        ("Verwachting", content.expects),
        ("Criteria", "\n".join(criteria) or "Geen aangekruist."),
        ("Waarom", content.why_met),
        ("Zorg of justitie", content.necessity),
        ("Grond", legal_ground),
        ("Inwoner", knows),
    )


def piece_words(pieces: Iterable[tuple[PieceKind, str]]) -> Words:
    """Give the pieces by their names."""
    return tuple((_capital(word_for(kind)), words) for kind, words in pieces)


def answer_words(content: AnswerContent) -> Words:
    """Give what was answered."""
    return _filled(
        ("Doet het wel", content.will),
        ("Doet het niet", content.will_not),
        ("Waarom of advies", content.why),
        ("Gezegd door", content.spoken_with),
    )


def return_words(content: ReturnContent) -> Words:
    """Give what a return says."""
    return _filled(
        ("Gedaan", content.done),
        ("Verwacht het nu", content.expects),
        ("Waarom terug", content.why),
        (_capital(word_for(PieceKind.CARE)), content.care),
        (_capital(word_for(PieceKind.JUSTICE)), content.justice),
        ("Waarom dat nodig is", content.necessity),
        ("Grond", content.legal_ground),
        ("Inwoner", _knows(content)),
        ("Gezegd door", content.spoken_with),
    )


def _knows(content: ReturnContent) -> str:
    on, before = (as_day(each) for each in (content.told_on, content.tell_before))
    if on is not None:
        return f"Verteld op {exact(on)}. {content.told}"
    return f"Nog niet verteld, uiterlijk {exact(before)}. {content.told}" if before else ""


def parts(line: ReferralLine, now: datetime) -> tuple[Part, ...]:
    """Give a referral as the municipality reads it, newest part first."""
    today, key = in_amsterdam(now).date(), line.number
    found: list[Part] = []
    if line.look_back:
        found.append(Part(f"terugblik-{key}", "Terugblik", "", look_back_words(line.look_back)))
    if line.returned and line.returned_on:
        found.append(
            Part(f"terug-{key}", came_back(line.mark), short(line.returned_on, today), return_words(line.returned))
        )
    if line.answer and line.answered_on:
        how = f", per {line.answered_how}" if line.answered_how else ""
        note = f"{short(line.answered_on, today)}{how}"
        found.append(Part(f"antwoord-{key}", "Antwoord", note, answer_words(line.answer)))
    knows = told(line.told_on, line.tell_before, line.content.told, now)
    asked = asked_words(line.content, line.criteria, line.legal_ground, knows)
    found.append(Part(f"vraag-{key}", "De vraag", f"{line.by}, {moment(line.at, now)}", asked))
    found.append(Part(f"stukken-{key}", "Wat is gedeeld", "Precies dit, en niets anders.", _shared(line)))
    return tuple(found)


def look_back_words(content: LookBackContent) -> Words:
    """Give what a look back says."""
    return _filled(
        ("Onze verwachting", content.ours),
        ("Wat zij zouden doen", content.theirs),
        ("Volgende keer", content.next_time),
    )


def _shared(line: ReferralLine) -> Words:
    hidden = tuple(
        (_capital(word_for(kind)), "Dit is gedeeld. U ziet dit deel van de casus niet.") for kind in line.hidden
    )
    return (*piece_words(line.pieces), *hidden)


def _filled(*words: tuple[str, str]) -> Words:
    return tuple((heading, text) for heading, text in words if text)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
