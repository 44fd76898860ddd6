"""What a municipality set for own pages, version by version."""

from django.db import models

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class OwnPageSetting(models.Model):
    """One version: the newest holds, earlier ones say what held then. `set_by` is None when a command set it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    supporter_name = models.CharField(max_length=120, blank=True)
    supporter_organisation = models.CharField(max_length=120)
    supporter_phone = models.CharField(max_length=120)
    complaint_at = models.CharField(max_length=120)
    complaint_phone = models.CharField(max_length=120)
    both_from = models.PositiveSmallIntegerField()
    alone_from = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number; children decide alone no earlier than they look along."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="participation_setting_number"),
            models.CheckConstraint(
                condition=models.Q(both_from__lte=models.F("alone_from"), alone_from__lte=18),
                name="participation_setting_ages",
            ),
        ]
