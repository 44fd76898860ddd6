"""Which letters there are about the people of cases, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection
from uuid import UUID

from houvast.kernel.held import Held, HeldKind
from houvast.letters.models import Letter
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


def held_letters(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give the letters, in one query."""
    return held_rows(Letter.objects.filter(case__in=case_ids), _LETTER)
