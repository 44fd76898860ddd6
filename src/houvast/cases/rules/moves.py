"""Moving to another municipality: what goes over, and what must be right to offer a case."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from datetime import date
from uuid import UUID

from houvast.cases.rules.moments import CARE_MOMENTS, Days

_MOVE = "move"
CHOOSABLE = ("bsn", "contact", "organisations")
"""What can be chosen to go with the people: their BSN, how to reach them, and the organisations around them."""


@dataclass(frozen=True, slots=True)
class AskedToReceive:
    """Who is asked to receive a case: a member or a team of a municipality, and the functions that answer for it."""

    municipality_id: UUID
    member_id: UUID | None
    team_id: UUID | None
    functions: frozenset[str]


@dataclass(frozen=True, slots=True)
class CarriedPerson:
    """Somebody whom the case is about, as far as it goes over. What was not chosen is empty.

    `hidden_address` always goes over: no address does, and a place that was hidden stays so. So does `reach`: who wants
    no post at home wants none there either. `id` is of the old register, to see what holds of them on the day of
    acceptance; "" in offers from before.
    """

    surname: str
    surname_prefix: str = ""
    first_names: str = ""
    birth_year: int = 0
    birth_month: int = 0
    birth_day: int = 0
    sex: str = ""
    bsn: str = ""
    phone: str = ""
    contact_wish: str = ""
    reach: str = ""
    language: str = ""
    interpreter: bool = False
    hidden_address: bool = False
    is_child: bool = False
    role: str = ""
    id: str = ""


def goes_along(kind: str) -> bool:
    """Say whether a moment that is to come is named for the receiver: its kind and day, and nothing else of it.

    The move itself is what happens. A moment around a clinic or the CBL says that somebody is ill; the ground of an
    offer does not open that (AVG art. 9, *onbevestigd*), so it is in the summary or nowhere.
    """
    return kind != _MOVE and kind not in CARE_MOMENTS


@dataclass(frozen=True, slots=True)
class CarriedMoment:
    """A moment that is to come, for the receiver: its kind, and the first and last day as YYYY-MM-DD."""

    kind: str
    first: str
    last: str

    @property
    def days(self) -> Days:
        """Give the day or days on which it is expected."""
        return Days(date.fromisoformat(self.first), date.fromisoformat(self.last))


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes over beside the summary: the people, the kind of case, organisations in words, moments to come."""

    kind: str
    people: tuple[CarriedPerson, ...]
    organisations: tuple[str, ...] = field(default=())
    moments: tuple[CarriedMoment, ...] = field(default=())

    def as_text(self) -> str:
        """Give it as text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)


def carried_from(text: str) -> Carried:
    """Give what was sealed back."""
    read = json.loads(text)
    people = tuple(CarriedPerson(**each) for each in read["people"])
    moments = tuple(CarriedMoment(**each) for each in read.get("moments", ()))
    return Carried(read["kind"], people, tuple(read["organisations"]), moments)


def received_words(summary: str, organisations: Collection[str], moments: Collection[str]) -> str:
    """Give what the new case keeps in words: the summary, the organisations that were chosen, moments to come."""
    lines = [summary]
    for heading, said in (("Organisaties:", organisations), ("Momenten die nog komen:", moments)):
        if said:
            lines += ["", heading, *said]
    return "\n".join(lines)


def offer_problems(
    *,
    ground_words: str,
    summary: str,
    resident_ids: Collection[UUID],
    of_case: Collection[UUID],
    chosen: Collection[str],
) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not ground_words.strip():
        problems["ground_words"] = "Schrijf op welk wetsartikel het is, of wanneer en hoe de inwoner toestemming gaf."
    if not summary.strip():
        problems["summary"] = "Schrijf op wat de andere gemeente moet weten. Alleen dat gaat mee."
    if not resident_ids or not set(resident_ids) <= set(of_case):
        problems["residents"] = "Kies wie er verhuist: minstens één inwoner van deze casus."
    if not set(chosen) <= set(CHOOSABLE):
        problems["chosen"] = "Kies uit de lijst wat er meegaat."
    return problems
