"""The file that a house keeps: under its own key, with its own participants and its own clock."""

from django.db import models
from django.db.models import Q

from houvast.directory.models import Member, Organisation
from houvast.kernel.ids import new_id
from houvast.safety_house.models.referrals import Referral
from houvast.vault.models import Key


class HouseFile(models.Model):
    """The file of a house about a referral. `organisation` is the house: it answers for what is in it.

    It names no case: only the referral links the two.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="file")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    ground = models.CharField(max_length=40)
    retention_from = models.DateField()
    keep_until = models.DateField()


class FileAccess(models.Model):
    """A reason to see a file: who, why, from when, until when, withdrawn when, and who gave it (ADR 0014).

    The same shape as `cases.Access`, and never the same row: no reason to see a case opens a file, and the reverse.
    """

    class Relation(models.TextChoices):
        """What somebody is to a file."""

        WEIGHS = "weighs"
        DIRECTOR = "director"
        PARTICIPANT = "participant"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(HouseFile, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=12, choices=Relation.choices)
    ground = models.CharField(max_length=40)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """For one member, or for an organisation."""

        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=False, organisation__isnull=True)
                | Q(member__isnull=True, organisation__isnull=False),
                name="safety_house_access_one_viewer",
            ),
            models.UniqueConstraint(
                fields=["file", "member"],
                condition=Q(withdrawn_at__isnull=True, member__isnull=False),
                name="safety_house_access_once",
            ),
        ]
        indexes = [models.Index(fields=["member", "file"], name="safety_house_access_member")]


class FileNote(models.Model):
    """A note in a file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(HouseFile, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    text_sealed = models.BinaryField()
    written_at = models.DateTimeField()
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Numbered in its file."""

        constraints = [models.UniqueConstraint(fields=["file", "number"], name="safety_house_note_number")]
