"""An unusual number of cases opened, told to the privacy officer, and what came of it. Rows are only added."""

from django.db import models

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class Alarm(models.Model):
    """That a member opened unusually many cases of a municipality on a day; once for each day.

    `cases` is how many when it was seen, `usual` what is usual for that member (null: not known).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    cases = models.PositiveIntegerField()
    usual = models.PositiveIntegerField(null=True)
    threshold = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        """Once for each member and day."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "member", "day"], name="accountability_alarm_once")
        ]


class AlarmAnswer(models.Model):
    """What came of an alarm, as the privacy officer says it: once, and not in words about the colleague."""

    class Outcome(models.TextChoices):
        """What came of it."""

        EXPLAINED = "explained"
        TALKED = "talked"
        REPORTED = "reported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    alarm = models.OneToOneField(Alarm, on_delete=models.PROTECT, related_name="answer")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
