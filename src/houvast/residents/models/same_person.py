"""That somebody of a network is the same person as a resident of the register, as somebody who leads a case says."""

from django.db import models
from django.db.models import Q

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.residents.models.households import NetworkMember
from houvast.residents.models.residents import Resident


class SamePerson(models.Model):
    """One network member is one resident, from a moment on, until somebody says that they are not after all."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_member = models.ForeignKey(NetworkMember, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Somebody of a network is one resident at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["network_member"], condition=Q(ended_at__isnull=True), name="residents_same_person_once"
            )
        ]
