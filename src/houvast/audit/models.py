"""The tables of the audit log."""

from django.db import models

from houvast.kernel.ids import new_id


class Chain(models.Model):
    """The head of one chain of entries; locked as the last step of each act."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80, unique=True)
    head_number = models.PositiveBigIntegerField(default=0)
    head_hash = models.CharField(max_length=64, default="")


class Entry(models.Model):
    """One thing that happened, was read or was refused."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    event = models.CharField(max_length=60)
    outcome = models.CharField(max_length=10)
    actor_kind = models.CharField(max_length=10)
    actor_member = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=40, blank=True)
    municipality = models.UUIDField(null=True)
    case = models.UUIDField(null=True)
    subject = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True)
    ground = models.CharField(max_length=60, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        """One row for each number in a chain; the log is read per chain, per case and per actor."""

        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="audit_entry_number")]
        indexes = [
            models.Index(fields=["case", "at"], name="audit_entry_case"),
            models.Index(fields=["actor_member", "at"], name="audit_entry_actor"),
            models.Index(fields=["municipality", "at"], name="audit_entry_municipality"),
        ]
