"""The one table that decides who sees which part of which case (ADR 0004)."""

from django.db import models
from django.db.models import Q

from houvast.cases.models.cases import Case
from houvast.cases.models.people import Note
from houvast.directory.models import Member, Municipality, Organisation, Team
from houvast.kernel.ids import new_id


class Access(models.Model):
    """A reason to see one part of one case: who, why, from when, until when, withdrawn when, and what caused it.

    `note` is the one note that somebody sees by it, where the part is a single note.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=20)
    relation = models.CharField(max_length=30)
    ground = models.CharField(max_length=40)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    source = models.CharField(max_length=20)
    source_id = models.UUIDField()
    note = models.ForeignKey(Note, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Access is for one member, one team or one organisation."""

        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=False, team__isnull=True, organisation__isnull=True)
                | Q(member__isnull=True, team__isnull=False, organisation__isnull=True)
                | Q(member__isnull=True, team__isnull=True, organisation__isnull=False),
                name="cases_access_one_viewer",
            ),
            models.CheckConstraint(condition=Q(note__isnull=True) | Q(part="note"), name="cases_access_note"),
        ]
        indexes = [
            models.Index(fields=["member", "part", "case"], name="cases_access_member"),
            models.Index(fields=["team", "part", "case"], name="cases_access_team"),
            models.Index(fields=["organisation", "part", "case"], name="cases_access_organisation"),
            models.Index(fields=["source_id"], name="cases_access_source"),
        ]
