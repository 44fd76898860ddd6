"""Households over time, and the network around people."""

from django.db import models

from houvast.directory.models import Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.residents.models.residents import Resident


class Household(models.Model):
    """People who live together, as far as a case knows."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)


class HouseholdMember(models.Model):
    """A resident is part of a household for a time; children are flagged."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    is_child = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        """A resident lives in a household once at a time, and does not leave before coming."""

        constraints = [
            models.UniqueConstraint(
                fields=["household", "resident"],
                condition=models.Q(until__isnull=True),
                name="residents_in_household_once",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="residents_household_in_order",
            ),
        ]


class NetworkMember(models.Model):
    """A relative, friend or neighbour of a resident who takes part in what goes on around them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=60)
    phone = models.CharField(max_length=20, blank=True)
    mail_to = models.CharField(max_length=120, blank=True)
    may_know = models.CharField(max_length=120, blank=True)
    call_first = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True)
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """One at most is called first about a resident."""

        constraints = [
            models.UniqueConstraint(
                fields=["resident"],
                condition=models.Q(call_first=True, until__isnull=True),
                name="residents_called_first_once",
            )
        ]
