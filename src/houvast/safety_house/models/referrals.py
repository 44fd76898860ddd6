"""What crosses between a municipality and a house: referral, pieces, answer, return. And what comes of it."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class Referral(models.Model):
    """A case referred to a house, the n-th time. `inside` says that the house works in Houvast and has a file.

    `content_sealed` is a `rules.content.ReferralContent` under the key of the case; `received_sealed` the same under
    that of the file, empty for a house outside. `criteria` are those that were ticked, each as its code and its words
    at that moment; `disclosed` names the kinds of the pieces that went along.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    house = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    inside = models.BooleanField()
    content_sealed = models.BinaryField()
    received_sealed = models.BinaryField(default=b"")
    criteria = models.JSONField(default=list)
    disclosed = models.JSONField(default=list)
    legal_ground = models.CharField(max_length=200)
    told_on = models.DateField(null=True)
    tell_before = models.DateField(null=True)
    answer_before = models.DateTimeField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """Numbered in its case; the resident was told, or is told before a day."""

        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="safety_house_referral_number"),
            models.CheckConstraint(
                condition=Q(told_on__isnull=False, tell_before__isnull=True)
                | Q(told_on__isnull=True, tell_before__isnull=False),
                name="safety_house_referral_told_or_when",
            ),
        ]


class ReferralPiece(models.Model):
    """One piece that a referral discloses, in the words in which it went (`rules.pieces.PieceKind`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    text_sealed = models.BinaryField()
    received_sealed = models.BinaryField(default=b"")

    class Meta:
        """A piece of each kind once."""

        constraints = [models.UniqueConstraint(fields=["referral", "kind"], name="safety_house_piece_once")]


class ReferralAnswer(models.Model):
    """What the house answered. `channel` is filled when a director recorded it for a house outside Houvast."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="answer")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10)
    content_sealed = models.BinaryField()
    received_sealed = models.BinaryField(default=b"")
    given_on = models.DateField()
    channel = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One of the three."""

        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["accepted", "refused", "advice"]), name="safety_house_answer_outcome"
            )
        ]


class ReferralReturn(models.Model):
    """That the case went back to the municipality, the n-th time, with what the house expects of it now."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="returned")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    content_sealed = models.BinaryField()
    received_sealed = models.BinaryField(default=b"")
    given_on = models.DateField()
    channel = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Numbered in its case."""

        constraints = [models.UniqueConstraint(fields=["case", "number"], name="safety_house_return_number")]


class LookBack(models.Model):
    """What came of both expectations, after a return. The municipality's own; the house does not see it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="look_back")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    content_sealed = models.BinaryField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
