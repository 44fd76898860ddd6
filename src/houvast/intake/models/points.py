"""Where concerns come in, with the questions to ask there."""

from django.db import models

from houvast.directory.models import Municipality
from houvast.kernel.ids import new_id


class ReportingPoint(models.Model):
    """A point where concerns come in: its triage instruction, and who decides in one or two steps."""

    class Source(models.TextChoices):
        """What kind of source it is."""

        POLICE_E33 = "police_e33"
        REPORTING_POINT = "reporting_point"
        CALL_CENTRE = "call_centre"
        STREET_WARDENS = "street_wardens"
        PARKS = "parks"
        TEAM = "team"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    source = models.CharField(max_length=20, choices=Source.choices)
    instruction = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    active = models.BooleanField(default=True)

    class Meta:
        """A name means one point inside a municipality."""

        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="intake_point_name")]


class Theme(models.Model):
    """A reason for involvement with which a municipality began; never a label on a person.

    What the municipality renamed, retired or added itself is a `ListVersion` of the same code.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=80)

    class Meta:
        """A code means one theme inside a municipality."""

        constraints = [models.UniqueConstraint(fields=["municipality", "code"], name="intake_theme_code")]
