"""What somebody asked about their own data before, for who asks to see it (AVG art. 15)."""

from uuid import UUID

from houvast.accountability.models import RequestEffect, RequestTurn, RightsRequest
from houvast.accountability.rules.answers import EffectKind, ErasureRefusal
from houvast.accountability.rules.requests import RequestKind, RequestOutcome, RequestStep
from houvast.kernel.held import Held, HeldKind
from houvast.vault.held_rows import Told, held_rows

_REQUEST = Told(
    HeldKind.ASKED,
    "Uw verzoek",
    "recorded_at",
    "organisation__name",
    forms={"content": {"words": "In uw woorden"}},
    plain={"received_on": "Binnengekomen op"},
    coded={"kind": ("Wat u vroeg", RequestKind)},
    case="",
    key="key",
)
_TURN = Told(
    HeldKind.ASKED,
    "Wat met uw verzoek is gedaan",
    "at",
    "by__organisation__name",
    texts={"reason": "Waarom"},
    coded={"step": ("Stap", RequestStep), "outcome": ("Antwoord", RequestOutcome), "ground": ("Grond", ErasureRefusal)},
    case="",
    key="request__key",
)

_EFFECT = Told(
    HeldKind.ASKED,
    "Wat uw verzoek teweegbracht",
    "at",
    "by__organisation__name",
    texts={"words": "Wat"},
    coded={"kind": ("Gevolg", EffectKind)},
    case="",
    key="request__key",
)


def held_requests(resident_id: UUID, municipality_id: UUID) -> tuple[Held, ...]:
    """Give what somebody asked and what was done with it, this time too; in three queries."""
    asked = RightsRequest.objects.filter(resident=resident_id, municipality=municipality_id)
    return (
        *held_rows(asked, _REQUEST),
        *held_rows(RequestTurn.objects.filter(request__in=asked), _TURN),
        *held_rows(RequestEffect.objects.filter(request__in=asked), _EFFECT),
    )
