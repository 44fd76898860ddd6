"""Limiting measures, that they ended before their time, and that the resident was told later: only ever added to."""

from django.db import models
from django.db.models import F, Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class Limit(models.Model):
    """A measure that limits somebody of a case, from a day to a day. `content_sealed` is a `rules.limits.LimitContent`.

    `told_on` is when the resident was told; without it the resident is told before `tell_before`.
    """

    class Kind(models.TextChoices):
        """Which measure."""

        AREA_BAN = "area_ban"
        PENALTY_ORDER = "penalty_order"
        HOUSE_BAN = "house_ban"
        COMPULSORY_CARE = "compulsory_care"
        OTHER = "other"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    content_sealed = models.BinaryField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    told_on = models.DateField(null=True)
    tell_before = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """A period has a direction; the resident was told, or is told before a day."""

        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="plans_limit_period"),
            models.CheckConstraint(
                condition=Q(told_on__isnull=False, tell_before__isnull=True)
                | Q(told_on__isnull=True, tell_before__isnull=False),
                name="plans_limit_told_or_when",
            ),
        ]
        indexes = [models.Index(fields=["case", "ends_on"], name="plans_limit_case")]


class LimitEnd(models.Model):
    """That a measure ended before its last day, and why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    limit = models.OneToOneField(Limit, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField()
    why_sealed = models.BinaryField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")


class LimitTold(models.Model):
    """That the resident was told of a measure after it was recorded: when, and what."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    limit = models.OneToOneField(Limit, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField()
    words_sealed = models.BinaryField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
