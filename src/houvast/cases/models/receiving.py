"""Handing on: who is asked by name to take over, what they say, the aftercare, and how it goes since."""

from django.db import models

from houvast.cases.models.cases import Case
from houvast.cases.models.histories import PhasePeriod
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class ReceiverRequest(models.Model):
    """Somebody is asked to take over in the phase that began. Without a member it is a contact outside Houvast.

    The newest of a period counts; `function` is the one that the model lets lead there, empty for who works around it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    period = models.ForeignKey(PhasePeriod, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    contact_sealed = models.BinaryField(default=b"")
    function = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    accept_before = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["period", "number"], name="cases_receiverrequest_number")]


class ReceiverAnswer(models.Model):
    """What the receiver said; there is one answer at most. Of who works outside Houvast somebody records it."""

    class Outcome(models.TextChoices):
        """Accepted, refused with a reason, or withdrawn because somebody else was asked."""

        ACCEPTED = "accepted"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.OneToOneField(ReceiverRequest, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason_sealed = models.BinaryField(default=b"")
    channel = models.CharField(max_length=40, blank=True)
    given_on = models.DateField()
    answered_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()


class AftercarePlan(models.Model):
    """What is still done after going down or closing, what makes us scale up again, and when somebody asks."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    period = models.OneToOneField(PhasePeriod, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    what_sealed = models.BinaryField(default=b"")
    signs_sealed = models.BinaryField(default=b"")
    check_on = models.DateField()
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class PulseCheck(models.Model):
    """Somebody looked how it goes ("vinger aan de pols"); the newest counts."""

    class Outcome(models.TextChoices):
        """It goes well and nobody needs to ask again; it stays as it is; or it wants to go up again."""

        GOES_WELL = "goes_well"
        STAYS = "stays"
        SCALE_UP = "scale_up"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    aftercare = models.ForeignKey(AftercarePlan, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    text_sealed = models.BinaryField()
    check_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["aftercare", "number"], name="cases_pulsecheck_number")]
