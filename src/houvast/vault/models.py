"""The table of wrapped keys, and the epochs in which they were wrapped."""

from django.db import models

from houvast.kernel.ids import new_id


class Epoch(models.Model):
    """A stretch of time in which keys are wrapped under one secret, which is in the key store and not in the database.

    A new one begins when something was destroyed: every key that is left is wrapped anew, and the secret of the epoch
    before it is removed. So no backup from before opens a key that was destroyed (ADR 0029).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(unique=True)
    begun_at = models.DateTimeField()


class Key(models.Model):
    """A key of one case, concern, resident or other record, wrapped under the secret of its epoch.

    A destroyed key stays as a row, with nothing in it: the database empties `wrapped` itself. Without an epoch it is
    wrapped straight under the master key, as an older version did; `houvast migrate` wraps it anew.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    epoch = models.ForeignKey(Epoch, null=True, on_delete=models.PROTECT, related_name="+")
    wrapped = models.BinaryField(max_length=80)
    created_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)
