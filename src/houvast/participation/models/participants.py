"""Who takes part in a case, and that it ended: only ever added to."""

from django.db import models
from django.db.models import F, Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.residents.models import NetworkMember, Resident

_KINDS = [(kind.value, kind.value) for kind in ParticipantKind]
_CAPACITIES = [(capacity.value, capacity.value) for capacity in Capacity]


class Participant(models.Model):
    """Somebody who takes part in a case about `resident`: a `person` of the register, or one of the network.

    Their name and number stand where they always stand, and are not copied. `sees_plan` says that the plan of the case
    is about this resident, as who gave the page decided: people may share a case, and not all of it. `allowed` are the
    parts that the resident lets somebody of the network see besides. `young_agrees` is what a young person who decides
    alone said about this parent or guardian.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=15, choices=_KINDS)
    capacity = models.CharField(max_length=12, choices=_CAPACITIES, blank=True)
    person = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    network_member = models.ForeignKey(NetworkMember, null=True, on_delete=models.PROTECT, related_name="+")
    sees_plan = models.BooleanField(default=False)
    young_agrees = models.BooleanField(default=False)
    allowed = models.JSONField(default=list)
    since = models.DateTimeField()
    given_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """One person each; who takes part for oneself is the resident, and the network is no person of the register."""

        constraints = [
            models.CheckConstraint(
                condition=Q(kind="self", person=F("resident"), network_member__isnull=True, capacity="")
                | (Q(kind="representative", person__isnull=False, network_member__isnull=True) & ~Q(capacity=""))
                | (Q(kind="representative", person__isnull=True, network_member__isnull=False) & ~Q(capacity=""))
                | Q(kind="network", person__isnull=True, network_member__isnull=False, capacity=""),
                name="participation_one_person",
            )
        ]
        indexes = [models.Index(fields=["case", "since"], name="participation_of_case")]


class ParticipantEnd(models.Model):
    """That somebody takes part no longer, because somebody who leads the case ended it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.OneToOneField(Participant, on_delete=models.PROTECT, related_name="end")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
