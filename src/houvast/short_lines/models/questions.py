"""Questions to a colleague at the other end of a line."""

from django.db import models
from django.db.models import Q

from houvast.directory.models import Member
from houvast.kernel.ids import new_id
from houvast.short_lines.models.lines import ShortLine
from houvast.vault.models import Key


class ColleagueQuestion(models.Model):
    """A question that is about nobody, with its answer, under a key of its own that is destroyed after `keep_until`.

    It is put to the line, not to a person: whose turn it is follows from who holds the line. `passed_at` says that it
    was passed on to the stand-in.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(ShortLine, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    keep_until = models.DateField()
    question_sealed = models.BinaryField()
    known_sealed = models.BinaryField(blank=True)
    passed_at = models.DateTimeField(null=True)
    passed_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    answer_sealed = models.BinaryField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """What was passed on or answered was so by somebody."""

        constraints = [
            models.CheckConstraint(
                condition=Q(passed_at__isnull=True, passed_by__isnull=True)
                | Q(passed_at__isnull=False, passed_by__isnull=False),
                name="short_lines_question_passed",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="short_lines_question_answered",
            ),
        ]
        indexes = [models.Index(fields=["keep_until"], name="short_lines_question_until")]
