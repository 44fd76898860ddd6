"""Which case a concern belongs to, also for who may not see it: for the log of refusals only, never for a page."""

from uuid import UUID

from houvast.intake.models import Concern


def case_of_concern(concern_id: UUID) -> UUID | None:
    """Give the case of a concern; None when it has none, or there is no such concern."""
    return Concern.objects.filter(pk=concern_id).values_list("case_id", flat=True).first()
