"""Imported lists, and the rows that wait to be repaired."""

from django.db import models

from houvast.directory.models import Member, Municipality
from houvast.intake.models.points import ReportingPoint
from houvast.kernel.ids import new_id
from houvast.vault.models import Key


class Import(models.Model):
    """One list that was read, with its counts, which grow with every part of it until it is finished.

    Without a municipality it was a list for a whole region, read by the command. An import that was never finished was
    broken off; reading the list again completes it. The name of the file is not kept: it may hold a person's name.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, null=True, on_delete=models.PROTECT, related_name="+")
    imported_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64)
    read = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    already_known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)


class RepairRow(models.Model):
    """A row that could not be used ("te herstellen"): it waits until it is corrected or dismissed with a reason.

    Without a municipality nobody knows yet whose it is. Once it is handled its content is emptied; a corrected row
    loses its key too, a dismissed one keeps it for the reason. `fingerprint` recognises the row in the next list.
    """

    class State(models.TextChoices):
        """Waiting, corrected into a concern, or dismissed."""

        WAITING = "waiting"
        CORRECTED = "corrected"
        DISMISSED = "dismissed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, null=True, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ReportingPoint, null=True, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, null=True, on_delete=models.PROTECT, related_name="+")
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=80)
    reason = models.CharField(max_length=300)
    content_sealed = models.BinaryField(default=b"")
    fingerprint = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    handled_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    handled_at = models.DateTimeField(null=True)
    handled_reason_sealed = models.BinaryField(default=b"")
    ground = models.CharField(max_length=40)
    retention_from = models.DateField()
