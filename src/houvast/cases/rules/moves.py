"""Moving to another municipality: what goes over, and what must be right to offer a case."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from uuid import UUID

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

    `hidden_address` always goes over: no address does, and a place that was hidden stays so.
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
    hidden_address: bool = False
    is_child: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """Everything that goes over beside the summary: the people, the kind of case, organisations in words."""

    kind: str
    people: tuple[CarriedPerson, ...]
    organisations: tuple[str, ...] = field(default=())

    def as_text(self) -> str:
        """Give it as text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)


def carried_from(text: str) -> Carried:
    """Give what was sealed back."""
    read = json.loads(text)
    people = tuple(CarriedPerson(**each) for each in read["people"])
    return Carried(read["kind"], people, tuple(read["organisations"]))


def received_words(summary: str, carried: Carried) -> str:
    """Give what the new case keeps in words: the summary, and the organisations that were chosen."""
    if not carried.organisations:
        return summary
    return "\n".join([summary, "", "Organisaties:", *carried.organisations])


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
