"""Links by which a partner without an account answers one task, what ended them, and the codes before them."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case, CaseOrganisation
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.plans.models.tasks import Task, TaskStep


class TaskLink(models.Model):
    """A link to one task for one contact: only the hash of its secret. `step` is how the task stood when it was made.

    `asked_as` is the function of who made it: what the partner reads about who asks.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    step = models.ForeignKey(TaskStep, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(CaseOrganisation, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    days_after = models.PositiveSmallIntegerField()
    asked_as = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Links are read by their task."""

        indexes = [models.Index(fields=["task", "made_at"], name="plans_link_task")]


class TaskLinkEnd(models.Model):
    """That a link does not work any more: it was answered, withdrawn, or followed by another one.

    `answer` is the step of the task that the partner gave; `by` is None then.
    """

    class Cause(models.TextChoices):
        """What ended it."""

        ANSWERED = "answered"
        WITHDRAWN = "withdrawn"
        FOLLOWED = "followed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    link = models.OneToOneField(TaskLink, on_delete=models.PROTECT, related_name="end")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    answer = models.OneToOneField(TaskStep, null=True, on_delete=models.PROTECT, related_name="link_end")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """A partner answers with a step; a member ends a link without one."""

        constraints = [
            models.CheckConstraint(
                condition=Q(cause="answered", answer__isnull=False, by__isnull=True)
                | (~Q(cause="answered") & Q(answer__isnull=True, by__isnull=False)),
                name="plans_link_end_by_whom",
            )
        ]


class LinkCode(models.Model):
    """A code that was sent before a link opens: only its hash, for some minutes, for few tries, for once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    link = models.ForeignKey(TaskLink, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["link", "number"], name="plans_link_code_number")]
