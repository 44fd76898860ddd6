"""The secret address at which somebody's own calendar fetches their meetings."""

from django.db import models
from django.db.models import Q

from houvast.directory.models import Member
from houvast.kernel.ids import new_id


class CalendarFeed(models.Model):
    """An address of a calendar: only its digest is kept. A new one ends the one before."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """One address at a time."""

        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(ended_at__isnull=True), name="consultation_one_feed")
        ]
