"""Samen wegen: who was asked about a proposal, what each said, and what is still missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from houvast.cases import policy
from houvast.cases.rules.judging import Missing
from houvast.cases.selectors.judgements import AskedLine, JudgementLine, asked_about, still_missing
from houvast.cases.selectors.scalings import Scaling
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import Link
from houvast.web.scaling import wording


@dataclass(frozen=True, slots=True)
class JudgedMark:
    """One partner: who, agreed or not in a sentence, and what they wrote. `act` is there for who records it."""

    who: str
    stand: str
    disagrees: bool
    words: tuple[tuple[str, str], ...]
    act: Link | None


@dataclass(frozen=True, slots=True)
class Weighing:
    """Who judges a proposal; `note` says whether all have, and `not_waited` why the decision did not wait.

    `nobody` says that nobody was asked, yet or at all.
    """

    note: str
    judged: tuple[JudgedMark, ...]
    not_waited: str
    complete: bool
    ask: Link | None
    nobody: str


def weighing(viewer: Viewer, scaling: Scaling, *, now: datetime) -> Weighing | None:
    """Give who was asked about a proposal; None where the model does not weigh together and nobody was asked."""
    asked = asked_about(viewer, scaling.proposal.id, now=now)
    if not asked and not scaling.boundary.joint_assessment:
        return None
    not_waited = next((each.not_waited for each in scaling.decisions if each.not_waited), "")
    missing = still_missing(scaling, asked, now=now)
    facts, proposed_by = scaling.found.facts, scaling.proposal.proposed_by_id
    asks = scaling.waits and policy.may_ask_judgement(viewer, facts, proposed_by=proposed_by).allowed
    return Weighing(
        note=_note(scaling, missing) if scaling.waits else "",
        judged=tuple(_mark(viewer, scaling, each, now) for each in asked),
        not_waited=not_waited,
        complete=missing.nothing,
        ask=Link("Nog iemand om een oordeel vragen", addresses.ask_judgement(scaling.proposal.id)) if asks else None,
        nobody=f"Er is {'nog niemand' if scaling.waits else 'niemand'} om een oordeel gevraagd.",
    )


def _note(scaling: Scaling, missing: Missing) -> str:
    if missing.nothing:
        return "Iedereen die is gevraagd, gaf een oordeel."
    sentences = []
    if missing.unanswered:
        who = "1 oordeel is" if missing.unanswered == 1 else f"{missing.unanswered} oordelen zijn"
        sentences.append(f"{who} er nog niet.")
    if missing.functions:
        named = wording.functions(scaling.found.model, missing.functions, "en")
        sentences.append(f"Nog niemand gevraagd: {named}.")
    return " ".join(sentences)


def _mark(viewer: Viewer, scaling: Scaling, asked: AskedLine, now: datetime) -> JudgedMark:
    function = wording.functions(scaling.found.model, [asked.function]) if asked.function else ""
    name = asked.judgement.by if asked.judgement else asked.member
    who = ", ".join(part for part in (name, function, asked.organisation) if part)
    if asked.judgement is None:
        return JudgedMark(who, _waits(scaling, asked, now), False, (), _record(viewer, scaling, asked))
    stand = "Eens" if asked.judgement.agrees else "Niet eens"
    return JudgedMark(
        who,
        f"{stand}, {short(asked.judgement.given_on, in_amsterdam(now).date())}",
        not asked.judgement.agrees,
        tuple(words(asked.judgement)),
        None,
    )


def _waits(scaling: Scaling, asked: AskedLine, now: datetime) -> str:
    return f"Nog geen antwoord, {wording.term(asked.answer_before, now)}" if scaling.waits else "Gaf geen antwoord"


def _record(viewer: Viewer, scaling: Scaling, asked: AskedLine) -> Link | None:
    verdict = policy.may_judge(viewer, scaling.found.facts, asked_member=asked.member_id, asked_by=asked.asked_by_id)
    if not scaling.waits or not verdict.allowed:
        return None
    return Link("Oordeel geven" if asked.member_id else "Oordeel vastleggen", addresses.judgement(asked.id))


def words(given: JudgementLine) -> Iterator[tuple[str, str]]:
    """Give what somebody wrote, each with what it is about."""
    yield "Risico", given.risk
    yield "Wat moet blijven", given.must_stay
    yield "Waarom", given.why
    if given.channel:
        yield "Vastgelegd", f"door {given.recorded_by}, {given.channel}"
