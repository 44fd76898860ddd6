"""Who takes or took part, for who asks to see what is held about them (AVG art. 15)."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from houvast.kernel.findable import Findable
from houvast.kernel.held import Held, HeldKind
from houvast.participation.models import Participant, ParticipantEnd, Wish
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.participation.rules.wishing import WishKind
from houvast.vault.held_rows import Told, held_rows

_TAKES_PART = Told(
    HeldKind.CASE,
    "Wie een eigen pagina heeft",
    "since",
    "organisation__name",
    coded={"kind": ("Wie", ParticipantKind), "capacity": ("Als", Capacity)},
    plain={"since": "Sinds"},
)
_ENDED = Told(HeldKind.CASE, "Eigen pagina beëindigd", "at", "by__organisation__name", plain={"at": "Op"})
_WISHED = Told(
    HeldKind.ASKED,
    "Wat u vroeg op de eigen pagina",
    "at",
    "",
    texts={
        "name": "Wie u voorstelde",
        "relation": "Wie dat voor u is",
        "phone": "Telefoon",
        "stood": "Welke dag",
        "words": "In uw woorden",
        "answer": "Het antwoord",
    },
    coded={"kind": ("Wat", WishKind)},
    plain={"at": "Op", "answered_at": "Geantwoord op", "new_on": "De nieuwe dag"},
)
_WISHED_BY_ANOTHER = replace(_WISHED, title="Wat een ander vroeg op de eigen pagina", finds=Findable.PLACE)
"""It may say who is close to the other, and where they will be: who must not find them gets none of it."""


def held_wishes(resident_id: UUID, case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what a resident wished themselves, and what others wished in the same cases; in two queries."""
    rows = Wish.objects.filter(case__in=case_ids)
    own = rows.filter(participant__person=resident_id)
    return (*held_rows(own, _WISHED), *held_rows(rows.exclude(pk__in=own.values("pk")), _WISHED_BY_ANOTHER))


def held_participants(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give that somebody has or had an own page, in two queries; who that is, is another person's and stays out."""
    return (
        *held_rows(Participant.objects.filter(case__in=case_ids), _TAKES_PART),
        *held_rows(ParticipantEnd.objects.filter(case__in=case_ids), _ENDED),
    )
