"""Moving to another municipality: a case is offered there, and the answer. Both are rows that stay."""

from django.db import models
from django.db.models import Q

from houvast.cases.models.cases import Case
from houvast.cases.models.stays import CrossingGround
from houvast.directory.models import Member, Municipality, Team
from houvast.kernel.ids import new_id


class MoveOffer(models.Model):
    """A case is offered to another municipality, because who it is about moves there.

    The summary and `carried` (who it is about, and what was chosen to go with them) are fixed when it is offered:
    nothing else of the case goes over. `phase` is the phase of that moment. It asks one member or one team there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    to_municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    to_member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    to_team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=10, choices=CrossingGround.choices)
    ground_words_sealed = models.BinaryField()
    summary_sealed = models.BinaryField()
    carried_sealed = models.BinaryField()
    phase = models.PositiveSmallIntegerField()
    offered_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    answer_before = models.DateTimeField()

    class Meta:
        """Another municipality, and there one member or one team."""

        constraints = [
            models.CheckConstraint(condition=~Q(to_municipality=models.F("municipality")), name="cases_move_elsewhere"),
            models.CheckConstraint(
                condition=Q(to_member__isnull=False, to_team__isnull=True)
                | Q(to_member__isnull=True, to_team__isnull=False),
                name="cases_move_one_asked",
            ),
        ]


class MoveAnswer(models.Model):
    """What became of an offer; there is one answer at most. `new_case` is the case of the municipality that accepted.

    What was received is sealed anew under the key of that case; the reason under the key of the old one.
    """

    class Outcome(models.TextChoices):
        """Accepted or refused by who was asked, or withdrawn by who offered."""

        ACCEPTED = "accepted"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    offer = models.OneToOneField(MoveOffer, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    new_case = models.OneToOneField(Case, null=True, on_delete=models.PROTECT, related_name="+")
    received_sealed = models.BinaryField(default=b"")
    reason_sealed = models.BinaryField(default=b"")
    answered_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        """A case comes of an offer that was accepted, and of no other."""

        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="accepted", new_case__isnull=False)
                | (~Q(outcome="accepted") & Q(new_case__isnull=True)),
                name="cases_move_new_case",
            )
        ]
