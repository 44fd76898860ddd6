"""Questions whether somebody is known: each is on record, some are set aside to be judged. Rows are only added."""

from django.db import models

from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class KnownQuestion(models.Model):
    """That somebody asked whether a person is known, for which purpose, and whether the answer was yes.

    `residents` are hexadecimal ids in the register of the municipality of who asked; `places` those of the
    municipalities where was looked. Whom the register does not have is not kept: not the name, nor the BSN. `share` is
    how many of a hundred questions were set aside at that moment; `in_sample` follows from it and from the id
    (`rules.known.in_sample`), so that anybody can check it afterwards.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=40)
    purpose = models.CharField(max_length=200)
    residents = models.JSONField(default=list)
    places = models.JSONField(default=list)
    hit = models.BooleanField()
    share = models.PositiveSmallIntegerField()
    in_sample = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Numbered in its municipality; counted for who asks."""

        constraints = [models.UniqueConstraint(fields=["municipality", "number"], name="sharing_knownquestion_number")]
        indexes = [
            models.Index(fields=["by", "at"], name="sharing_known_by"),
            models.Index(
                fields=["municipality", "at"], condition=models.Q(in_sample=True), name="sharing_known_sample"
            ),
        ]


class KnownJudgement(models.Model):
    """What the privacy officer found of a question in the sample. It is said once, and not in words about people."""

    class Outcome(models.TextChoices):
        """Was it needed?"""

        NEEDED = "needed"
        TALKED = "talked"
        REPORTED = "reported"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.OneToOneField(KnownQuestion, on_delete=models.PROTECT, related_name="judgement")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
