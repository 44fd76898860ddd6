"""Small tailor-made help, its decision and its outcome; and what a municipality set for it. All is only added to."""

from django.db import models
from django.db.models import F, Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.plans.rules import tailor_made as rules


class TailorMade(models.Model):
    """Help that is not on any list, made for one household. Amounts are whole cents.

    `limit_cents` is until which amount a case director decided alone at that moment. `content_sealed` is a
    `rules.tailor_made.TailorContent`. `decide_before` is None when nobody else decides.
    """

    class Way(models.TextChoices):
        """Who decides: the case director alone, or who is asked."""

        ALONE = rules.Way.ALONE.value
        ASKED = rules.Way.ASKED.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=Way.choices)
    cents = models.PositiveIntegerField()
    limit_cents = models.PositiveIntegerField()
    content_sealed = models.BinaryField()
    decide_before = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """It costs something; the amount says who decides; who is asked has a day."""

        constraints = [
            models.CheckConstraint(condition=Q(cents__gte=1), name="plans_tailormade_costs"),
            models.CheckConstraint(
                condition=Q(way="alone", cents__lte=F("limit_cents"), decide_before__isnull=True)
                | Q(way="asked", cents__gt=F("limit_cents"), decide_before__isnull=False),
                name="plans_tailormade_way",
            ),
        ]
        indexes = [models.Index(fields=["case", "at"], name="plans_tailormade_case")]


class TailorMadeDecision(models.Model):
    """What was decided, once. `on_behalf_of` is the function for which somebody with a mandate decided.

    `outcome_on` is when somebody asks what it brought; only what was granted has an outcome.
    """

    class Answer(models.TextChoices):
        """Granted, refused or taken back."""

        GRANTED = rules.TailorAnswer.GRANTED.value
        REFUSED = rules.TailorAnswer.REFUSED.value
        WITHDRAWN = rules.TailorAnswer.WITHDRAWN.value

    class Reason(models.TextChoices):
        """Why it was refused."""

        NO_MONEY = rules.RefusalReason.NO_MONEY.value
        OTHER_HELP = rules.RefusalReason.OTHER_HELP.value
        NO_EFFECT = rules.RefusalReason.NO_EFFECT.value
        NOT_ALLOWED = rules.RefusalReason.NOT_ALLOWED.value
        OTHER = rules.RefusalReason.OTHER.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tailor_made = models.OneToOneField(TailorMade, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    granted_cents = models.PositiveIntegerField(default=0)
    why_sealed = models.BinaryField()
    on_behalf_of = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField()
    outcome_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """What is granted has an amount and a day for its outcome; what is refused has a reason."""

        constraints = [
            models.CheckConstraint(
                condition=Q(answer="granted", granted_cents__gte=1, outcome_on__isnull=False, reason="")
                | (Q(answer="refused", granted_cents=0, outcome_on__isnull=True) & ~Q(reason=""))
                | Q(answer="withdrawn", granted_cents=0, outcome_on__isnull=True, reason=""),
                name="plans_tailormadedecision_answer",
            )
        ]
        indexes = [models.Index(fields=["municipality", "decided_on"], name="plans_tailormade_year")]


class TailorMadeOutcome(models.Model):
    """What it brought, and what it really cost."""

    class Brought(models.TextChoices):
        """Whether it helped."""

        HELPED = rules.Brought.HELPED.value
        HELPED_PARTLY = rules.Brought.HELPED_PARTLY.value
        DID_NOT_HELP = rules.Brought.DID_NOT_HELP.value
        NOT_DONE = rules.Brought.NOT_DONE.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tailor_made = models.OneToOneField(TailorMade, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    brought = models.CharField(max_length=20, choices=Brought.choices)
    words_sealed = models.BinaryField()
    spent_cents = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")


class TailorMadeSetting(models.Model):
    """One version of what a municipality set: the newest holds, earlier ones say what held then.

    `year` is 0 for the amount until which a case director decides alone: that holds in every year.
    """

    class Kind(models.TextChoices):
        """The amount, or the budget of a year."""

        LIMIT = rules.SettingKind.LIMIT.value
        BUDGET = rules.SettingKind.BUDGET.value

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    cents = models.PositiveIntegerField()
    set_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number; a budget has a year."""

        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "year", "number"], name="plans_tailormadesetting_number"
            ),
            models.CheckConstraint(
                condition=Q(kind="limit", year=0) | Q(kind="budget", year__gte=1), name="plans_tailormadesetting_year"
            ),
        ]
