"""What somebody wishes on their own page: somebody of their network beside them, or another date. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

LONGEST_NAME, LONGEST_RELATION, LONGEST_PHONE = 120, 60, 20
"""As long as what is kept of somebody of a network."""
LONGEST_WISH, LONGEST_ANSWER = 500, 500
"""In signs: a few sentences. *Verzonnen*."""
MOST_A_DAY = 10
"""How many wishes one participant sends in a day. *Verzonnen*."""


class WishKind(StrEnum):
    """What is wished: somebody beside them, or another date for a crucial moment or for a meeting."""

    SOMEBODY = "somebody"
    MOMENT = "moment"
    MEETING = "meeting"


DATES = (WishKind.MOMENT, WishKind.MEETING)


@dataclass(frozen=True, slots=True)
class NewWish:
    """What somebody wishes, in their words.

    Of somebody: their name, what they are to the resident, and what they may hear or do. Of a date: `about_id` is what
    it is about, and `stood` how that stood on the page.
    """

    kind: WishKind
    words: str
    name: str = ""
    relation: str = ""
    phone: str = ""
    about_id: UUID | None = None
    stood: str = ""


def wish_problems(new: NewWish) -> dict[str, str]:
    """Say at each field what is missing or too long."""
    problems = _somebody_problems(new) if new.kind is WishKind.SOMEBODY else _date_problems(new)
    if len(new.words) > LONGEST_WISH:
        problems["words"] = f"Uw tekst is te lang. Er passen {LONGEST_WISH} tekens in."
    return problems


def _somebody_problems(new: NewWish) -> dict[str, str]:
    problems = {}
    if not new.name.strip():
        problems["name"] = "Vul in hoe deze persoon heet."
    if not new.relation.strip():
        problems["relation"] = "Vul in wie dit is. Bijvoorbeeld: moeder of buurman."
    limits = {
        "name": (new.name, LONGEST_NAME),
        "relation": (new.relation, LONGEST_RELATION),
        "phone": (new.phone, LONGEST_PHONE),
    }
    long = {name: f"Hoogstens {most} tekens." for name, (text, most) in limits.items() if len(text) > most}
    return {**problems, **long}


def _date_problems(new: NewWish) -> dict[str, str]:
    problems = {}
    if new.about_id is None:
        problems["about"] = "Kies welke dag u wilt veranderen."
    if not new.words.strip():
        problems["words"] = "Schrijf op welke dag u beter past."
    return problems


def day_problems(new_on: date | None, today: date) -> dict[str, str]:
    """Say what is wrong with a new day."""
    if new_on is None:
        return {"new_on": "Vul de nieuwe dag in."}
    return {"new_on": "Deze dag is al voorbij."} if new_on < today else {}


def decline_problems(reason: str) -> dict[str, str]:
    """Say what is wrong with why a wish is declined: the resident reads it."""
    if not reason.strip():
        return {"answer": "Schrijf op waarom niet. De inwoner leest dit."}
    return answer_problems(reason)


def answer_problems(answer: str) -> dict[str, str]:
    """Say what is wrong with what is told to the resident beside a yes."""
    return {"answer": f"Hoogstens {LONGEST_ANSWER} tekens."} if len(answer) > LONGEST_ANSWER else {}
