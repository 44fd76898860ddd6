"""What somebody of a network may hear and do, in the words of the pages."""

from houvast.kernel.dutch_dates import exact
from houvast.kernel.terms import word_for
from houvast.residents.rules.networking import HEARD, NetworkStanding, TellingGround
from houvast.residents.selectors_network import Caller

_NOTHING = (
    "“Ik luister graag naar u. Ik mag u niets vertellen, ook niet of wij iemand kennen. Wat u zegt, schrijf ik op."
    " De ander kan dat later lezen.”"
)


def caller_facts(called: Caller, resident: str) -> tuple[tuple[str, str], ...]:
    """Give what may be told to who calls, on what ground, and what to say when that is nothing."""
    telling, standing = called.telling, called.standing
    does = [word_for(each) for each in standing.allowed if each not in HEARD]
    facts = [
        ("Wat mag u vertellen?", _heard(called)),
        ("Op welke grond?", _ground(called, resident)),
        ("Wat kunt u zeggen?", "" if telling.parts else _NOTHING),
        ("Wat mag deze naaste doen?", ", ".join(does) if does and not standing.is_over else ""),
        ("In de woorden van de inwoner", standing.words),
        ("Doet deze naaste mee?", _takes_part(standing)),
    ]
    return tuple(fact for fact in facts if fact[1])


def allowed_note(standing: NetworkStanding) -> str:
    """Say in a few words what somebody may hear and whether they take part; "" when nothing was recorded."""
    heard = [word_for(each).removeprefix("horen ") for each in HEARD if each in standing.allowed]
    told = f"mag horen: {', '.join(heard)}" if heard else "mag niets horen" if standing.allowed_on else ""
    return ", ".join(part for part in (told, word_for(standing.step) if standing.step else "") if part)


def _heard(called: Caller) -> str:
    telling = called.telling
    parts = ", ".join(word_for(each).removeprefix("horen ") for each in telling.parts)
    less = " Niet waar deze persoon is, wanneer er afspraken zijn en wie er nieuw helpt: dat is niet veilig."
    return f"{parts[:1].upper()}{parts[1:]}." * bool(parts) + "Niets." * (not parts) + less * telling.is_shielded


def _ground(called: Caller, resident: str) -> str:
    standing = called.standing
    if called.telling.ground is TellingGround.NONE:
        asked = "" if standing.allowed_on else f" Het is {resident} nog niet gevraagd."
        return f"Er is geen grond.{asked}"
    ground = word_for(called.telling.ground)
    since = f", vastgelegd op {exact(standing.allowed_on)}" if standing.allowed_on else ""
    return f"{ground[:1].upper()}{ground[1:]}{since}."


def _takes_part(standing: NetworkStanding) -> str:
    if standing.step is None or standing.step_on is None:
        return ""
    word = word_for(standing.step)
    return f"{word[:1].upper()}{word[1:]}, {exact(standing.step_on)}."
