"""Who answers at the other end of a line, and what is wrong with what somebody fills in about that."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

LONGEST_LINE, LONGEST_NAME, LONGEST_PHONE, LONGEST_HOURS = 80, 120, 30, 80


class ContactState(StrEnum):
    """Somebody with a place in Houvast, a person by name, or nobody yet."""

    MEMBER = "member"
    PERSON = "person"
    VACANT = "vacant"


@dataclass(frozen=True, slots=True)
class NewContact:
    """Who answers from now on. What does not belong to the state is not looked at (`tidied`)."""

    state: ContactState
    member_id: UUID | None = None
    name: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    until_on: date | None = None
    stand_in_id: UUID | None = None
    stand_in_name: str = ""
    stand_in_phone: str = ""


def tidied(new: NewContact) -> NewContact:
    """Give the contact without what its state does not use, and without spaces around the words."""
    new = replace(
        new,
        name=_clean(new.name),
        phone=_clean(new.phone),
        email=_clean(new.email),
        hours=_clean(new.hours),
        stand_in_name=_clean(new.stand_in_name),
        stand_in_phone=_clean(new.stand_in_phone),
    )
    if new.state is ContactState.MEMBER:
        return replace(new, name="")
    if new.state is ContactState.PERSON:
        return replace(new, member_id=None)
    return replace(new, member_id=None, name="", phone="", email="", hours="", until_on=None)


def contact_problems(new: NewContact, *, members: Collection[UUID], today: date) -> dict[str, str]:
    """Say what is wrong, at each field. `members` work for the municipality: the team chooses from them."""
    return _problems_with_who(new, members, today) | _problems_with_stand_in(new, members)


def _problems_with_who(new: NewContact, members: Collection[UUID], today: date) -> dict[str, str]:
    problems = {}
    if new.state is ContactState.MEMBER and new.member_id not in members:
        problems["member"] = "Kies wie u belt."
    if new.state is ContactState.PERSON and not new.name:
        problems["name"] = "Vul in hoe uw contact heet."
    if new.state is ContactState.PERSON and not (new.phone or new.email):
        problems["phone"] = "Vul een telefoonnummer of een e-mailadres in."
    if new.until_on is not None and new.until_on < today:
        problems["until_on"] = "Deze dag is al voorbij. Is er niemand meer? Kies dan ‘Nog niemand’."
    return problems


def _problems_with_stand_in(new: NewContact, members: Collection[UUID]) -> dict[str, str]:
    if new.stand_in_id is None:
        missing = bool(new.stand_in_phone) and not new.stand_in_name
        return {"stand_in_name": "Vul in bij wie dit nummer hoort."} if missing else {}
    if new.stand_in_id not in members:
        return {"stand_in": "Deze keuze is er niet (meer). Kies opnieuw."}
    if new.stand_in_id == new.member_id:
        return {"stand_in": "Een vervanger is iemand anders dan het contact."}
    if new.stand_in_name:
        return {"stand_in_name": "Kies een vervanger, of vul een naam in. Niet allebei."}
    return {}


def line_problems(name: str) -> dict[str, str]:
    """Say what is wrong with what a line is called."""
    if not name:
        return {"line": "Vul in met wie deze lijn is, zoals ‘FACT Noord’."}
    return {"line": f"Maak het korter: hoogstens {LONGEST_LINE} tekens."} if len(name) > LONGEST_LINE else {}


def _clean(text: str) -> str:
    return " ".join(text.split())
