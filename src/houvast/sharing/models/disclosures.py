"""What was shared with whom and why, and the consents on which that relied. Rows are only added."""

from django.db import models

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident


class Consent(models.Model):
    """That somebody said yes: to one thing (`meaning`), about one resident, for a time.

    `giver` is a `rules.consents.Giver`; what is sealed says who it was and what it was about.
    """

    class Meaning(models.TextChoices):
        """What somebody says yes to."""

        GROUND = "ground"
        LIFTING = "lifting"
        HELP = "help"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    meaning = models.CharField(max_length=10, choices=Meaning.choices)
    giver = models.CharField(max_length=20)
    giver_name_sealed = models.BinaryField(default=b"")
    about_sealed = models.BinaryField()
    channel = models.CharField(max_length=40)
    given_on = models.DateField()
    until_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """Looked up by case."""

        indexes = [models.Index(fields=["case", "until_on"], name="sharing_consent_running")]


class ConsentEnd(models.Model):
    """That a consent was withdrawn; what relied on it ended in the same second."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="end")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField(default=b"")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")


class Disclosure(models.Model):
    """What somebody wanted to share: with whom, for which purpose, on which ground. Also what was refused.

    `parts` are codes of parts; `notes`, `about` (residents) and `members` (who sees it) are hexadecimal ids. `code`,
    `version`, `law` and `purpose` say the ground in the words of that moment; `consents` are those that it relied on;
    `second_by` is the function of which somebody approves it first, "" for who else leads the case.
    The content is a `rules.content.DisclosureContent` under the key of the case.
    """

    class Way(models.TextChoices):
        """With whom something is shared."""

        MEMBER = "member"
        ORGANISATION = "organisation"
        TABLE = "table"
        HOUSE = "house"
        FROM_HOUSE = "from_house"
        OUTSIDE = "outside"
        KNOWN = "known"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    way = models.CharField(max_length=20, choices=Way.choices)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    table = models.UUIDField(null=True)
    members = models.JSONField(default=list)
    parts = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    about = models.JSONField(default=list)
    code = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=0)
    law = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=200, blank=True)
    route = models.CharField(max_length=20, blank=True)
    steps = models.JSONField(default=list)
    consents = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    second_by = models.CharField(max_length=40, blank=True)
    told_on = models.DateField(null=True)
    tell_before = models.DateField(null=True)
    until_on = models.DateField(null=True)
    content_sealed = models.BinaryField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """Numbered in its case."""

        constraints = [models.UniqueConstraint(fields=["case", "number"], name="sharing_disclosure_number")]


class DisclosureTurn(models.Model):
    """A row of the history of a disclosure: given, asked of a second person, refused, approved, told, withdrawn.

    `until_on` is the new last day when it was shortened.
    """

    class State(models.TextChoices):
        """What happened."""

        GIVEN = "given"
        ASKED = "asked"
        REFUSED = "refused"
        APPROVED = "approved"
        DECLINED = "declined"
        TOLD = "told"
        SHORTENED = "shortened"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    told_on = models.DateField(null=True)
    tell_before = models.DateField(null=True)
    until_on = models.DateField(null=True)
    reason_sealed = models.BinaryField(default=b"")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["disclosure", "number"], name="sharing_turn_number")]
