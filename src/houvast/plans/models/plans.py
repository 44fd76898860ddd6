"""Plans and their versions, and the life areas of a municipality."""

from django.db import models

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class LifeArea(models.Model):
    """A life area from the municipality's own list, such as living or money. What is no longer asked is not active."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    active = models.BooleanField(default=True)

    class Meta:
        """A code means one life area inside a municipality."""

        constraints = [models.UniqueConstraint(fields=["municipality", "code"], name="plans_area_code")]


class Plan(models.Model):
    """The plan of a case; there is one. `current` names its newest version; the database moves it (`database.py`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    current = models.OneToOneField("PlanVersion", on_delete=models.PROTECT, related_name="+")


class PlanVersion(models.Model):
    """A whole plan as it was agreed at one moment: never changed, followed by the next.

    `content_sealed` holds a `rules.content.PlanContent` under the key of the case. `says_children` says whether
    that says what the plan means for the children: asked of many plans at once, without opening them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    content_sealed = models.BinaryField()
    says_children = models.BooleanField(default=False)
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plans_version_number")]
