"""Is this person known? What somebody must say to ask it, how often, and which questions are looked at afterwards."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from uuid import UUID

from houvast.kernel.partial_date import PartialDate

USUAL_PER_DAY = 20
"""How often somebody asks this in a day, at most. *Verzonnen*: more than a busy day of triage takes."""
USUAL_SHARE = 10
"""How many of a hundred questions the privacy officer looks at. *Verzonnen*."""
DEFAULT_PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        "signal": "Een signaal beoordelen",
        "acute": "Nu iets doen omdat er gevaar is",
        "help": "Hulp die ik bied, afstemmen met wie er al is",
        "return": "Iemand komt terug uit kliniek, detentie of opvang",
    }
)
"""For what somebody asks it, until a municipality sets its own list. *Verzonnen*."""
CODE = "known"
LAW = "AVG artikel 6 lid 1 onder e: alleen dat iemand bekend is, niet waarom (onbevestigd)"
GROUND = "known_question"
WHAT = "dat deze persoon bekend is, en wie u daarover belt"


@dataclass(frozen=True, slots=True)
class KnownLimits:
    """How many questions somebody asks in a day, and how many of a hundred are set aside to be judged."""

    per_day: int
    share: int


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom somebody asks about: by a BSN, or by surname and birth date."""

    bsn: str = ""
    surname: str = ""
    born: date | None = None

    @property
    def birth_date(self) -> PartialDate | None:
        """Give the birth date as far as it counts: with a surname only."""
        return PartialDate.of(self.born) if self.born and self.surname.strip() else None


def sought_problems(sought: Sought, purpose: str, purposes: Collection[str]) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not sought.bsn and not sought.surname.strip():
        problems["bsn"] = "Vul een BSN in, of een achternaam met een geboortedatum."
    elif not sought.bsn and sought.born is None:
        problems["born"] = "Vul ook de geboortedatum in. Op een naam alleen zoekt Houvast niet."
    elif sought.bsn and (sought.surname.strip() or sought.born):
        problems["bsn"] = "Vul één van de twee in: het BSN, of de naam met de geboortedatum."
    if purpose not in purposes:
        problems["purpose"] = "Kies waarvoor u dit vraagt."
    return problems


def in_sample(question_id: UUID, share: int) -> bool:
    """Say whether a question is set aside: by chance, and the same for whoever works it out again."""
    return int.from_bytes(sha256(question_id.bytes).digest()[:4]) % 100 < share


def full(per_day: int) -> str:
    """Say that somebody asked as often as may be in a day."""
    often = "1 keer" if per_day == 1 else f"{per_day} keer"
    return (
        f"U vroeg dit vandaag al {often}. Meer mag niet op één dag. Morgen kan het weer. Kan het niet wachten? "
        "Vraag een collega die over signalen beslist."
    )
