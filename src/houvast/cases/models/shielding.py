"""Who may not see what the table of who sees what would open: a member in one case, a part in one municipality."""

from django.db import models
from django.db.models import Q

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class LockOut(models.Model):
    """A member may see nothing of a case, whatever reasons there are: a neighbour, a relative.

    It holds for the person, not for their function: who stands in for them, and whom they stand in for, see what they
    saw. The member never sees that it is there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason_sealed = models.BinaryField(default=b"")

    class Meta:
        """A member is locked out of a case once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["case", "member"], condition=Q(ended_at__isnull=True), name="cases_lockout_once"
            )
        ]
        indexes = [models.Index(fields=["member", "case"], name="cases_lockout_member")]


class WithheldHit(models.Model):
    """A case gives no hit to who asks whether somebody is known: with a reason, and a day to look again.

    It goes on after that day, until somebody ends it: a day that nobody looks at must not open anything.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    review_on = models.DateField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason_sealed = models.BinaryField(default=b"")

    class Meta:
        """Once at a time."""

        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at__isnull=True), name="cases_withheldhit_once")
        ]


class ClosedCell(models.Model):
    """A municipality shows a part to a relation less than the shipped table does: never more (ADR 0025)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=30)
    part = models.CharField(max_length=20)
    why = models.CharField(max_length=300)
    decided_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """A part is closed to a relation once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "relation", "part"],
                condition=Q(ended_at__isnull=True),
                name="cases_closedcell_once",
            )
        ]
