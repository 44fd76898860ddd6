"""What a resident had put beside what is held about them, in their own words (AVG art. 16, 18 and 21)."""

from django.db import models

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident


class Statement(models.Model):
    """What a resident says of what is held in a case. The words are theirs and never change.

    A correction is asked and waits; an objection restricts sharing until it is settled (art. 18); an own view stands
    beside what was not corrected, for good. `source_id` is the request from which it came.
    """

    class Kind(models.TextChoices):
        """What they ask or say."""

        CORRECTION = "correction"
        OBJECTION = "objection"
        OWN_VIEW = "own_view"

    class About(models.TextChoices):
        """Beside what it is shown."""

        PEOPLE = "people"
        PLAN = "plan"
        NOTES = "notes"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    about = models.CharField(max_length=10, choices=About.choices)
    words_sealed = models.BinaryField()
    source_id = models.UUIDField()
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One request says a thing of each kind once in a case; sharing asks whether somebody objects."""

        constraints = [
            models.UniqueConstraint(fields=["source_id", "case", "kind"], name="cases_statement_once"),
        ]
        indexes = [models.Index(fields=["resident", "kind"], name="cases_statement_of")]


class StatementEnd(models.Model):
    """That it was settled: what was asked is done, or the objection was weighed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    statement = models.OneToOneField(Statement, on_delete=models.PROTECT, related_name="end")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
