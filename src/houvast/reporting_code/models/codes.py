"""Reporting codes and their steps. Rows are only added; all words are sealed under the key of the case."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.reporting_code.rules.steps import CodeOutcome, CodeStep
from houvast.residents.models import Resident

_REPORTS = [each.value for each in CodeOutcome if each.reports]
_OUTCOMES = [each.value for each in CodeOutcome]


class ReportingCode(models.Model):
    """That somebody began the *meldcode* about a resident of a case, and why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    why_sealed = models.BinaryField()
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """Read by case."""

        indexes = [models.Index(fields=["case", "begun_at"], name="reporting_code_case")]


class ReportingCodeStep(models.Model):
    """One step, on its day: what was done, or why the talk was left out. The decision has an outcome.

    `urgent` says that danger did not wait for the steps that are missing; then it was reported.
    """

    class Step(models.TextChoices):
        """The five steps of the law."""

        SIGNALS = CodeStep.SIGNALS.value
        CONSULT = CodeStep.CONSULT.value
        TALK = CodeStep.TALK.value
        WEIGH = CodeStep.WEIGH.value
        DECIDE = CodeStep.DECIDE.value

    class Outcome(models.TextChoices):
        """What the decision was."""

        REPORTED = CodeOutcome.REPORTED.value
        REPORTED_AND_HELP = CodeOutcome.REPORTED_AND_HELP.value
        HELP = CodeOutcome.HELP.value
        NEITHER = CodeOutcome.NEITHER.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reporting_code = models.ForeignKey(ReportingCode, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=10, choices=Step.choices)
    on_date = models.DateField()
    skipped = models.BooleanField(default=False)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    reported_on = models.DateField(null=True)
    urgent = models.BooleanField(default=False)
    words_sealed = models.BinaryField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for each number; only the talk is left out; only the decision has an outcome, a report its day."""

        constraints = [
            models.UniqueConstraint(fields=["reporting_code", "number"], name="reporting_code_step_number"),
            models.CheckConstraint(
                condition=Q(skipped=False) | Q(step=CodeStep.TALK.value), name="reporting_code_step_skipped"
            ),
            models.CheckConstraint(
                condition=Q(step=CodeStep.DECIDE.value, outcome__in=_OUTCOMES)
                | (~Q(step=CodeStep.DECIDE.value) & Q(outcome="")),
                name="reporting_code_step_outcome",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=_REPORTS, reported_on__isnull=False)
                | (~Q(outcome__in=_REPORTS) & Q(reported_on__isnull=True, urgent=False)),
                name="reporting_code_step_reported",
            ),
        ]
