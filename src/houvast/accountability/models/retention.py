"""Retention: periods, proposals to destroy with their answers, holds, and what was destroyed. All is only added to."""

from django.db import models
from django.db.models import F, Q

from houvast.accountability.rules import retention as rules
from houvast.directory.models import Member, Municipality
from houvast.kernel.clock_start import RecordKind as Kinds
from houvast.kernel.ids import new_id


class RetentionPeriod(models.Model):
    """One version of how long records of a kind are kept. The newest holds; below lies what everybody begins with."""

    class RecordKind(models.TextChoices):
        """Which records."""

        CASE = Kinds.CASE.value
        PLAN = Kinds.PLAN.value
        NOTE = Kinds.NOTE.value
        DOCUMENT = Kinds.DOCUMENT.value
        CONSULTATION = Kinds.CONSULTATION.value
        CONCERN = Kinds.CONCERN.value
        LONE_CONCERN = Kinds.LONE_CONCERN.value
        REPAIR_ROW = Kinds.REPAIR_ROW.value
        REFERRAL = Kinds.REFERRAL.value
        HOUSE_FILE = Kinds.HOUSE_FILE.value
        PERSON = Kinds.PERSON.value
        COLLEAGUE_QUESTION = Kinds.COLLEAGUE_QUESTION.value
        LOG = Kinds.LOG.value
        REQUEST = Kinds.REQUEST.value

    class CountedFrom(models.TextChoices):
        """From which day it is counted."""

        RECORD = rules.CountedFrom.RECORD.value
        CLOSING = rules.CountedFrom.CLOSING.value

    class Certainty(models.TextChoices):
        """How sure it is."""

        SOURCED = rules.Certainty.SOURCED.value
        CHECK = rules.Certainty.CHECK.value
        MADE_UP = rules.Certainty.MADE_UP.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    record_kind = models.CharField(max_length=20, choices=RecordKind.choices)
    record_ground = models.CharField(max_length=40, blank=True)
    organisation_kind = models.CharField(max_length=20, blank=True)
    number = models.PositiveIntegerField()
    years = models.PositiveSmallIntegerField()
    counted_from = models.CharField(max_length=10, choices=CountedFrom.choices)
    source = models.CharField(max_length=200)
    certainty = models.CharField(max_length=10, choices=Certainty.choices)
    active = models.BooleanField(default=True)
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "record_kind", "record_ground", "organisation_kind", "number"],
                name="accountability_period_number",
            )
        ]


class DestructionProposal(models.Model):
    """Somebody proposes to destroy one thing (`unit`), named by its kind and id, because of these `clocks`."""

    class Unit(models.TextChoices):
        """What is destroyed."""

        CASE = rules.UnitKind.CASE.value
        PARTNER_NOTE = rules.UnitKind.PARTNER_NOTE.value
        HOUSE_FILE = rules.UnitKind.HOUSE_FILE.value
        CONCERN = rules.UnitKind.CONCERN.value
        AGENDA_ITEM = rules.UnitKind.AGENDA_ITEM.value
        REPAIR_ROW = rules.UnitKind.REPAIR_ROW.value
        COLLEAGUE_QUESTION = rules.UnitKind.COLLEAGUE_QUESTION.value
        REQUEST = rules.UnitKind.REQUEST.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.CharField(max_length=20, choices=Unit.choices)
    unit_id = models.UUIDField()
    number = models.PositiveIntegerField()
    clocks = models.JSONField(default=list)
    proposed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["unit_id", "number"], name="accountability_proposal_number")]
        indexes = [models.Index(fields=["municipality", "proposed_at", "id"], name="accountability_proposal_page")]


class DestructionAnswer(models.Model):
    """The answer of a second person, or that the proposal was withdrawn; there is one at most."""

    class Outcome(models.TextChoices):
        """Approved or refused by another, or withdrawn by who proposed it."""

        APPROVED = "approved"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    class Reason(models.TextChoices):
        """Why not."""

        PERIOD = "period"
        NEEDED = "needed"
        ARCHIVE = "archive"
        MISTAKE = "mistake"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    proposal = models.OneToOneField(DestructionProposal, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    answered_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        """Who says no says why."""

        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="approved", reason="") | (~Q(outcome="approved") & ~Q(reason="")),
                name="accountability_answer_reason",
            )
        ]


class LegalHold(models.Model):
    """Something must stay, for a reason, until somebody looks again (`review_on`) and ends it."""

    class Reason(models.TextChoices):
        """Why it stays."""

        COURT = "court"
        COMPLAINT = "complaint"
        REQUEST = "request"
        INQUIRY = "inquiry"
        HERITAGE = "heritage"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.CharField(max_length=20, choices=DestructionProposal.Unit.choices)
    unit_id = models.UUIDField(db_index=True)
    reason = models.CharField(max_length=10, choices=Reason.choices)
    review_on = models.DateField()
    placed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()


class HoldEnd(models.Model):
    """That a hold does not hold any more."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    hold = models.OneToOneField(LegalHold, on_delete=models.PROTECT, related_name="end")
    ended_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField()


class Destruction(models.Model):
    """The certificate: what was destroyed, when, because of which clocks, and who proposed and approved it.

    It holds no personal data: ids, codes, counts and days. The people are ids, as in the log, because it comes back
    from the ledger into a database that may be older than they are. `also` are the ids of what went
    along: residents and concerns.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.CharField(max_length=20, choices=DestructionProposal.Unit.choices)
    unit_id = models.UUIDField()
    code = models.CharField(max_length=16, blank=True)
    also = models.JSONField(default=dict)
    clocks = models.JSONField(default=list)
    proposed_by_id = models.UUIDField(null=True)
    approved_by_id = models.UUIDField(null=True)
    destroyed_at = models.DateTimeField()

    class Meta:
        """Once, and by two people; by nobody what goes by itself after its own last day."""

        constraints = [
            models.UniqueConstraint(fields=["unit", "unit_id"], name="accountability_destroyed_once"),
            models.CheckConstraint(
                condition=Q(unit="colleague_question", proposed_by_id=None, approved_by_id=None)
                | Q(
                    ~Q(unit="colleague_question"),
                    ~Q(proposed_by_id=F("approved_by_id")),
                    proposed_by_id__isnull=False,
                    approved_by_id__isnull=False,
                ),
                name="accountability_destroyed_by_two",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-destroyed_at", "-id"], name="accountability_destroyed")]
