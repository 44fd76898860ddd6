"""Concerns and what was decided about them."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation, Team
from houvast.intake.models.points import ReportingPoint
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident
from houvast.vault.models import Key


class Concern(models.Model):
    """A worry that somebody reported, about one person as the reporter knew them.

    `identity` is the keyed hash under which the same incident and person is recognised, `incident_index` that of the
    incident alone. `decision` names the newest row of the history; the database moves it (`database.py`). `version`
    grows with every decision, so that two who decide at once are told apart. `not_residents` are the ids of residents
    of whom somebody said that it is not this person. After "straight out" only the fact, the date and the receiver
    remain: the fields about the person are emptied and the key is gone.
    """

    class State(models.TextChoices):
        """Where the concern is: waiting for a decision, waiting for a receiver's yes, or decided."""

        WAITING = "waiting"
        PASSED_ON = "passed_on"
        DECIDED = "decided"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ReportingPoint, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, null=True, on_delete=models.PROTECT, related_name="+")
    incident_number = models.CharField(max_length=40, blank=True)
    incident_index = models.CharField(max_length=64, blank=True, db_index=True)
    identity = models.CharField(max_length=64)
    reported_on = models.DateField()
    reported_time = models.TimeField(null=True)
    received_at = models.DateTimeField()
    entered_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    surname = models.CharField(max_length=120, blank=True)
    surname_prefix = models.CharField(max_length=30, blank=True)
    first_names = models.CharField(max_length=120, blank=True)
    birth_year = models.PositiveSmallIntegerField(default=0)
    birth_month = models.PositiveSmallIntegerField(default=0)
    birth_day = models.PositiveSmallIntegerField(default=0)
    sex = models.CharField(max_length=1, blank=True)
    street = models.CharField(max_length=120, blank=True)
    house_number = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    town = models.CharField(max_length=80, blank=True)
    bsn_sealed = models.BinaryField(default=b"")
    bsn_index = models.CharField(max_length=64, blank=True, db_index=True)
    text_sealed = models.BinaryField(default=b"")
    reporter_sealed = models.BinaryField(default=b"")
    wants_answer = models.BooleanField(default=False)
    themes = models.JSONField(default=list)
    urgency = models.CharField(max_length=20, blank=True)
    decide_before = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices)
    step = models.CharField(max_length=20)
    taken_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True)
    resident = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    not_residents = models.JSONField(default=list)
    decision = models.OneToOneField("TriageDecision", null=True, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=0)
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """An incident and a person make one concern; without its key nothing of a person is left."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "identity"], name="intake_concern_once"),
            models.CheckConstraint(
                condition=Q(key__isnull=False)
                | Q(
                    incident_number="",
                    incident_index="",
                    surname="",
                    surname_prefix="",
                    first_names="",
                    birth_year=0,
                    birth_month=0,
                    birth_day=0,
                    sex="",
                    street="",
                    house_number="",
                    postcode="",
                    town="",
                    bsn_index="",
                    resident__isnull=True,
                    case__isnull=True,
                ),
                name="intake_concern_emptied",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "state", "step", "decide_before"], name="intake_concern_queue"),
            models.Index(fields=["case"], name="intake_concern_case"),
        ]


class TriageDecision(models.Model):
    """What was decided about a concern, by whom and why. The rows stay; the last one counts.

    `outcome` is a `rules.triage.Outcome` or a `rules.triage.Move`. Which case a concern joined stands at the concern:
    of a concern that goes straight out later, no trace of a case may stay behind here.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20)
    reason = models.CharField(max_length=40, blank=True)
    reason_sealed = models.BinaryField(default=b"")
    decided_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    to_team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    accept_before = models.DateTimeField(null=True)
    receiver = models.CharField(max_length=40, blank=True)

    class Meta:
        """One row for each number; passing on names a team and a term."""

        constraints = [
            models.UniqueConstraint(fields=["concern", "number"], name="intake_decision_number"),
            models.CheckConstraint(
                condition=Q(outcome="passed_on", to_team__isnull=False, accept_before__isnull=False)
                | (~Q(outcome="passed_on") & Q(to_team__isnull=True, accept_before__isnull=True)),
                name="intake_decision_passed_on",
            ),
        ]


class PassOnAnswer(models.Model):
    """What the receiver of a passed-on concern said; without an answer in time it comes back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    decision = models.OneToOneField(TriageDecision, on_delete=models.PROTECT, related_name="answer")
    accepted = models.BooleanField()
    answered_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    reason_sealed = models.BinaryField(default=b"")
