"""What somebody wished on their own page, and what was answered: the words of the page. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.desk.rules.own_page_facts import TOLD_MOMENTS, Line, Look, OwnFacts, WishFacts
from houvast.desk.rules.own_page_said import leads, on_day
from houvast.kernel.dutch_dates import whole
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.wishing import WishKind


@dataclass(frozen=True, slots=True)
class Askable:
    """A day that stands on the page, of which somebody can ask for another. `stood` never says what the day is for."""

    key: str
    label: str
    kind: WishKind
    about_id: UUID
    stood: str


def wish_title(facts: OwnFacts) -> str:
    """Give the heading: another day is spoken of where there is one to change, or one was asked for."""
    asked = any(each.is_date for each in facts.wishes)
    return "Wilt u iemand erbij, of een andere dag?" if asked or has_day(facts) else "Wilt u iemand erbij?"


def has_day(facts: OwnFacts) -> bool:
    """Say whether a day stands on the page of which one can ask for another."""
    return OwnPart.FIRST in facts.parts and (_moment_day(facts) is not None or facts.meeting is not None)


def askable(facts: OwnFacts, *, moment_id: UUID | None, meeting_id: UUID | None) -> tuple[Askable, ...]:
    """Give the days that stand on the page, for who can ask for another; the ids are of what they are of."""
    if not {OwnPart.FIRST, OwnPart.WISHES} <= facts.parts:
        return ()
    found, day = [], _moment_day(facts)
    if day is not None and moment_id is not None:
        stood = whole(day, facts.today)
        found.append(Askable("dag", stood[:1].upper() + stood[1:], WishKind.MOMENT, moment_id, stood))
    if facts.meeting is not None and meeting_id is not None:
        when = facts.meeting[0]
        found.append(
            Askable("gesprek", f"Het gesprek van {when}", WishKind.MEETING, meeting_id, f"het gesprek van {when}")
        )
    return tuple(found)


def _moment_day(facts: OwnFacts) -> date | None:
    return facts.moment[1] if facts.moment and facts.moment[0] in TOLD_MOMENTS else None


def wishes(facts: OwnFacts) -> Iterator[Line]:
    """Say what one can ask, and give what was asked with its answer."""
    yield Line("Kent u iemand die u kan helpen? U kunt die persoon voorstellen. U krijgt altijd antwoord.")
    if has_day(facts):
        yield Line("Komt een dag u niet uit? Dan kunt u om een andere dag vragen.")
    for each in facts.wishes:
        day = on_day(each.on, facts.today)
        lead = f"U vroeg {day} om een andere dag" if each.is_date else f"U stelde {day} iemand voor"
        words = f"“{each.words}”" if each.words else ""
        said = " ".join(part for part in (f"{each.what[:1].upper()}{each.what[1:]}.", words) if part)
        yield Line(said, Look.SAID, lead=lead, mark=_answer(each, facts))


def _answer(wish: WishFacts, facts: OwnFacts) -> str:
    if wish.granted is None or wish.answered_on is None:
        who = leads(facts.leader)
        return f"{who} moet nog antwoorden." if who else "Er is nog geen antwoord."
    told = f"Antwoord {on_day(wish.answered_on, facts.today)}: {_yes(wish, facts) if wish.granted else 'nee.'}"
    return f"{told} {wish.answer}".strip()


def _yes(wish: WishFacts, facts: OwnFacts) -> str:
    if wish.new_on is None:
        return "ja, deze persoon hoort er nu bij."
    day = whole(wish.new_on, facts.today)
    return f"ja, wij proberen het gesprek te verzetten naar {day}." if wish.is_meeting else f"ja, het wordt {day}."
