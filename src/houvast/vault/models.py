"""The table of wrapped keys."""

from django.db import models

from houvast.kernel.ids import new_id


class Key(models.Model):
    """A key of one case, concern or resident, wrapped under the master key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    wrapped = models.BinaryField(max_length=80)
    created_at = models.DateTimeField()
