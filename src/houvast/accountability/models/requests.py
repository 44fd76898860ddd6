"""Requests of people about their own data, with what was done and gathered. All is only added to."""

from django.db import models
from django.db.models import F, Q

from houvast.accountability.rules.requests import HOUSE_STEPS
from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.participation.models import Participant
from houvast.residents.models import Resident
from houvast.vault.models import Key

_OF_HOUSE = [step.value for step in HOUSE_STEPS]


class RequestTerm(models.Model):
    """One version of within how many months a municipality answers. The newest holds; below lies the law."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    months = models.PositiveSmallIntegerField()
    extension = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number, and never longer than the law."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="accountability_term_number"),
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=1, extension__lte=2), name="accountability_term_law"
            ),
        ]


class RightsRequest(models.Model):
    """What somebody asks about their own data. `resident` is None when nobody of that name is known.

    `kind`, `asked_by` and `channel` are those of `rules.requests`; who it is stands in what is sealed. A member
    recorded it, or a participant asked it themselves, signed in by a `rules.asking.SignInWay`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    asked_by = models.CharField(max_length=16)
    channel = models.CharField(max_length=16)
    resident = models.ForeignKey(Resident, null=True, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    due_on = models.DateField()
    content_sealed = models.BinaryField()
    recorded_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, null=True, on_delete=models.PROTECT, related_name="+")
    signed_in = models.CharField(max_length=10, blank=True)
    recorded_at = models.DateTimeField()
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """Numbered inside a municipality; a list is ordered by term. Somebody recorded it, or asked it themselves."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="accountability_request_number"),
            models.CheckConstraint(
                condition=(Q(recorded_by__isnull=False, participant=None, signed_in="") & ~Q(channel="own_page"))
                | Q(recorded_by=None, participant__isnull=False, signed_in__in=["codes", "digid"], channel="own_page"),
                name="accountability_request_whose",
            ),
        ]
        indexes = [models.Index(fields=["municipality", "due_on", "id"], name="accountability_request_due")]


class RequestHandler(models.Model):
    """Who handles a request from then on, chosen by another; the newest holds. Without a row nobody handles it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(RightsRequest, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One row for each number; nobody chooses themselves."""

        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="accountability_handler_number"),
            models.CheckConstraint(condition=~Q(member=F("set_by")), name="accountability_handler_another"),
        ]


class GatheredCase(models.Model):
    """That what a case holds was gathered for a request: who knows the case sees that, and not what was asked."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(RightsRequest, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Once for each request."""

        constraints = [models.UniqueConstraint(fields=["request", "case"], name="accountability_gathered_once")]


class RequestTurn(models.Model):
    """A step in a request: a `rules.requests.RequestStep`, with what belongs to it.

    `ground` is why erasing was refused, a `rules.answers.ErasureRefusal`. `by` is None for what a sign-in proved.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(RightsRequest, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=16)
    how = models.CharField(max_length=16, blank=True)
    outcome = models.CharField(max_length=10, blank=True)
    ground = models.CharField(max_length=12, blank=True)
    due_on = models.DateField(null=True)
    house = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField(default=b"")
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One row for each number; each step is taken once, those of a house once by each house."""

        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="accountability_turn_number"),
            models.UniqueConstraint(
                fields=["request", "step"], condition=Q(house=None), name="accountability_turn_once"
            ),
            models.UniqueConstraint(
                fields=["request", "step", "house"],
                condition=Q(house__isnull=False),
                name="accountability_turn_of_house",
            ),
            models.CheckConstraint(
                condition=Q(step__in=_OF_HOUSE, house__isnull=False) | (~Q(step__in=_OF_HOUSE) & Q(house=None)),
                name="accountability_turn_whose",
            ),
            models.CheckConstraint(
                condition=Q(by__isnull=False) | Q(step__in=["identified", "put_before"]), name="accountability_turn_by"
            ),
        ]


class RequestItem(models.Model):
    """One thing that was gathered for a request, as it was then.

    It is sealed under the key of the request, and under `key` too, that of what it was copied from: it goes when either
    goes. `house` is the house that gathered it from its own file; the municipality does not read it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(RightsRequest, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    house = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(Key, null=True, on_delete=models.PROTECT, related_name="+")
    content_sealed = models.BinaryField()
    gathered_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["request", "number"], name="accountability_item_number")]


class ItemChoice(models.Model):
    """What somebody chose for an item: give it, shorten it (`words_sealed`) or leave it out. The newest holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(RequestItem, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(RightsRequest, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    answer = models.CharField(max_length=10)
    reason = models.CharField(max_length=16, blank=True)
    words_sealed = models.BinaryField(default=b"")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One row for each number; who leaves something out says why."""

        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="accountability_choice_number"),
            models.CheckConstraint(
                condition=Q(answer="whole", reason="") | (~Q(answer="whole") & ~Q(reason="")),
                name="accountability_choice_reason",
            ),
        ]


class RequestEffect(models.Model):
    """What a request brought about: a `rules.answers.EffectKind`, and the row elsewhere in which that was done."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(RightsRequest, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    subject = models.CharField(max_length=20, blank=True)
    subject_id = models.UUIDField(null=True, db_index=True)
    words_sealed = models.BinaryField(default=b"")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One row for each number; it names a row or says it in words."""

        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="accountability_effect_number"),
        ]
