"""Tasks and how they stand. What was agreed stays as it was; the newest step says what became of it."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation, Team
from houvast.kernel.ids import new_id
from houvast.residents.models import NetworkMember, Resident

_OWNERS = {
    "member": "member",
    "team": "team",
    "organisation": "partner",
    "resident": "resident",
    "network": "network_member",
}


def _one_owner() -> Q:
    """Say that just the column of the owner's kind is filled."""
    either = Q()
    for kind, filled in _OWNERS.items():
        empty = {f"{column}__isnull": True for column in _OWNERS.values() if column != filled}
        either |= Q(owner_kind=kind, **{f"{filled}__isnull": False}, **empty)
    return either


class Task(models.Model):
    """One agreement: what, who does it. `goal` names the goal of the plan that it serves, across its versions.

    `source` and `source_id` say where it was agreed: in the plan, or as a resolution of a meeting. `step` names the
    newest step; the database moves it.
    """

    class OwnerKind(models.TextChoices):
        """Who does it: somebody with an account, a team, an organisation without one, the resident, the network."""

        MEMBER = "member"
        TEAM = "team"
        ORGANISATION = "organisation"
        RESIDENT = "resident"
        NETWORK = "network"

    class Source(models.TextChoices):
        """Where it was agreed."""

        PLAN = "plan"
        RESOLUTION = "resolution"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    goal = models.UUIDField(null=True)
    what_sealed = models.BinaryField()
    owner_kind = models.CharField(max_length=12, choices=OwnerKind.choices)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    network_member = models.ForeignKey(NetworkMember, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=20, choices=Source.choices)
    source_id = models.UUIDField()
    step = models.OneToOneField("TaskStep", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """A task has one owner, of its kind."""

        constraints = [models.CheckConstraint(condition=_one_owner(), name="plans_task_one_owner")]
        indexes = [
            models.Index(fields=["case", "added_at"], name="plans_task_case"),
            models.Index(fields=["member"], name="plans_task_member"),
            models.Index(fields=["team"], name="plans_task_team"),
            models.Index(fields=["source_id"], name="plans_task_source"),
        ]


class TaskStep(models.Model):
    """How a task stands from a moment on, why, and until which day it has.

    `missing` is the code of the provision that is not there, from a short list (ADR 0012), "" where that was not asked
    yet; `asked` counts who was asked for it, and their names stand in `why_sealed`. `by` is None when somebody without
    an account answered.
    """

    class State(models.TextChoices):
        """How a task stands."""

        OPEN = "open"
        WAITING = "waiting"
        DONE = "done"
        NOT_DONE = "not_done"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    due_on = models.DateField(null=True)
    waiting_since = models.DateField(null=True)
    asked = models.PositiveSmallIntegerField(default=0)
    missing = models.CharField(max_length=40, blank=True, default="")
    why_sealed = models.BinaryField(default=b"")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for each number; an open task has a day; waiting says since when."""

        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="plans_step_number"),
            models.CheckConstraint(
                condition=~Q(state__in=["open", "waiting"]) | Q(due_on__isnull=False), name="plans_step_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", waiting_since__isnull=False)
                | (~Q(state="waiting") & Q(waiting_since__isnull=True)),
                name="plans_step_waits_since",
            ),
            models.CheckConstraint(condition=Q(state="waiting") | Q(missing=""), name="plans_step_misses"),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="plans_step_due")]
