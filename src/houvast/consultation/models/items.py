"""What stands on an agenda, who may see it, and who is there."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.consultation.models.tables import Meeting
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.vault.models import Key


class AgendaItem(models.Model):
    """One item of an agenda. An address, a group or a theme is nobody's case, and has a key of its own.

    `taken_off_at` says that it was taken off the agenda before it was discussed.
    """

    class Kind(models.TextChoices):
        """What an item is about."""

        CASE = "case"
        ADDRESS = "address"
        GROUP = "group"
        THEME = "theme"

    class Cause(models.TextChoices):
        """Why it stands on the agenda."""

        ASKED = "asked"
        SEAT_VACANT = "seat_vacant"
        SCALING_PROPOSED = "scaling_proposed"
        REVIEW_DUE = "review_due"
        MOMENT_NEAR = "moment_near"
        TABLE_ASKED = "table_asked"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, null=True, on_delete=models.PROTECT, related_name="+")
    title_sealed = models.BinaryField(default=b"")
    question_sealed = models.BinaryField(default=b"")
    cause = models.CharField(max_length=20, choices=Cause.choices)
    minutes = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    taken_off_at = models.DateTimeField(null=True)
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """About a case, or under a key of its own; a case stands on an agenda once."""

        constraints = [
            models.CheckConstraint(
                condition=Q(kind="case", case__isnull=False, key__isnull=True)
                | (~Q(kind="case") & Q(case__isnull=True, key__isnull=False)),
                name="consultation_item_case_or_key",
            ),
            models.UniqueConstraint(
                fields=["meeting", "case"],
                condition=Q(case__isnull=False, taken_off_at__isnull=True),
                name="consultation_item_case_once",
            ),
        ]
        indexes = [models.Index(fields=["meeting", "position"], name="consultation_item_order")]


class ItemMember(models.Model):
    """Who is invited to one item, from when until when. The chair needs no invitation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        """Invited once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["item", "member"], condition=Q(until_at__isnull=True), name="consultation_invited_once"
            )
        ]


class ItemGuest(models.Model):
    """A resident or supporter and their own item: how and when they were told that they may come, and what they said.

    Who was not asked is a row too, with the reason.
    """

    class Kind(models.TextChoices):
        """Who comes."""

        RESIDENT = "resident"
        SUPPORTER = "supporter"

    class ToldHow(models.TextChoices):
        """How somebody was told."""

        IN_PERSON = "in_person"
        PHONE = "phone"
        LETTER = "letter"
        MESSAGE = "message"

    class Answer(models.TextChoices):
        """Whether they come."""

        NOT_KNOWN = "not_known"
        COMES = "comes"
        DOES_NOT_COME = "does_not_come"
        NOT_ASKED = "not_asked"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    who_sealed = models.BinaryField(default=b"")
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=10, choices=ToldHow.choices, blank=True)
    answer = models.CharField(max_length=15, choices=Answer.choices, default=Answer.NOT_KNOWN)
    why_sealed = models.BinaryField(default=b"")
    present = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Either told when and how, or not asked; who was not asked is not counted as there."""

        constraints = [
            models.CheckConstraint(
                condition=Q(answer="not_asked", told_on__isnull=True, told_how="", present=False)
                | (~Q(answer="not_asked") & Q(told_on__isnull=False) & ~Q(told_how="")),
                name="consultation_guest_told_or_not",
            )
        ]


class Presence(models.Model):
    """Whether a member is at a meeting, as noted last."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    present = models.BooleanField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One word about each member."""

        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="consultation_presence_once")]
