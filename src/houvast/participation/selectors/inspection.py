"""Who takes or took part, for who asks to see what is held about them (AVG art. 15)."""

from collections.abc import Collection
from uuid import UUID

from houvast.kernel.held import Held, HeldKind
from houvast.participation.models import Participant, ParticipantEnd
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
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


def held_participants(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give that somebody has or had an own page, in two queries; who that is, is another person's and stays out."""
    return (
        *held_rows(Participant.objects.filter(case__in=case_ids), _TAKES_PART),
        *held_rows(ParticipantEnd.objects.filter(case__in=case_ids), _ENDED),
    )
