"""What a municipality set in its short lists."""

from django.db import models

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class ListVersion(models.Model):
    """One version of an entry of a short list. The newest holds; earlier ones say what was read at the time.

    What the columns mean for each list stands with `rules.short_lists.Entry`. Nobody set it (`set_by`): a command did.
    """

    class Kind(models.TextChoices):
        """Which short list."""

        REASON = "reason"
        URGENCY = "urgency"
        TERM = "term"
        RECEIVER = "receiver"
        THEME = "theme"
        COLUMN = "column"
        PROVISION = "provision"
        STAY = "stay"
        SIGHT = "sight"
        PURPOSE = "purpose"
        WAY = "way"
        ADVISER = "adviser"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    code = models.SlugField(max_length=40, db_index=False)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=80)
    choices = models.JSONField(default=list)
    amount = models.PositiveSmallIntegerField(default=0)
    contact = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    active = models.BooleanField(default=True)
    set_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number; a level of urgency, a term, a stay and sight have an amount."""

        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "code", "number"], name="intake_listversion_number"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=("urgency", "term", "stay", "sight")) | models.Q(amount__gte=1),
                name="intake_listversion_takes_time",
            ),
        ]
