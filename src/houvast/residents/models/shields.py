"""From whom a resident is shielded: who may not find out where they are, how they are reached and who helps them."""

from django.db import models
from django.db.models import F, Q

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.residents.models.households import NetworkMember
from houvast.residents.models.residents import Resident


class Shield(models.Model):
    """A resident is shielded from one named other, since a moment, with a reason and a day to look again.

    It goes on after that day, until somebody ends it: a day that nobody looks at must not open anything.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    from_resident = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    from_network_member = models.ForeignKey(NetworkMember, null=True, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    review_on = models.DateField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason_sealed = models.BinaryField(default=b"")

    class Meta:
        """From one other, who is not the resident, and once at a time."""

        constraints = [
            models.CheckConstraint(
                condition=Q(from_resident__isnull=True) ^ Q(from_network_member__isnull=True),
                name="residents_shield_from_one",
            ),
            models.CheckConstraint(
                condition=Q(from_resident__isnull=True) | ~Q(from_resident=F("resident")),
                name="residents_shield_from_another",
            ),
            models.UniqueConstraint(
                fields=["resident", "from_resident"],
                condition=Q(ended_at__isnull=True),
                name="residents_shield_once",
            ),
            models.UniqueConstraint(
                fields=["resident", "from_network_member"],
                condition=Q(ended_at__isnull=True),
                name="residents_shield_once_net",
            ),
        ]
