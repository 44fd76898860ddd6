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
    """One thing that happened, was read or was refused. `key` names the audit key of its hash, "" for the first one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    key = models.CharField(max_length=16, blank=True)
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


class Checkpoint(models.Model):
    """A signed statement of how far all chains had come. `lost_key` is "" but where the key before was lost."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    chains = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    next_key = models.CharField(max_length=64, blank=True)
    lost_key = models.CharField(max_length=64, blank=True)
    signature = models.CharField(max_length=128)


class CheckpointHead(models.Model):
    """How far one chain had come at a checkpoint, when it had moved. `place` is its leaf in the tree, for ever.

    `digests` are those of its rows since the checkpoint before it, in base64.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="+")
    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveBigIntegerField()
    number = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    digests = models.TextField()

    class Meta:
        """Once for each number of a chain."""

        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="audit_checkpointhead_number")]


class ActivityVersion(models.Model):
    """What a municipality's register of processing activities says of one, from a moment; the newest number counts.

    `activity` is its UUID, for ever; without a row the register says what every municipality begins with.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.UUIDField()
    activity = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=400)
    ground = models.CharField(max_length=400)
    source = models.CharField(max_length=400)
    set_by = models.UUIDField(null=True)
    set_at = models.DateTimeField()

    class Meta:
        """Versions are numbered for each activity."""

        constraints = [models.UniqueConstraint(fields=["activity", "number"], name="audit_activityversion_number")]
        indexes = [models.Index(fields=["municipality"], name="audit_activityversion_own")]
