"""Scaling up and down, closing and reopening. Proposals and decisions stay, the refused and withdrawn ones too."""

from django.db import models
from django.db.models import Q

from houvast.cases.models.cases import Case
from houvast.cases.models.histories import PhasePeriod
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class ScalingProposal(models.Model):
    """A proposal to move a case from one phase to the next, up or down."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    from_period = models.ForeignKey(PhasePeriod, on_delete=models.PROTECT, related_name="+")
    from_phase = models.PositiveSmallIntegerField()
    to_phase = models.PositiveSmallIntegerField()
    criteria = models.JSONField(default=list)
    reason_sealed = models.BinaryField()
    children_sealed = models.BinaryField(default=b"")
    local_attempts_sealed = models.BinaryField(default=b"")
    proposed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decide_before = models.DateTimeField()

    class Meta:
        """One phase at a time."""

        constraints = [
            models.CheckConstraint(
                condition=Q(to_phase=models.F("from_phase") + 1) | Q(from_phase=models.F("to_phase") + 1),
                name="cases_proposal_one_step",
            )
        ]


class ScalingDecision(models.Model):
    """What was decided on a proposal. An urgent scaling is decision 1; its confirmation or reversal is decision 2."""

    class Outcome(models.TextChoices):
        """What was decided."""

        APPROVED = "approved"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"
        URGENT = "urgent"
        CONFIRMED = "confirmed"
        REVERSED = "reversed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    proposal = models.ForeignKey(ScalingProposal, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    decided_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40)
    on_behalf_of = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField()
    channel = models.CharField(max_length=40, blank=True)
    document = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField()
    reason_sealed = models.BinaryField(default=b"")
    children_sealed = models.BinaryField(default=b"")
    not_waited_sealed = models.BinaryField(default=b"")
    confirm_before = models.DateTimeField(null=True)
    follow_up_before = models.DateTimeField(null=True)

    class Meta:
        """One decision ends a proposal; only an urgent one has a second."""

        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="cases_decision_number"),
            models.CheckConstraint(
                condition=Q(number=1, outcome__in=["approved", "refused", "withdrawn", "urgent"])
                | Q(number=2, outcome__in=["confirmed", "reversed"]),
                name="cases_decision_order",
            ),
            models.CheckConstraint(
                condition=Q(outcome="urgent", confirm_before__isnull=False)
                | (~Q(outcome="urgent") & Q(confirm_before__isnull=True)),
                name="cases_decision_urgent_term",
            ),
            models.CheckConstraint(
                condition=Q(on_behalf_of="") | (~Q(channel="") & ~Q(document="")), name="cases_decision_on_behalf"
            ),
        ]


class FollowUp(models.Model):
    """What may follow a decision within the model's term: who was heard, resident told (or not yet), seats."""

    class Item(models.TextChoices):
        """What had to follow."""

        HEARD = "heard"
        RESIDENT_TOLD = "resident_told"
        SEATS = "seats"

    class State(models.TextChoices):
        """Done, or postponed with a reason and a date."""

        DONE = "done"
        POSTPONED = "postponed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    decision = models.ForeignKey(ScalingDecision, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=20, choices=Item.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    on_date = models.DateField()
    text_sealed = models.BinaryField()
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class Closure(models.Model):
    """Why a case was closed; what is done after that, and when somebody looks again, is its `AftercarePlan`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    period = models.OneToOneField(PhasePeriod, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=40)
    reason_sealed = models.BinaryField()
    closed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()


class Reopening(models.Model):
    """Why a closed case was opened again; each counts as a relapse."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    period = models.OneToOneField(PhasePeriod, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    reopened_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField()
