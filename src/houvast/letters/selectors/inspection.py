"""Which letters there are about the people of cases, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from houvast.kernel.findable import Findable
from houvast.kernel.held import Held, HeldKind
from houvast.letters.models import Letter, LetterSent
from houvast.vault.held_rows import Told, held_rows

_LETTER = Told(
    HeldKind.DOCUMENT,
    "Brief",
    "made_at",
    "organisation__name",
    forms={
        "content": {
            "to": "Aan",
            "subject": "Onderwerp",
            "text": "Wat erin staat",
            "ground_words": "Waarom die dit mocht weten",
        }
    },
    coded={"kind": ("Soort", Letter.Kind), "way": ("Hoe hij ging", Letter.Way)},
)
_SENT = Told(
    HeldKind.DOCUMENT,
    "Brief verstuurd of gegeven",
    "recorded_at",
    "recorded_by__organisation__name",
    plain={"sent_on": "Op"},
    coded={"letter__kind": ("Soort", Letter.Kind)},
)


_TO_ANOTHER = replace(_LETTER, title="Brief aan een ander", finds=Findable.APPOINTMENTS)
"""It may say when somebody else has a talk, and with whom."""


def held_letters(resident_id: UUID, case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give the letters to somebody with the days on which they went, and those to others; each in one query."""
    rows = Letter.objects.filter(case__in=case_ids)
    own = held_rows(rows.filter(resident=resident_id), _LETTER)
    sent = LetterSent.objects.filter(case__in=case_ids, letter__resident=resident_id)
    return (*own, *held_rows(sent, _SENT), *held_rows(rows.exclude(resident=resident_id), _TO_ANOTHER))
