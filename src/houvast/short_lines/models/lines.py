"""Lines from a team to a partner, who answers there, and when somebody said that it is still right."""

from django.db import models
from django.db.models import F, Q

from houvast.directory.models import Member, Municipality, Organisation, Team
from houvast.kernel.ids import new_id
from houvast.short_lines.rules.contacts import ContactState


class ShortLine(models.Model):
    """A line from a team to a partner. `name` is what the team calls it; `organisation` is None for who is not here.

    `contact` points at the newest row of its history.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    contact = models.OneToOneField("LineContact", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """A team has one line of a name at a time; an end has somebody who set it."""

        constraints = [
            models.UniqueConstraint(
                fields=["team", "name"], condition=Q(ended_at__isnull=True), name="short_lines_line_name"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="short_lines_line_end",
            ),
        ]


class LineContact(models.Model):
    """Who answers at the other end, since when; the next row is the end of this one. `until_on` is the last day.

    `phone`, `email` and `hours` are those of work. Somebody of the organisation stands in, or a person by name.
    """

    class State(models.TextChoices):
        """Who answers: somebody with a place in Houvast, a person by name, or nobody yet."""

        MEMBER = ContactState.MEMBER.value
        PERSON = ContactState.PERSON.value
        VACANT = ContactState.VACANT.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(ShortLine, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    since = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    hours = models.CharField(max_length=80, blank=True)
    until_on = models.DateField(null=True)
    stand_in = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    stand_in_name = models.CharField(max_length=120, blank=True)
    stand_in_phone = models.CharField(max_length=30, blank=True)
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for each number; the state says who is named; nobody stands in for oneself."""

        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="short_lines_contact_number"),
            models.CheckConstraint(
                condition=Q(state="member", member__isnull=False, name="")
                | (Q(state="person", member__isnull=True) & ~Q(name=""))
                | Q(state="vacant", member__isnull=True, name="", phone="", email="", until_on__isnull=True),
                name="short_lines_contact_state",
            ),
            models.CheckConstraint(
                condition=Q(stand_in__isnull=True)
                | (Q(stand_in_name="") & (Q(member__isnull=True) | ~Q(stand_in=F("member")))),
                name="short_lines_contact_stand_in",
            ),
        ]


class LineCheck(models.Model):
    """Somebody of the team said that a line is still right, with the contact that it had then."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(ShortLine, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(LineContact, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The newest one of a line is looked up."""

        indexes = [models.Index(fields=["line", "at"], name="short_lines_check_newest")]
