"""Which case somebody asked for, also when they may not see it: for the log of refusals only, never for a page."""

from uuid import UUID

from houvast.cases.models import (
    AftercarePlan,
    Case,
    CrucialMoment,
    GlassBreak,
    HandOver,
    JudgementRequest,
    MomentItem,
    MoveOffer,
    ReceiverRequest,
    ScalingDecision,
    ScalingProposal,
    StayElsewhere,
    TakeOverRequest,
)


def case_of_code(code: str) -> UUID | None:
    """Give the case with this code; None when there is none."""
    return Case.objects.filter(code=code).values_list("pk", flat=True).first()


def case_of_row(row_id: UUID) -> UUID | None:
    """Give the case itself, or that of a question, decision or moment with this id, in one query."""
    tables = (
        AftercarePlan.objects,
        CrucialMoment.objects,
        GlassBreak.objects,
        HandOver.objects,
        JudgementRequest.objects,
        MomentItem.objects,
        MoveOffer.objects,
        ReceiverRequest.objects,
        ScalingDecision.objects,
        ScalingProposal.objects,
        StayElsewhere.objects,
        TakeOverRequest.objects,
    )
    rows = [table.filter(pk=row_id).values_list("case_id", flat=True) for table in tables]
    return next(iter(Case.objects.filter(pk=row_id).values_list("pk", flat=True).union(*rows)), None)
