"""What a municipality set for its short lines."""

from django.db import models

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.short_lines.rules.terms import Term


class LineSetting(models.Model):
    """One version of a term, in days. The newest holds; earlier ones say what held then."""

    class Kind(models.TextChoices):
        """Which term."""

        CHECK_AFTER = Term.CHECK_AFTER.value
        KEEP_QUESTIONS = Term.KEEP_QUESTIONS.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    number = models.PositiveIntegerField()
    days = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number; a term takes time."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "number"], name="short_lines_setting_number"),
            models.CheckConstraint(condition=models.Q(days__gte=1), name="short_lines_setting_takes_time"),
        ]
