"""Letters, and the texts that they begin with: only ever added to."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.letters.rules.kinds import LetterKind, LetterWay
from houvast.residents.models import NetworkMember, Resident


class Letter(models.Model):
    """A letter as it was made: to a resident of a case, or to somebody of their network."""

    class Kind(models.TextChoices):
        """What it is for."""

        INVITATION = LetterKind.INVITATION.value
        DECISION = LetterKind.DECISION.value
        SHARING = LetterKind.SHARING.value
        HAND_OVER = LetterKind.HAND_OVER.value
        CLOSING = LetterKind.CLOSING.value

    class Way(models.TextChoices):
        """How it reaches them."""

        POST = LetterWay.POST.value
        ELSEWHERE = LetterWay.ELSEWHERE.value
        BY_HAND = LetterWay.BY_HAND.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    resident = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    network_member = models.ForeignKey(NetworkMember, null=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=20, choices=Way.choices)
    content_sealed = models.BinaryField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """To one person. A list is of one case, newest first."""

        constraints = [
            models.CheckConstraint(
                condition=Q(resident__isnull=False, network_member__isnull=True)
                | Q(resident__isnull=True, network_member__isnull=False),
                name="letters_letter_to_one",
            )
        ]
        indexes = [models.Index(fields=["case", "made_at"], name="letters_case")]


class LetterSent(models.Model):
    """That a letter was posted or given, and on which day: from then on it stands on the own page of who it is to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="sent")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")


class LetterTemplate(models.Model):
    """One version of the text of a municipality for a kind of letter. The newest holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Letter.Kind.choices)
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=120)
    text = models.TextField()
    set_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "number"], name="letters_template_number")
        ]
