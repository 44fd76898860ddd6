"""Which concerns there are about one person, for who asks to see it (AVG art. 15)."""

from uuid import UUID

from houvast.intake.models import Concern, PassOnAnswer, TriageDecision
from houvast.kernel.held import Held, HeldKind
from houvast.vault.held_rows import Told, held_rows

_KIND = HeldKind.CONCERN
_CONCERN = Told(
    _KIND,
    "Signaal",
    "reported_on",
    "organisation__name",
    texts={"text": "Tekst"},
    plain={"reported_on": "Gemeld op"},
    listed={"themes": "Waarom"},
    key="key",
)
_DECISION = Told(
    _KIND,
    "Besluit over een signaal",
    "decided_at",
    "decided_by__organisation__name",
    texts={"reason": "Waarom"},
    plain={"to_team__name": "Doorgegeven aan"},
    case="concern__case",
    key="concern__key",
)
_ANSWER = Told(
    _KIND,
    "Antwoord op een doorgegeven signaal",
    "answered_at",
    "answered_by__organisation__name",
    texts={"reason": "Waarom"},
    case="decision__concern__case",
    key="decision__concern__key",
)


def held_concerns(resident_id: UUID, municipality_id: UUID) -> tuple[Held, ...]:
    """Give what was reported about a person and what was decided, in three queries; never who reported it."""
    about = {"resident": resident_id, "municipality": municipality_id}
    concerns = Concern.objects.filter(**about).exclude(key=None)
    decisions = TriageDecision.objects.filter(concern__in=concerns)
    answers = PassOnAnswer.objects.filter(decision__concern__in=concerns)
    return (*held_rows(concerns, _CONCERN), *held_rows(decisions, _DECISION), *held_rows(answers, _ANSWER))
