"""What was said and decided, and what was put right afterwards. Rows are only added."""

from django.db import models
from django.db.models import Q

from houvast.consultation.models.items import AgendaItem
from houvast.directory.models import Member, Organisation, Team
from houvast.kernel.ids import new_id
from houvast.plans.models import Task
from houvast.residents.models import NetworkMember, Resident

_OWNERS = {
    "member": "member",
    "team": "team",
    "organisation": "partner",
    "resident": "resident",
    "network": "network_member",
}


def _one_owner() -> Q:
    """Say that just the column of the owner's kind is filled."""
    either = Q()
    for kind, filled in _OWNERS.items():
        empty = {f"{column}__isnull": True for column in _OWNERS.values() if column != filled}
        either |= Q(owner_kind=kind, **{f"{filled}__isnull": False}, **empty)
    return either


class ItemText(models.Model):
    """What was said about an item, in three lines at most. Every change is a next version."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    text_sealed = models.BinaryField()
    written_at = models.DateTimeField()
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["item", "number"], name="consultation_text_number")]


class Resolution(models.Model):
    """What the meeting decided on an item: what, who does it, by which day.

    On a case it has a task in the case, which says how it stands; else it has an outcome of its own.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    what_sealed = models.BinaryField()
    owner_kind = models.CharField(max_length=12, choices=Task.OwnerKind.choices)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    network_member = models.ForeignKey(NetworkMember, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """One row for each number, with one owner."""

        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="consultation_resolution_number"),
            models.CheckConstraint(condition=_one_owner(), name="consultation_resolution_owner"),
        ]
        indexes = [models.Index(fields=["member"], name="consultation_res_member")]


class ResolutionOutcome(models.Model):
    """What became of a resolution that is nobody's case. It comes once, and may come after the meeting was closed."""

    class State(models.TextChoices):
        """What became of it."""

        DONE = "done"
        NOT_DONE = "not_done"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resolution = models.OneToOneField(Resolution, on_delete=models.PROTECT, related_name="outcome")
    state = models.CharField(max_length=10, choices=State.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")


class Correction(models.Model):
    """Something put right in the minutes of a closed meeting. The minutes themselves stay as they were."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    text_sealed = models.BinaryField()
    written_at = models.DateTimeField()
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["item", "number"], name="consultation_correction_number")]
