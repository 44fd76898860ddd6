"""Members with their functions, mandates, stand-ins and duos: all time-bound."""

from django.db import models

from houvast.directory.models.organisations import Organisation, Team
from houvast.kernel.ids import new_id


class Member(models.Model):
    """Somebody who works for an organisation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)


class MemberFunction(models.Model):
    """A function of the AVE model that a member holds for a time. `domain` is empty for a function without a ground."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40)
    domain = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=80)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        """Functions are looked up per member and per function."""

        indexes = [models.Index(fields=["function"], name="directory_function_code")]


class Mandate(models.Model):
    """A member may record decisions of another function (mayor, alderman) on its behalf ("namens")."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40)
    document = models.CharField(max_length=120)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)


class StandIn(models.Model):
    """A member who takes another's place for a time, and sees and may do what the other does."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    stand_in = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        """Nobody stands in for oneself."""

        constraints = [
            models.CheckConstraint(condition=~models.Q(member=models.F("stand_in")), name="directory_stand_in_other")
        ]


class Duo(models.Model):
    """Two members who share intake and work list, each within their own ground."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    first = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        """A duo is two people."""

        constraints = [models.CheckConstraint(condition=~models.Q(first=models.F("second")), name="directory_duo_two")]
