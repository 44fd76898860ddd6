"""What stands in the log, as a sentence with its particulars."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from houvast.accountability import events as of_accountability
from houvast.audit import events as of_audit
from houvast.audit.events import Event
from houvast.ave.vocabulary import Responsibility
from houvast.cases import events as of_cases
from houvast.cases.models import (
    FollowUp,
    HandOverAnswer,
    MoveAnswer,
    Note,
    PulseCheck,
    ReceiverAnswer,
    ScalingDecision,
    TakeOverAnswer,
)
from houvast.cases.rules.closing import CLOSING_REASONS
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.seats import SeatState
from houvast.consultation import events as of_consultation
from houvast.directory import events as of_directory
from houvast.documents import events as of_documents
from houvast.intake import events as of_intake
from houvast.intake.rules.triage import STRAIGHT_OUT_RECEIVERS, Move, Outcome
from houvast.kernel.euros import euros
from houvast.kernel.one_time_codes import Sending
from houvast.kernel.terms import word_for
from houvast.letters import events as of_letters
from houvast.participation import events as of_participation
from houvast.plans import events as of_plans
from houvast.plans.models import TailorMadeDecision, TailorMadeOutcome
from houvast.plans.rules.tasks import Standing
from houvast.residents import events as of_residents
from houvast.safety_house import events as of_safety_house
from houvast.sharing import events as of_sharing
from houvast.short_lines import events as of_short_lines
from houvast.vault import events as of_vault
from houvast.web import events as of_web

Details = Mapping[str, object]
Names = Mapping[str, str]

_ROOMS = {
    "Logboek": of_audit,
    "Bewaren, vernietigen en verzoeken": of_accountability,
    "Casussen": of_cases,
    "Overleg": of_consultation,
    "Mensen, teams en inloggen": of_directory,
    "Brieven": of_letters,
    "Documenten": of_documents,
    "Signalen": of_intake,
    "Eigen pagina’s": of_participation,
    "Plannen en taken": of_plans,
    "Inwoners": of_residents,
    "Zorg- en Veiligheidshuis": of_safety_house,
    "Delen": of_sharing,
    "Korte lijnen": of_short_lines,
    "Sleutels": of_vault,
    "Pagina’s": of_web,
}
KINDS: Sequence[tuple[str, Sequence[tuple[str, str]]]] = [
    (heading, [(event.code, event.sentence) for event in vars(room).values() if isinstance(event, Event)])
    for heading, room in _ROOMS.items()
]
"""Every kind of event, under the heading of its room."""
SENTENCES: dict[str, str] = {code: told for _, kinds in KINDS for code, told in kinds}
_STATES = {state.value: word_for(state) for state in SeatState if state is not SeatState.HELD}
_NOBODY = {SeatState.VACANT.value: "niemand", SeatState.NOT_REQUIRED.value: "niet meer nodig"}
_SCALED = {outcome.value: word_for(outcome) for outcome in ScalingDecision.Outcome}
_HANDED_OVER = {outcome.value: word_for(outcome) for outcome in HandOverAnswer.Outcome}
_MOVED = {outcome.value: word_for(outcome) for outcome in MoveAnswer.Outcome}
_TAKEN_OVER = {outcome.value: word_for(outcome) for outcome in TakeOverAnswer.Outcome}
_RECEIVED = {outcome.value: word_for(outcome) for outcome in ReceiverAnswer.Outcome}
_GOES = {outcome.value: word_for(outcome) for outcome in PulseCheck.Outcome}
_TRIAGED = {
    **{outcome.value: word_for(outcome) for outcome in Outcome},
    **{move.value: move.label.lower() for move in Move},
}
_OUTCOMES: Mapping[str, Mapping[str, str]] = {
    of_cases.SCALING_DECIDED.code: _SCALED,
    of_cases.SCALING_WITHDRAWN.code: _SCALED,
    of_cases.URGENCY_ANSWERED.code: _SCALED,
    of_cases.HAND_OVER_ANSWERED.code: _HANDED_OVER,
    of_cases.MOVE_ANSWERED.code: _MOVED,
    of_cases.MOVE_WITHDRAWN.code: _MOVED,
    of_cases.TAKE_OVER_ANSWERED.code: _TAKEN_OVER,
    of_cases.RECEIVER_ANSWERED.code: _RECEIVED,
    of_cases.PULSE_CHECKED.code: _GOES,
    of_intake.CONCERN_DECIDED.code: _TRIAGED,
    of_plans.LINK_CODE_ASKED.code: {
        Sending.SENT.value: "verstuurd",
        Sending.JUST_SENT.value: "was net verstuurd",
        Sending.NO_MORE.value: "te vaak gevraagd",
        Sending.NOT_SET_UP.value: "sms is niet ingesteld",
    },
    of_plans.LINK_CODE_TRIED.code: {"right": "goed", "wrong": "fout", "no_code": "er was geen code die werkt"},
    of_plans.LINK_ANSWERED.code: {state.value: word_for(state) for state in Standing},
}
_RECEIVERS = {each.code: each.name for each in STRAIGHT_OUT_RECEIVERS}
_FOLLOW_UPS = {item.value: word_for(item) for item in FollowUp.Item}
_FOLLOW_UP_STATES = {state.value: word_for(state) for state in FollowUp.State}
_TAILORED = {answer.value: word_for(answer) for answer in TailorMadeDecision.Answer}
_WHY_NOT_TAILORED = {reason.value: word_for(reason) for reason in TailorMadeDecision.Reason}
_BROUGHT = {each.value: word_for(each) for each in TailorMadeOutcome.Brought}
_RELATIONS = {relation.value: word_for(relation) for relation in Relation}
_NOTES = {part.value: word_for(part) for part in Note.Part}
_DOCUMENTS = {
    Note.Part.GENERAL.value: "algemeen",
    Note.Part.CARE.value: "zorg",
    Note.Part.JUSTICE.value: "politie en justitie",
}
_LISTS = {"my_work": "Mijn werk", "my_tasks": "eigen taken", "cases": "Casussen", "search": "gezocht"}
_ENDS = {"idle": "een tijd niets gedaan", "absolute": "de dag was voorbij", "not_active": "werkt hier niet meer"}
_NOT_IN = {"wrong_password": "wachtwoord", "wrong_code": "code", "wrong_activation": "activatiecode"}
SYSTEMS: Mapping[str, str] = {
    "sign-in": "bij het inloggen",
    "import-e33": "lijst op de server",
    "destroy": "vernietigen op de server",
    "alarm": "telling uit het logboek",
}
"""What acts in the name of nobody, by its code."""
_NOT_VISIBLE = "not_visible"
_PARAMETER = re.compile(r"<[^>]+>")


def sentence(event: str) -> str:
    """Say what was done; the code itself for what an older version did and this one does not know."""
    return SENTENCES.get(event, event)


def particulars(event: str, details: Details, names: Names | None = None, *, refused: bool = False) -> str:
    """Say in a few words what it was exactly and whom it was about; "" when the sentence says it all.

    `names` are those of people and teams, by id.
    """
    if refused:
        return "; ".join(_of_refusal(details))
    named = names or {}
    of_event = _OF_EVENT.get(event)
    said = ", ".join([*_of_case(event, details), *(of_event(details) if of_event else ())])
    return "; ".join(word for word in (said, *_people(details, named), *_seats(details, named)) if word)


def _of_refusal(details: Details) -> Iterator[str]:
    yield "kan dit niet zien" if details.get("reason") == _NOT_VISIBLE else "mag dit niet doen"
    if details.get("code"):
        yield str(details["code"])
    if details.get("page"):
        yield _page(details["page"])


def _page(route: object) -> str:
    """Say which page, as its address without ids: "/casussen/…/sluiten/"."""
    return f"/{_PARAMETER.sub('…', str(route))}"


def _of_case(event: str, details: Details) -> Iterator[str]:
    """Say which responsibility, phase or answer it was."""
    responsibility = details.get("responsibility")
    if responsibility in set(Responsibility):
        yield word_for(Responsibility(str(responsibility)))
        yield from _known(_STATES, details.get("state"))
    if details.get("to_phase"):
        yield f"naar AVE {details['to_phase']}"
    if details.get("phase"):
        yield f"in AVE {details['phase']}"
    yield from _known(_OUTCOMES.get(event, {}), details.get("outcome"))
    if details.get("on_behalf_of"):
        yield f"namens {str(details['on_behalf_of']).replace('-', ' ')}"
    if details.get("until"):
        until = date.fromisoformat(str(details["until"]))
        yield f"tot en met {until.day}-{until.month}-{until.year}"


def _known(words: Mapping[str, str], value: object) -> Iterator[str]:
    if isinstance(value, str) and value in words:
        yield words[value]


def _people(details: Details, names: Names) -> Iterator[str]:
    """Name whom it was about: who was asked, who got something, which team."""
    for key in ("member", "stand_in", "first", "second", "team"):
        yield from _known(names, details.get(key))
    for several in (details.get("members"), details.get("teams")):
        for each in several if isinstance(several, list) else ():
            yield from _known(names, each)
    yield from (f"gevraagd over te nemen: {name}" for name in _known(names, details.get("receives")))
    if details.get("resident") or details.get("network_member"):
        yield "de inwoner of iemand van het netwerk"


def _seats(details: Details, names: Names) -> Iterator[str]:
    """Say who has which responsibility after it."""
    seats = details.get("seats")
    for seat in seats if isinstance(seats, list) else ():
        responsibility, state, holder = (*str(seat).split(":"), "")[:3]
        who = _NOBODY.get(state) or names.get(holder) or "de inwoner of iemand van het netwerk"
        yield f"{word_for(Responsibility(responsibility))}: {who}"


def _of_concern(details: Details) -> Iterator[str]:
    yield from _known(_RECEIVERS, details.get("receiver"))


def _of_answer(details: Details) -> Iterator[str]:
    yield "pakt het op" if details.get("accepted") else "geeft het terug"


def _of_sight(details: Details) -> Iterator[str]:
    yield from _known(_RELATIONS, details.get("relation"))


def _of_closing(details: Details) -> Iterator[str]:
    yield from (word.lower() for word in _known(CLOSING_REASONS, details.get("reason")))


def _of_reopening(details: Details) -> Iterator[str]:
    yield f"terugval nummer {details.get('relapses', 1)}"


def _of_follow_up(details: Details) -> Iterator[str]:
    yield from _known(_FOLLOW_UPS, details.get("item"))
    yield from _known(_FOLLOW_UP_STATES, details.get("state"))


def _of_note(details: Details) -> Iterator[str]:
    yield from _known(_NOTES, details.get("part"))
    if details.get("shared"):
        yield "gedeeld met de casus"


def _of_document(details: Details) -> Iterator[str]:
    yield from _known(_DOCUMENTS, details.get("part"))
    if details.get("shared"):
        yield "gedeeld met de casus"


def _of_import(details: Details) -> Iterator[str]:
    yield f"{details.get('read', 0)} regels gelezen"
    yield f"{details.get('accepted', 0)} nieuwe signalen"
    yield f"{details.get('refused', 0)} niet te gebruiken"


def _of_rows(details: Details) -> Iterator[str]:
    yield f"regel {details.get('first_row')} tot en met {details.get('last_row')}"


def _of_received(details: Details) -> Iterator[str]:
    yield f"{details.get('accepted', 0)} nieuwe signalen"
    yield f"{details.get('refused', 0)} te herstellen"


def _of_list(details: Details) -> Iterator[str]:
    yield from _known(_LISTS, details.get("list"))
    yield f"{details.get('rows', 0)} getoond"


def _of_page(details: Details) -> Iterator[str]:
    if "/" in str(details.get("page", "")):
        yield _page(details["page"])


def _of_tailor_made(details: Details) -> Iterator[str]:
    if isinstance(cents := details.get("cents"), int):
        yield euros(cents)
    for words, key in ((_TAILORED, "answer"), (_WHY_NOT_TAILORED, "reason"), (_BROUGHT, "brought")):
        yield from _known(words, details.get(key))


def _of_function(details: Details) -> Iterator[str]:
    if details.get("function"):
        yield str(details["function"]).replace("-", " ")


def _of_signing_out(details: Details) -> Iterator[str]:
    yield from _known(_ENDS, details.get("reason"))


def _of_failing(details: Details) -> Iterator[str]:
    yield from (f"{word} klopte niet" for word in _known(_NOT_IN, details.get("reason")))


_OF_EVENT: Mapping[str, Callable[[Details], Iterator[str]]] = {
    of_intake.CONCERN_DECIDED.code: _of_concern,
    of_intake.PASS_ON_ANSWERED.code: _of_answer,
    of_intake.LIST_IMPORTED.code: _of_import,
    of_intake.ROWS_IMPORTED.code: _of_rows,
    of_intake.ROWS_RECEIVED.code: _of_received,
    of_cases.ACCESS_GIVEN.code: _of_sight,
    of_cases.CASE_CLOSED.code: _of_closing,
    of_cases.CASE_REOPENED.code: _of_reopening,
    of_cases.FOLLOW_UP_RECORDED.code: _of_follow_up,
    of_cases.NOTE_WRITTEN.code: _of_note,
    of_documents.DOCUMENT_ADDED.code: _of_document,
    of_documents.DOCUMENT_REDACTED.code: _of_document,
    of_cases.CASES_LISTED.code: _of_list,
    of_cases.CASE_READ.code: _of_page,
    of_directory.FUNCTION_GIVEN.code: _of_function,
    of_directory.FUNCTION_ENDED.code: _of_function,
    of_directory.MANDATE_GIVEN.code: _of_function,
    of_directory.MANDATE_ENDED.code: _of_function,
    **dict.fromkeys((each.code for each in of_plans.OF_TAILOR_MADE), _of_tailor_made),
    of_directory.SIGNED_OUT.code: _of_signing_out,
    of_directory.SIGN_IN_FAILED.code: _of_failing,
}
