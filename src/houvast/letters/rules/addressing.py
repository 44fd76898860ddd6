"""Where a letter may go: home by post, to another place that somebody named, or from hand to hand."""

from dataclasses import dataclass

from houvast.kernel.terms import word_for
from houvast.letters.rules.kinds import LetterWay
from houvast.residents.rules.reaching import Reach

_BY_HAND = "Er staat geen adres op deze brief. Geef hem zelf, of vraag het een hulpverlener."


@dataclass(frozen=True, slots=True)
class ReachFacts:
    """What is known of where somebody can be written to. `no_address` says that no address may stand on their letters.

    That is so when their own address is hidden, and when they live where somebody lives whose address is.
    """

    place: str = ""
    mail_to: str = ""
    reach: Reach | None = None
    no_address: bool = False


def way_of(facts: ReachFacts) -> LetterWay:
    """Say how a letter reaches somebody."""
    if facts.no_address:
        return LetterWay.BY_HAND
    if facts.mail_to:
        return LetterWay.ELSEWHERE
    return LetterWay.POST if facts.place and facts.reach is None else LetterWay.BY_HAND


def address_lines(facts: ReachFacts) -> tuple[str, ...]:
    """Give the lines below the name: none on a letter that goes by hand."""
    way = way_of(facts)
    if way is LetterWay.ELSEWHERE:
        return tuple(facts.mail_to.split(", "))
    return tuple(facts.place.split(", ")) if way is LetterWay.POST else ()


def said_of_way(facts: ReachFacts) -> str:
    """Say on the form where the letter goes and, as far as it may be said, why."""
    way = way_of(facts)
    asked = f"{word_for(facts.reach).capitalize()}. " if facts.reach else ""
    if way is LetterWay.ELSEWHERE:
        return f"{asked}De brief gaat naar: {facts.mail_to}."
    return f"Per post naar {facts.place}." if way is LetterWay.POST else f"{asked}{_BY_HAND}"
