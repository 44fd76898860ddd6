"""Cases, their numbers and their links."""

from django.db import models

from houvast.directory.models import AdoptedModel, Member, Municipality
from houvast.kernel.ids import new_id
from houvast.residents.models import Household
from houvast.vault.models import Key


class CaseNumber(models.Model):
    """The last number given out in a year; C-2026-0417 is number 417 of 2026."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)


class Case(models.Model):
    """What a municipality leads together with others, about a household or one person.

    The five pointers name the newest row of each history; the database moves them (`database.py`).
    """

    class Kind(models.TextChoices):
        """What the case is about."""

        HOUSEHOLD = "household"
        PERSON = "person"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=120)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    adopted_model = models.ForeignKey(AdoptedModel, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey(Household, null=True, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="+")
    domain = models.CharField(max_length=20)
    themes = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    phase_period = models.OneToOneField("PhasePeriod", on_delete=models.PROTECT, related_name="+")
    case_direction = models.OneToOneField("Seat", on_delete=models.PROTECT, related_name="+")
    process_direction = models.OneToOneField("Seat", on_delete=models.PROTECT, related_name="+")
    operational = models.OneToOneField("Seat", on_delete=models.PROTECT, related_name="+")
    administrative = models.OneToOneField("Seat", on_delete=models.PROTECT, related_name="+")
    returns = models.PositiveSmallIntegerField(default=0)
    relapses = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """Lists are paged by opening time and id inside a municipality."""

        indexes = [models.Index(fields=["municipality", "-opened_at", "-id"], name="cases_case_page")]


class CaseLink(models.Model):
    """Two cases that share a person, with the reason why they are not one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    linked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    class Meta:
        """Two different cases, linked once."""

        constraints = [
            models.UniqueConstraint(fields=["case", "other"], name="cases_link_once"),
            models.CheckConstraint(condition=~models.Q(case=models.F("other")), name="cases_link_two"),
        ]
