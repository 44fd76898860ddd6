"""What a resident lets somebody of their network hear and do, and whether they take part."""

from django.db import models

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.residents.models.households import NetworkMember
from houvast.residents.rules.networking import NetworkStep, TellingGround


class NetworkTurn(models.Model):
    """One step: what is allowed and on what ground, an invitation, a yes or a no, or the end. Rows are only added.

    `allowed` holds codes of `rules.networking.Allowed`; `words` are the resident's own.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_member = models.ForeignKey(NetworkMember, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=10, choices=[(step.value, step.name) for step in NetworkStep])
    on_date = models.DateField()
    allowed = models.JSONField(default=list)
    telling_ground = models.CharField(
        max_length=16, default=TellingGround.NONE.value, choices=[(each.value, each.name) for each in TellingGround]
    )
    words_sealed = models.BinaryField(default=b"")
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [
            models.UniqueConstraint(fields=["network_member", "number"], name="residents_networkturn_number")
        ]
