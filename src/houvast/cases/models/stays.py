"""Stays elsewhere: somebody is in shelter in another municipality, which takes part for a time by an agreement."""

from django.db import models
from django.db.models import Q

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality, Team
from houvast.kernel.ids import new_id


class CrossingGround(models.TextChoices):
    """On what ground something of a case crosses to another municipality; the words beside it say the rest."""

    CONSENT = "consent"
    LAW = "law"


class StayElsewhere(models.Model):
    """The agreement between two municipalities. The case stays with the one that leads it; the host sees `parts`.

    `turn` names the newest row of its history; the database moves it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    host = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    host_member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    host_team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    parts = models.JSONField(default=list)
    ground = models.CharField(max_length=10, choices=CrossingGround.choices)
    ground_words_sealed = models.BinaryField()
    agreement_sealed = models.BinaryField()
    pays_sealed = models.BinaryField(default=b"")
    from_on = models.DateField()
    agreed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()
    turn = models.OneToOneField("StayTurn", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Another municipality, and there one member or one team."""

        constraints = [
            models.CheckConstraint(condition=~Q(host=models.F("municipality")), name="cases_stay_elsewhere"),
            models.CheckConstraint(
                condition=Q(host_member__isnull=False, host_team__isnull=True)
                | Q(host_member__isnull=True, host_team__isnull=False),
                name="cases_stay_one_host",
            ),
        ]


class StayTurn(models.Model):
    """A row of the history of a stay: agreed or extended until a last day, or ended on a day."""

    class State(models.TextChoices):
        """How the stay stands."""

        AGREED = "agreed"
        EXTENDED = "extended"
        ENDED = "ended"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    stay = models.ForeignKey(StayElsewhere, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    until_on = models.DateField()
    reason_sealed = models.BinaryField(default=b"")
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """One row for each number; Mijn werk looks for last days."""

        constraints = [models.UniqueConstraint(fields=["stay", "number"], name="cases_stay_number")]
        indexes = [models.Index(fields=["case", "state", "until_on"], name="cases_stay_near")]
