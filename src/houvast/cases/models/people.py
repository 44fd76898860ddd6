"""The people and organisations of a case, and what was written about them."""

from django.db import models

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident
from houvast.vault.models import Key


class CaseResident(models.Model):
    """A resident whom a case is about, for a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    is_child = models.BooleanField(default=False)
    role = models.CharField(max_length=40, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        """A resident is in a case once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["case", "resident"], condition=models.Q(until__isnull=True), name="cases_resident_once"
            )
        ]


class CaseOrganisation(models.Model):
    """An organisation around the people of a case, with whom to call. A treatment director is here, never a seat."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    contact_name = models.CharField(max_length=120, blank=True)
    contact_role = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    directs_treatment = models.BooleanField(default=False)
    people = models.PositiveSmallIntegerField(default=1)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)


class Note(models.Model):
    """What somebody brings into a case, sealed, on the ground of who wrote it and for whom they work.

    `ask_before_passing` is the writer's own limit; about police and justice it always holds (`rules.contributing`).
    What a partner wrote has a key of its own: it may have to go before the case does. Else it is that of the case.
    """

    class Part(models.TextChoices):
        """Which part of the case the note belongs to; who reads it follows from the matrix."""

        CARE = "care_notes"
        JUSTICE = "justice_notes"
        GENERAL = "general_notes"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=20, choices=Part.choices)
    shared_with_case = models.BooleanField(default=False)
    ask_before_passing = models.BooleanField(default=False)
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    key = models.OneToOneField(Key, null=True, on_delete=models.PROTECT, related_name="+")
    text_sealed = models.BinaryField()
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()


class PassingPermission(models.Model):
    """That who wrote a note lets it be passed on to one organisation. It is given once and stays on record."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        """One permission for each organisation."""

        constraints = [models.UniqueConstraint(fields=["note", "organisation"], name="cases_passingpermission_once")]
