"""Crucial moments: when somebody goes in or out, who does what before and after it, and how it went."""

from django.db import models

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class CrucialMoment(models.Model):
    """A moment at which much goes wrong. `turn` names the newest row of its history; the database moves it."""

    class Kind(models.TextChoices):
        """What kind of moment it is."""

        CLINIC_IN = "clinic_in"
        CLINIC_OUT = "clinic_out"
        ASSESSED_ADMITTED = "assessed_admitted"
        ASSESSED_NOT_ADMITTED = "assessed_not_admitted"
        PSYCHOLANCE = "psycholance"
        PRISON_IN = "prison_in"
        PRISON_OUT = "prison_out"
        SHELTER_OUT = "shelter_out"
        MOVE = "move"
        SHELTER_ELSEWHERE = "shelter_elsewhere"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=25, choices=Kind.choices)
    about_sealed = models.BinaryField()
    planned_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    turn = models.OneToOneField("MomentTurn", on_delete=models.PROTECT, related_name="+")


class MomentTurn(models.Model):
    """A row of a moment's history: expected on a day, moved to another, happened, or cancelled."""

    class State(models.TextChoices):
        """How the moment stands."""

        EXPECTED = "expected"
        MOVED = "moved"
        HAPPENED = "happened"
        CANCELLED = "cancelled"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    moment = models.ForeignKey(CrucialMoment, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    on_date = models.DateField()
    until = models.DateField(null=True)
    reason_sealed = models.BinaryField(default=b"")
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """One row for each number; lists are read by day."""

        constraints = [models.UniqueConstraint(fields=["moment", "number"], name="cases_turn_number")]
        indexes = [models.Index(fields=["case", "state", "on_date"], name="cases_turn_near")]


class MomentContact(models.Model):
    """Whom to call at one side of a moment; the last row of a side counts."""

    class Side(models.TextChoices):
        """Where somebody comes from, or goes to."""

        FROM = "from"
        TO = "to"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    moment = models.ForeignKey(CrucialMoment, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=4, choices=Side.choices)
    name = models.CharField(max_length=120)
    organisation_name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["moment", "number"], name="cases_contact_number")]


class MomentItem(models.Model):
    """Something to do before or after a moment. `days` counts from its day, so the term moves along with it.

    `member` holds the item and reports it; without one the directors do. `report` names the newest report.
    """

    class Timing(models.TextChoices):
        """On which side of the moment it must be done."""

        BEFORE = "before"
        AFTER = "after"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    moment = models.ForeignKey(CrucialMoment, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    timing = models.CharField(max_length=6, choices=Timing.choices)
    days = models.SmallIntegerField()
    text_sealed = models.BinaryField()
    who_sealed = models.BinaryField()
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    report = models.OneToOneField("MomentReport", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One item for each number."""

        constraints = [models.UniqueConstraint(fields=["moment", "number"], name="cases_item_number")]


class MomentReport(models.Model):
    """What was said of an item: done, not done and why, or open again."""

    class State(models.TextChoices):
        """How the item stands."""

        DONE = "done"
        NOT_DONE = "not_done"
        OPEN = "open"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    moment_item = models.ForeignKey(MomentItem, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    text_sealed = models.BinaryField(default=b"")
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["moment_item", "number"], name="cases_report_number")]


class Checklist(models.Model):
    """A municipality's own list for one kind of moment; the highest number counts. Without one the shipped list does.

    `items` holds for each item its text, who does it, before or after, in how many days, and its source.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=25, choices=CrucialMoment.Kind.choices)
    number = models.PositiveSmallIntegerField()
    items = models.JSONField()
    set_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """Versions of one list are numbered from 1."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "number"], name="cases_checklist_number")
        ]
