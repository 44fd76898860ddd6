"""Samples of the log: what was drawn by lot, and what the privacy officer found of it. All is only added to."""

from django.db import models

from houvast.accountability.rules import sampling as rules
from houvast.audit.models import Entry
from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class Sample(models.Model):
    """A sample of a period. Who has its seed and the log draws the same again. `sizes` counts each group in the log."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    first_on = models.DateField()
    last_on = models.DateField()
    wanted = models.PositiveSmallIntegerField()
    seed = models.CharField(max_length=32)
    sizes = models.JSONField()
    drawn_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()

    class Meta:
        """Samples of a municipality are numbered."""

        constraints = [models.UniqueConstraint(fields=["municipality", "number"], name="accountability_sample_number")]


class SampledOpening(models.Model):
    """One opening that was drawn: a member, a case and a day. `entry` is its first row in the log."""

    class Stratum(models.TextChoices):
        """The group in which it was drawn."""

        GLASS = rules.Stratum.GLASS.value
        TRIED = rules.Stratum.TRIED.value
        NO_OWN_ROLE = rules.Stratum.NO_OWN_ROLE.value
        MANY = rules.Stratum.MANY.value
        OTHER = rules.Stratum.OTHER.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    stratum = models.CharField(max_length=20, choices=Stratum.choices)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    rows = models.PositiveIntegerField()

    class Meta:
        """They are numbered in their sample."""

        constraints = [
            models.UniqueConstraint(fields=["sample", "number"], name="accountability_sampledopening_number")
        ]


class SampleFinding(models.Model):
    """What somebody found of one opening; the last one counts. The words are sealed under the key of the case."""

    class Outcome(models.TextChoices):
        """Whether it belongs to the work."""

        FITS = "fits"
        ASK = "ask"
        DOES_NOT_FIT = "does_not_fit"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    opening = models.ForeignKey(SampledOpening, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    words_sealed = models.BinaryField(default=b"")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """They are numbered for each opening."""

        constraints = [
            models.UniqueConstraint(fields=["opening", "number"], name="accountability_samplefinding_number")
        ]
