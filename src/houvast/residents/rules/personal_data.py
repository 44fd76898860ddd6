"""What a resident may have corrected: the data, what is wrong with them, and which of them changed."""

import json
from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import date

from houvast.kernel.partial_date import PartialDate
from houvast.residents.rules.reaching import Reach

NO_SURNAME = "Vul een achternaam in. Weet u die niet, schrijf dan 'Onbekend'."
IN_THE_FUTURE = "Deze geboortedatum ligt in de toekomst."

_HIDDEN_PLACE = ("street", "house_number", "postcode", "town")
_HIDDEN_PHONE = ("phone",)
_HIDDEN_MAIL = ("mail_to",)
HIDDEN = frozenset((*_HIDDEN_PLACE, *_HIDDEN_PHONE, *_HIDDEN_MAIL))
"""What a hidden address hides."""


@dataclass(frozen=True, slots=True)
class PersonalData:
    """How a resident is called, when they were born, and where, how and in which language they are reached.

    `reach` is a `reaching.Reach` or "", `mail_to` where post may go when it may not go home.
    """

    surname: str
    surname_prefix: str = ""
    first_names: str = ""
    born: PartialDate | None = None
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    contact_wish: str = ""
    reach: str = ""
    mail_to: str = ""
    language: str = ""
    interpreter: bool = False


def problems(data: PersonalData, today: date) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    found = {}
    if not data.surname.strip():
        found["surname"] = NO_SURNAME
    if data.born is not None and data.born.earliest() > today:
        found["born"] = IN_THE_FUTURE
    if data.reach and data.reach not in set(Reach):
        found["reach"] = "Deze keuze is er niet (meer). Kies opnieuw."
    return found


def with_hidden_kept(before: PersonalData, after: PersonalData) -> PersonalData:
    """Keep what a hidden address hides and nobody filled in: who corrects a name cannot empty what is not shown."""
    kept = after
    for hidden in (_HIDDEN_PLACE, _HIDDEN_PHONE, _HIDDEN_MAIL):
        if not any(getattr(after, name) for name in hidden):
            kept = replace(kept, **{name: getattr(before, name) for name in hidden})
    return kept


def changed(before: PersonalData, after: PersonalData) -> tuple[str, ...]:
    """Give the names of the fields that differ, never their values."""
    return tuple(each.name for each in fields(before) if getattr(before, each.name) != getattr(after, each.name))


def written(data: PersonalData, names: Collection[str]) -> str:
    """Write these fields down as JSON, to be sealed; a birth date as far as it is known, "1975-05"."""
    born = data.born.isoformat() if data.born else ""
    values = {name: born if name == "born" else getattr(data, name) for name in names}
    return json.dumps(values, ensure_ascii=False)
