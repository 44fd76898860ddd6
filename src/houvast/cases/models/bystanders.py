"""Neighbours and notifiers around a case: what they notice, what was agreed with them, and what they may hear."""

from django.db import models

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class Bystander(models.Model):
    """Somebody who lives near or who notified. They are not of the network: nobody asked the resident about them.

    Who they are is sealed, and told to nobody who asks what is held: it is another, who may have spoken in confidence.
    """

    class Kind(models.TextChoices):
        """What they are to the case."""

        NEIGHBOUR = "neighbour"
        NOTIFIER = "notifier"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    confidential = models.BooleanField(default=True)
    who_sealed = models.BinaryField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()


class BystanderTurn(models.Model):
    """What they notice, what was agreed with them, what they may hear, or that they take no part any more."""

    class Kind(models.TextChoices):
        """What is recorded."""

        NOTICED = "noticed"
        AGREED = "agreed"
        MAY_HEAR = "may_hear"
        OVER = "over"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    bystander = models.ForeignKey(Bystander, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text_sealed = models.BinaryField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
