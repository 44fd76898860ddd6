"""Documents, their versions, and which document is a redacted copy of which: only ever added to."""

from django.db import models
from django.db.models import F, Q

from houvast.cases.models import Case, Note
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class Document(models.Model):
    """A document of a case, in one part of it. `current` names its newest version; the database moves it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=20, choices=Note.Part.choices)
    shared_with_case = models.BooleanField(default=False)
    kind = models.CharField(max_length=20)
    name_sealed = models.BinaryField()
    current = models.OneToOneField("DocumentVersion", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """A list is of one case, newest first."""

        indexes = [models.Index(fields=["case", "added_at"], name="documents_case")]


class DocumentVersion(models.Model):
    """A file as it came in. Its bytes stand in the store under this id, sealed under `file_key_sealed`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    file_name_sealed = models.BinaryField()
    file_format = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    file_key_sealed = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["document", "number"], name="documents_version_number")]


class RedactedCopy(models.Model):
    """That a document is a copy of another one with something left out: what, why, and on which ground in words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    original = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    left_out_sealed = models.BinaryField()
    why_sealed = models.BinaryField()
    ground_words_sealed = models.BinaryField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """Nothing is a copy of itself."""

        constraints = [models.CheckConstraint(condition=~Q(document=F("original")), name="documents_copy_of_another")]
