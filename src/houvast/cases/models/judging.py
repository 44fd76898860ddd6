"""Weighing together: who is asked for a judgement of their own on a proposal, and what each says. Both stay."""

from django.db import models
from django.db.models import Q

from houvast.cases.models.cases import Case
from houvast.cases.models.scaling import ScalingProposal
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class JudgementRequest(models.Model):
    """Somebody is asked to judge a proposal. Without a member it is asked outside Houvast, by phone or mail.

    `function` is the one that the model names; it is empty for whom the director asks besides.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    proposal = models.ForeignKey(ScalingProposal, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer_before = models.DateTimeField()

    class Meta:
        """Nobody is asked twice about one proposal."""

        constraints = [
            models.UniqueConstraint(fields=["proposal", "member"], name="cases_judgementrequest_member"),
            models.UniqueConstraint(
                fields=["proposal", "organisation"],
                condition=Q(member__isnull=True),
                name="cases_judgementrequest_outside",
            ),
        ]


class PartnerJudgement(models.Model):
    """What somebody who was asked says: the risk in words, what must stay, and agreed or not and why. Never changed.

    `spoken_with` and `channel` are filled when it was given outside Houvast and a director recorded it.
    """

    class Stance(models.TextChoices):
        """Agreed with the proposal, or not."""

        AGREES = "agrees"
        DISAGREES = "disagrees"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.OneToOneField(JudgementRequest, on_delete=models.PROTECT, related_name="judgement")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=10, choices=Stance.choices)
    risk_sealed = models.BinaryField()
    must_stay_sealed = models.BinaryField()
    why_sealed = models.BinaryField()
    spoken_with_sealed = models.BinaryField(default=b"")
    channel = models.CharField(max_length=40, blank=True)
    given_on = models.DateField()
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
