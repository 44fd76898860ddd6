"""Tables, who sits at them, and their meetings."""

from django.db import models
from django.db.models import Q

from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id


class ConsultationTable(models.Model):
    """A standing group that discusses cases. `municipality` keeps it; `region` names the region that it serves, if one.

    The agenda closes `cutoff_days` before a meeting; then only the chair adds to it. `phases` are those of the cases
    that it discusses; empty means all.
    """

    class Kind(models.TextChoices):
        """What kind of table it is."""

        MDO = "mdo"
        OOV = "oov"
        OGGZ = "oggz"
        TVO = "tvo"
        SAFETY_HOUSE = "safety_house"
        LOCAL = "local"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    region = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    chair = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    rhythm = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True)
    usual_start = models.TimeField()
    usual_minutes = models.PositiveSmallIntegerField(default=90)
    cutoff_days = models.PositiveSmallIntegerField(default=2)
    legal_ground = models.CharField(max_length=200)
    phases = models.JSONField(default=list)
    active = models.BooleanField(default=True)

    class Meta:
        """A name means one table inside a municipality."""

        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="consultation_table_name")]


class TableMember(models.Model):
    """An organisation at a table for a time, with the person who comes; without one the organisation itself sits."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    table = models.ForeignKey(ConsultationTable, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        """A person sits at a table once at a time, and so does an organisation without a person."""

        constraints = [
            models.UniqueConstraint(
                fields=["table", "member"],
                condition=Q(until__isnull=True, member__isnull=False),
                name="consultation_member_once",
            ),
            models.UniqueConstraint(
                fields=["table", "organisation"],
                condition=Q(until__isnull=True, member__isnull=True),
                name="consultation_organisation_once",
            ),
        ]


class Meeting(models.Model):
    """One meeting of a table, with who leads it. Closing it fixes its minutes."""

    class State(models.TextChoices):
        """Where the meeting is; only forward."""

        PLANNED = "planned"
        OPEN = "open"
        CLOSED = "closed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    table = models.ForeignKey(ConsultationTable, on_delete=models.PROTECT, related_name="+")
    chair = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    planned_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """A meeting ends after it starts, and says since when it is open or closed."""

        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=models.F("starts_at")), name="consultation_meeting_ends"),
            models.CheckConstraint(
                condition=Q(state="planned", opened_at__isnull=True, closed_at__isnull=True)
                | Q(state="open", opened_at__isnull=False, closed_at__isnull=True)
                | Q(state="closed", opened_at__isnull=False, closed_at__isnull=False),
                name="consultation_meeting_state",
            ),
            models.UniqueConstraint(fields=["table", "starts_at"], name="consultation_meeting_once"),
        ]
