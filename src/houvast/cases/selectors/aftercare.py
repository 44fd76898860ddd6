"""What waits after handing on: who has not taken a case over, and where somebody is asked how it goes.

Lists never open what people wrote.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from houvast.cases import scopes
from houvast.cases.models import PhasePeriod, PulseCheck, ReceiverAnswer, ReceiverRequest, ScalingDecision
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer

_GOES_WELL, _SCALE_UP = PulseCheck.Outcome.GOES_WELL, PulseCheck.Outcome.SCALE_UP


@dataclass(frozen=True, slots=True)
class WaitingReceiver:
    """The receiver who was asked last in the present phase and did not take it over: no answer yet, or refused.

    `who` is a name, or that of the organisation outside Houvast.
    """

    id: UUID
    case_id: UUID
    member_id: UUID | None
    who: str
    asked_by: str
    accept_before: datetime
    refused: bool


@dataclass(frozen=True, slots=True)
class UnnamedReceiver:
    """A case that was scaled urgently to the phase it is in, and nobody was named since to take it over.

    Whether somebody must be is in the model (`rules.receiving.names_later`). `name_before` ends the term in which
    all that may follow is filled in.
    """

    case_id: UUID
    name_before: datetime


@dataclass(frozen=True, slots=True)
class DueCheck:
    """Aftercare of the present phase to look at; `wants_up` says that somebody already found that it must go up."""

    aftercare_id: UUID
    case_id: UUID
    day: date
    wants_up: bool


def looks_after(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether the viewer led this case, and sees it until it goes well because nobody leads it now."""
    return scopes.looked_after(viewer, now=now).filter(case_id=case_id).exists()


def looked_after(viewer: Viewer, *, now: datetime) -> frozenset[UUID]:
    """Give the cases, mostly closed, that the viewer led and still sees until it goes well."""
    return frozenset(scopes.looked_after(viewer, now=now).values_list("case_id", flat=True))


def waiting_receivers(viewer: Viewer, *, now: datetime, most: int) -> tuple[WaitingReceiver, ...]:
    """Give who did not take a case over, in cases that the viewer may see, oldest term first; in one query."""
    newer = ReceiverRequest.objects.filter(period_id=OuterRef("period_id"), number__gt=OuterRef("number"))
    rows = scopes.receiver_requests(viewer, now=now).filter(~Exists(newer), period=F("case__phase_period"))
    rows = rows.filter(Q(answer__isnull=True) | ~Q(answer__outcome=ReceiverAnswer.Outcome.ACCEPTED))
    joined = rows.select_related("member", "organisation", "asked_by", "answer")
    joined = joined.defer("contact_sealed", "answer__reason_sealed")
    return tuple(
        WaitingReceiver(
            id=row.id,
            case_id=row.case_id,
            member_id=row.member_id,
            who=row.member.name if row.member else row.organisation.name,
            asked_by=row.asked_by.name,
            accept_before=row.accept_before,
            refused=getattr(row, "answer", None) is not None,
        )
        for row in joined.order_by("accept_before", "id")[:most]
    )


def unnamed_receivers(
    viewer: Viewer, *, now: datetime, most: int, case_id: UUID | None = None
) -> tuple[UnnamedReceiver, ...]:
    """Give the cases after an urgent scaling in which nobody was named, to who sees the aftercare; in one query."""
    asked = ReceiverRequest.objects.filter(period_id=OuterRef("case__phase_period_id"))
    rows = scopes.decisions(viewer, now=now).filter(
        ~Exists(asked),
        case_id__in=scopes.cases(viewer, part=Part.AFTERCARE, now=now).values("pk"),
        outcome=ScalingDecision.Outcome.URGENT,
        recorded_at=F("case__phase_period__since"),
        case__phase_period__cause=PhasePeriod.Cause.SCALED_UP_URGENTLY,
    )
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    terms = rows.order_by("follow_up_before", "id").values_list("case_id", "follow_up_before")[:most]
    return tuple(UnnamedReceiver(found, before) for found, before in terms if before is not None)


def due_checks(viewer: Viewer, until: date, *, now: datetime, most: int) -> tuple[DueCheck, ...]:
    """Give where somebody is asked how it goes, not after `until`; the oldest day first, in one query."""
    newest = PulseCheck.objects.filter(aftercare_id=OuterRef("pk")).order_by("-number")
    rows = scopes.aftercare_plans(viewer, now=now).filter(period=F("case__phase_period"))
    rows = rows.annotate(
        outcome=Subquery(newest.values("outcome")[:1]),
        day=Coalesce(Subquery(newest.values("check_on")[:1]), F("check_on")),
    )
    open_ones = rows.filter(Q(outcome__isnull=True) | ~Q(outcome=_GOES_WELL))
    near = open_ones.filter(Q(outcome=_SCALE_UP) | Q(day__lte=until)).order_by("day", "id")
    found = near.values_list("id", "case_id", "day", "outcome")[:most]
    return tuple(DueCheck(row_id, case_id, day, outcome == _SCALE_UP) for row_id, case_id, day, outcome in found)
