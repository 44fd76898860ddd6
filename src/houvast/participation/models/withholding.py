"""What an own page does not show for a time, by somebody's decision: made, and ended once."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.participation.models.participants import Participant
from houvast.participation.rules.withholding import MAY_BE_WITHHELD, MOST_DAYS

_PARTS = [(part.value, part.value) for part in MAY_BE_WITHHELD]


class WithheldPart(models.Model):
    """A part that `participant`, or everybody without one, does not see. It goes on after its day, until it is ended.

    `days` after it began somebody looks again: the limit is one that the database itself can keep.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=_PARTS)
    participant = models.ForeignKey(Participant, null=True, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    days = models.PositiveSmallIntegerField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Somebody looks again in time; and only some parts can be withheld."""

        constraints = [
            models.CheckConstraint(condition=Q(days__gte=1, days__lte=MOST_DAYS), name="participation_look_again"),
            models.CheckConstraint(
                condition=Q(part__in=[part.value for part in MAY_BE_WITHHELD]), name="participation_withheld_part"
            ),
            models.UniqueConstraint(
                fields=["case", "part", "participant"],
                condition=Q(ended_at__isnull=True, participant__isnull=False),
                name="participation_withheld_once",
            ),
            models.UniqueConstraint(
                fields=["case", "part"],
                condition=Q(ended_at__isnull=True, participant__isnull=True),
                name="participation_withheld_all",
            ),
        ]
