"""Letters of the practice region. Everything in them is *verzonnen*."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.directory.selectors import viewer_of
from houvast.kernel.dutch_dates import whole
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.placeholders import Placeholder, filled
from houvast.letters.rules.templates import DEFAULTS
from houvast.letters.selectors.composing import NewLetter, recipient_of
from houvast.letters.services.make_letter import make_letter
from houvast.practice.casework import Casework
from houvast.practice.phone_numbers import landline
from houvast.practice.region import Person


def write_to(case: Casework, by: Person, now: datetime, resident_id: UUID, kind: LetterKind, **known: str) -> UUID:
    """Write to somebody with the text that Houvast begins with; `known` is what it needs beside who writes to whom.

    Gives the id of the letter.
    """
    viewer = viewer_of(by.actor, now=now)
    values = {
        Placeholder.NAME: recipient_of(viewer, case.id, resident_id, now=now).name,
        Placeholder.LEADS: viewer.name,
        Placeholder.PHONE: landline("0596", 12),
        Placeholder.MUNICIPALITY: viewer.municipality_name,
        **{Placeholder[name.upper()]: said for name, said in known.items()},
    }
    new = NewLetter(kind, resident_id, DEFAULTS[kind].subject, filled(DEFAULTS[kind].text, values))
    return make_letter(actor=by.actor, now=now, case_id=case.id, new=new)


def day_after(now: datetime, days: int) -> str:
    """Give a day some days later, or earlier, in whole words."""
    today = in_amsterdam(now).date()
    return whole(today + timedelta(days=days), today)
