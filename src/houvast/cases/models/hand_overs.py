"""Asking somebody to take a seat, and a team to take a case. The question and its answer are rows that stay."""

from django.db import models

from houvast.cases.models.cases import Case
from houvast.cases.models.histories import Seat
from houvast.directory.models import Member, Municipality, Team
from houvast.kernel.ids import new_id


class HandOver(models.Model):
    """Somebody is asked to take a seat; the old holder stays until they accept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    responsibility = models.CharField(max_length=20)
    to_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40)
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    accept_before = models.DateTimeField()
    reason_sealed = models.BinaryField(default=b"")


class HandOverAnswer(models.Model):
    """The answer to a hand-over; there is one at most."""

    class Outcome(models.TextChoices):
        """Accepted, refused by who was asked, or withdrawn by who asked."""

        ACCEPTED = "accepted"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    hand_over = models.OneToOneField(HandOver, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    answered_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    reason_sealed = models.BinaryField(default=b"")


class TakeOverRequest(models.Model):
    """A team is asked to take a case over."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    to_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer_before = models.DateTimeField()
    reason_sealed = models.BinaryField()


class TakeOverAnswer(models.Model):
    """What became of the question: the team takes the case, gives it back with advice or shares it.

    Returns are counted. Or who asked took the question back; `advice` then says why.
    """

    class Outcome(models.TextChoices):
        """What the team does, or that the question was taken back."""

        ACCEPTED = "accepted"
        RETURNED = "returned"
        SHARED = "shared"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.OneToOneField(TakeOverRequest, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    answered_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    advice_sealed = models.BinaryField(default=b"")
