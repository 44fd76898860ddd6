"""What a house set as its admission criteria."""

from django.db import models

from houvast.directory.models import Member, Organisation
from houvast.kernel.ids import new_id


class AdmissionCriterion(models.Model):
    """One version of an admission criterion of a house. The newest holds; below lies what every house begins with."""

    class Need(models.TextChoices):
        """Whether it must be met by itself."""

        ALWAYS = "always"
        ONE_OF = "one_of"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=40, db_index=False)
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=200)
    need = models.CharField(max_length=10, choices=Need.choices)
    source = models.CharField(max_length=200)
    active = models.BooleanField(default=True)
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "code", "number"], name="safety_house_criterion_number")
        ]
