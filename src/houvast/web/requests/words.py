"""How requests are said on their pages."""

from collections.abc import Mapping
from datetime import date, datetime

from houvast.accountability.rules.asking import SignInWay
from houvast.accountability.rules.requests import RequestKind, RequestStep
from houvast.accountability.selectors.effects import Before, EffectLine, Erasable
from houvast.accountability.selectors.requests import ItemLine, RequestLine, RequestView, TurnLine
from houvast.kernel.dutch_dates import exact, relative, short
from houvast.kernel.terms import word_for
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam
from houvast.web.look import CAREFUL, LATE

LIST = "/verzoeken/"
_SOON = 7
_DAYS = ("op", "gegeven_op")


CONSEQUENCES: Mapping[RequestKind, tuple[str, ...]] = {
    RequestKind.INSPECTION: (
        "Bij inzage maakt u het antwoord als PDF en als bestand (JSON). U stuurt het zelf, veilig.",
    ),
    RequestKind.CORRECTION: (
        "Wie de casus leidt, verbetert. Wat er stond, blijft verzegeld bewaard.",
        "Weigert u, dan komt de eigen kijk van de inwoner ernaast te staan. Die verandert niet meer.",
    ),
    RequestKind.OBJECTION: (
        "Doet u wat is gevraagd, dan blijft bij de casus staan dat er niets nieuws wordt gedeeld.",
        "Weigert u, dan vervalt dat meteen.",
    ),
    RequestKind.ERASURE: (
        "Doet u wat is gevraagd, dan staat er een voorstel bij Bewaren. Een ander keurt het goed, ook als er nog een "
        "termijn loopt.",
    ),
}


def unit(each: Erasable) -> str:
    """Name what can be erased."""
    return f"Casus {each.code}, gesloten" if each.code else f"Los signaal {each.id.hex[-6:]}"


def before(found: RequestView, there: Before) -> tuple[tuple[str, str], ...]:
    """Say what there is to go by: what was corrected since, and which cases are still open."""
    if found.line.kind is RequestKind.CORRECTION:
        count = len(there.corrections)
        return (("Sinds het verzoek verbeterd in het register", f"{count} keer" if count else "nog niets"),)
    going_on = [case.code for case in there.cases if not case.closed]
    if found.line.kind is RequestKind.ERASURE and going_on:
        return (("Eerst te sluiten", ", ".join(going_on)),)
    return ()


def effect(line: EffectLine, today: date) -> str:
    """Say what a request brought about."""
    told = f"{capital(word_for(line.kind))} op {short(in_amsterdam(line.at).date(), today)}"
    return f"{told}: {line.words}" if line.words else f"{told}."


def capital(word: str) -> str:
    """Begin with a capital."""
    return word[:1].upper() + word[1:]


def address(request_id: object, act: str = "") -> str:
    """Where a request is, or an act on it."""
    return f"{LIST}{request_id}/{act}"


def numbered(line: RequestLine) -> str:
    """Say which request it is: "V-12"."""
    return f"V-{line.number}"


def due(line: RequestLine, now: datetime) -> tuple[str, str]:
    """Say by when it is answered, and in which colour."""
    today = in_amsterdam(now).date()
    css_class = LATE if line.due_on < today else CAREFUL if (line.due_on - today).days <= _SOON else ""
    return f"{short(line.due_on, today)}, {relative(line.due_on, today)}", css_class


def row(line: RequestLine, now: datetime) -> dict[str, str]:
    """Give a request as lists print it."""
    today = in_amsterdam(now).date()
    when, css_class = due(line, now)
    return {
        "url": address(line.id),
        "number": numbered(line),
        "kind": capital(word_for(line.kind)),
        "person": line.person,
        "handler": line.handler,
        "received": short(line.received_on, today),
        "due": when,
        "due_class": css_class,
    }


def turn(line: TurnLine, today: date) -> tuple[str, str, str]:
    """Give a step as the history prints it: what, when and by whom."""
    more = [
        word_for(line.how) if line.how else "",
        word_for(line.outcome) if line.outcome else "",
        word_for(line.ground) if line.ground else "",
        line.house,
        f"tot {short(line.due_on, today)}" if line.due_on else "",
        line.reason,
    ]
    told = ": ".join((capital(word_for(line.step)), ", ".join(part for part in more if part)))
    return told.removesuffix(": "), short(in_amsterdam(line.at).date(), today), line.by


def item(line: ItemLine, request_id: object, today: date, *, alone: bool = True) -> dict[str, object]:
    """Give an item as the page prints it, with the choice that holds; `alone`: with a page of its own to shorten it."""
    held = line.held
    origin = (short(held.on, today) if held.on else "", held.source)
    reason = f": {word_for(line.reason)}" if line.reason else ""
    return {
        "id": line.id.hex,
        "title": held.title,
        "origin": ", ".join(part for part in origin if part),
        "lines": held.lines,
        "answer": line.answer.value if line.answer else "",
        "reason": line.reason.value if line.reason else "",
        "chosen": f"{capital(word_for(line.answer))}{reason}" if line.answer else "",
        "words": line.words,
        "url": address(request_id, f"onderdeel/{line.id}/") if alone else "",
    }


def on_paper(answer: Mapping[str, object]) -> Mapping[str, object]:
    """Write the days of an answer as people read them; a file for a computer keeps them as they are."""
    return {name: _on_paper(name, value) for name, value in answer.items()}


def _on_paper(name: str, value: object) -> object:
    if isinstance(value, Mapping):
        return on_paper(value)
    if isinstance(value, list):
        return [_on_paper(name, each) for each in value]
    return exact(date.fromisoformat(str(value))) if name in _DAYS and value else value


def whose(found: RequestView, may_choose: Verdict) -> str:
    """Say to who does not handle a request who does."""
    if found.line.handler:
        return f"{found.line.handler} behandelt dit verzoek, en leest wat erbij hoort."
    return f"Niemand behandelt dit verzoek. {may_choose.message or 'Kies wie dat doet.'}"


def proved(signed_in: SignInWay | None) -> str:
    """Say what a sign-in on an own page proves of who asks, and what it does not; "" for who came another way."""
    if signed_in is SignInWay.CODES:
        return (
            "Dit kwam van de eigen pagina, met de code op papier en een code per sms. Dat bewijst dat iemand het "
            "papier had, en de telefoon met het nummer dat bekend was. Het bewijst niet wie dat was. U beslist of het "
            "genoeg is."
        )
    if signed_in is SignInWay.DIGID:
        return (
            "Dit kwam van de eigen pagina, met DigiD. Dat bewijst wie het vroeg. Het bewijst niet dat die voor een "
            "ander mag vragen, of als kind zonder ouder of voogd."
        )
    return ""


def next_step(steps: frozenset[RequestStep], waiting: int, *, inspection: bool) -> str:
    """Say what comes next."""
    if RequestStep.ANSWERED in steps:
        return ""
    if RequestStep.IDENTIFIED not in steps:
        return "Controleer eerst wie het vraagt. Daarna pas leest u wat er is."
    if not inspection:
        return "Beslis, en geef antwoord."
    if RequestStep.GATHERED not in steps:
        return "Verzamel wat er over deze persoon is vastgelegd."
    if waiting:
        return f"Lees en kies: {waiting} {'onderdeel wacht' if waiting == 1 else 'onderdelen wachten'} op u."
    return "Alles is gekozen. Geef antwoord."
