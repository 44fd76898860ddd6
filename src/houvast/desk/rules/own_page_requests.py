"""What somebody asked about what is held of them, and how it stands: the words of the page. Pure.

The answer to such a request is a decision to which one can object (UAVG art. 34), within six weeks (Awb art. 6:7).
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from houvast.accountability.rules.asking import OwnRequest
from houvast.accountability.rules.requests import RequestKind, RequestOutcome
from houvast.desk.rules.own_page_facts import Line, Look, OwnFacts
from houvast.kernel.dutch_dates import whole
from houvast.kernel.terms import word_for
from houvast.participation.rules.taking_part import ParticipantKind

_ASKED: Mapping[RequestKind, str] = MappingProxyType(
    {
        RequestKind.INSPECTION: "om te zien wat wij over u bewaren",
        RequestKind.CORRECTION: "om iets te verbeteren",
        RequestKind.OBJECTION: "om uw gegevens niet te gebruiken",
        RequestKind.ERASURE: "om iets te wissen",
    }
)
_DONE: Mapping[RequestKind, str] = MappingProxyType(
    {
        RequestKind.INSPECTION: "U krijgt te zien wat wij over u bewaren.",
        RequestKind.CORRECTION: "Wij zeiden ja: wij verbeteren het.",
        RequestKind.OBJECTION: "Wij zeiden ja. Dit stopt: “{reason}”",
        RequestKind.ERASURE: "Wij zeiden ja. Iemand anders kijkt het nog na. Daarna is het weg.",
    }
)
_MAY_OBJECT = (
    "Bent u het niet eens met zo’n antwoord? Dan kunt u bezwaar maken bij de gemeente. Dat kan tot zes weken na de dag "
    "van het antwoord. U kunt ook een klacht sturen naar de Autoriteit Persoonsgegevens."
)


def requests(facts: OwnFacts) -> Iterator[Line]:
    """Say what one may ask, what one asked, and how that stands."""
    if facts.why_not_ask:
        yield Line(facts.why_not_ask)
    else:
        yield Line("U mag vragen wat wij over u bewaren. Of vraag ons om iets te verbeteren of te wissen.")
        yield Line(f"Het kan ook met een brief aan de {facts.help.municipality}.", Look.SMALL)
    for each in facts.requests:
        asked = f"U vroeg {_ASKED[each.kind]}"
        for_whom = "" if facts.kind is ParticipantKind.SELF else f", voor {facts.about}"
        lead = f"Vraag V-{each.number}"
        yield Line(f"{asked}{for_whom}, op {whole(each.received_on, facts.today)}.", lead=lead)
        yield from (Line(text) for text in _stands(each, facts))
    if any(each.outcome for each in facts.requests):
        yield Line(_MAY_OBJECT, Look.SMALL)


def _stands(asked: OwnRequest, facts: OwnFacts) -> Iterator[str]:
    if asked.answered_on and asked.outcome:
        yield f"Wij gaven antwoord op {whole(asked.answered_on, facts.today)}. {_answer(asked, asked.outcome)}"
    else:
        yield "Wij hebben uw vraag. " + (
            "Wij weten wie het vraagt." if asked.is_checked else "Wij kijken eerst na wie het vraagt."
        )
        if asked.longer:
            yield f"Het duurt langer. Dit is waarom: “{asked.longer}”"
        yield _until(asked, facts)
    if asked.reach and asked.outcome is not RequestOutcome.REFUSED:
        yield f"Zo krijgt u het antwoord: {asked.reach}."


def _until(asked: OwnRequest, facts: OwnFacts) -> str:
    day = whole(asked.due_on, facts.today)
    if asked.due_on < facts.today:
        return f"U had op {day} antwoord moeten krijgen. Dat is niet gelukt. U mag daarover een klacht indienen."
    return f"U krijgt antwoord uiterlijk op {day}."


def _answer(asked: OwnRequest, outcome: RequestOutcome) -> str:
    if outcome is RequestOutcome.REFUSED:
        ground = f" De regel gaat over: {word_for(asked.ground)}." if asked.ground else ""
        return f"Wij zeiden nee. Dit is waarom: “{asked.reason}”{ground}"
    if outcome is RequestOutcome.PARTLY:
        return "U krijgt een deel te zien. In het antwoord staat waarom niet alles."
    return _DONE[asked.kind].format(reason=asked.reason)
