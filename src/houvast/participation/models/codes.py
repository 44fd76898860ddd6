"""The codes with which a participant comes in: one on paper that stays, and one on the telephone for some minutes."""

from django.db import models

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.participation.models.participants import Participant


class PersonalCode(models.Model):
    """A code that was handed over on paper: only its hash. The newest of a participant works, until `valid_until` if
    it was never used, and else until it is replaced or the participant ends.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    valid_until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["participant", "number"], name="participation_personal_number")]


class SignInCode(models.Model):
    """A code that was sent to the telephone of a participant: only its hash, for few tries and for once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["participant", "number"], name="participation_sign_in_number")]
