"""The two histories of a case: its phases, with the reviews of each, and its seats.

Rows are only added; the next phase or seat ends the one before.
"""

from django.db import models
from django.db.models import Q

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.residents.models import NetworkMember, Resident


class PhasePeriod(models.Model):
    """A stretch of time in one AVE phase, or closed."""

    class State(models.TextChoices):
        """Open in a phase, or closed."""

        OPEN = "open"
        CLOSED = "closed"

    class Cause(models.TextChoices):
        """What began this period."""

        OPENED = "opened"
        SCALED_UP = "scaled_up"
        SCALED_UP_URGENTLY = "scaled_up_urgently"
        SCALED_DOWN = "scaled_down"
        REVERSED = "reversed"
        CLOSED = "closed"
        REOPENED = "reopened"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    since = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices)
    phase = models.PositiveSmallIntegerField()
    cause = models.CharField(max_length=20, choices=Cause.choices)
    review_on = models.DateField(null=True)
    begun_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for each number; `phase` of a closed period is the phase that it was closed in."""

        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="cases_phase_number"),
            models.CheckConstraint(condition=Q(phase__gte=1, phase__lte=4), name="cases_phase_range"),
            models.CheckConstraint(
                condition=Q(state="closed", cause="closed") | (Q(state="open") & ~Q(cause="closed")),
                name="cases_phase_closed_cause",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "state", "phase"], name="cases_phase_list")]


class PhaseReview(models.Model):
    """Somebody who leads the case looked again, and the phase still fits. Only what is of the present period counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    period = models.ForeignKey(PhasePeriod, on_delete=models.PROTECT, related_name="+")
    weighed_sealed = models.BinaryField()
    resident_asked = models.BooleanField()
    why_not_asked_sealed = models.BinaryField(default=b"")
    review_on = models.DateField(null=True)
    reviewed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()


class Seat(models.Model):
    """A stretch of time in which one responsibility of a case has one state."""

    class State(models.TextChoices):
        """The five states of a responsibility (docs/architecture.md)."""

        NOT_REQUIRED = "not_required"
        HELD_BY_RESIDENT = "held_by_resident"
        HELD = "held"
        HELD_TEMPORARILY = "held_temporarily"
        VACANT = "vacant"

    class Cause(models.TextChoices):
        """What began this row."""

        OPENED = "opened"
        FILLED_FROM_MODEL = "filled_from_model"
        ASSIGNED = "assigned"
        HANDED_OVER = "handed_over"
        FILLED_TEMPORARILY = "filled_temporarily"
        RETURNED = "returned"
        SCALED = "scaled"
        CLOSED = "closed"
        REOPENED = "reopened"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    responsibility = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    since = models.DateTimeField()
    state = models.CharField(max_length=20, choices=State.choices)
    cause = models.CharField(max_length=20, choices=Cause.choices)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    network_member = models.ForeignKey(NetworkMember, null=True, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40, blank=True)
    until = models.DateField(null=True)
    extension = models.PositiveSmallIntegerField(default=0)
    owner = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField(default=b"")
    set_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Held means somebody, temporary means an end date, vacant and not required mean nobody."""

        constraints = [
            models.UniqueConstraint(fields=["case", "responsibility", "number"], name="cases_seat_number"),
            models.CheckConstraint(
                condition=Q(
                    responsibility__in=["case_direction", "process_direction", "operational", "administrative"]
                ),
                name="cases_seat_responsibility",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["held", "held_temporarily"], member__isnull=False)
                | (~Q(state__in=["held", "held_temporarily"]) & Q(member__isnull=True)),
                name="cases_seat_held_by_member",
            ),
            models.CheckConstraint(
                condition=Q(state="held_temporarily", until__isnull=False)
                | (~Q(state="held_temporarily") & Q(until__isnull=True)),
                name="cases_seat_temporary_ends",
            ),
            models.CheckConstraint(
                condition=Q(state="held_by_resident", resident__isnull=False, network_member__isnull=True)
                | Q(state="held_by_resident", resident__isnull=True, network_member__isnull=False)
                | (~Q(state="held_by_resident") & Q(resident__isnull=True, network_member__isnull=True)),
                name="cases_seat_resident",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["not_required", "held_by_resident", "held", "held_temporarily", "vacant"]),
                name="cases_seat_state",
            ),
        ]
        indexes = [
            models.Index(fields=["member", "state"], name="cases_seat_member"),
            models.Index(fields=["municipality", "state", "responsibility"], name="cases_seat_state_list"),
        ]
