"""Municipalities with the model they adopted, organisations and teams."""

from django.db import models

from houvast.kernel.ids import new_id


class Municipality(models.Model):
    """A municipality that works with Houvast. `spellings` are the other ways in which lists write its name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80, unique=True)
    spellings = models.JSONField(default=list, blank=True)
    region = models.CharField(max_length=40)
    many_organisations = models.PositiveSmallIntegerField(default=8)
    evening_phone = models.CharField(max_length=20, blank=True)
    evening_phone_name = models.CharField(max_length=80, blank=True)


class AdoptedModel(models.Model):
    """A version of the AVE model as a municipality adopted it: the text itself, so later edits change no old case."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    theme = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    adopted_at = models.DateTimeField()

    class Meta:
        """Versions of one municipality are numbered from 1."""

        constraints = [models.UniqueConstraint(fields=["municipality", "number"], name="directory_adopted_number")]


class Organisation(models.Model):
    """An organisation that has members: a municipality or a partner in the chain.

    `region` is where a partner works, as municipalities name it; empty means everywhere.
    """

    class Kind(models.TextChoices):
        """What kind of organisation it is."""

        MUNICIPALITY = "municipality"
        POLICE = "police"
        MENTAL_HEALTH = "mental_health"
        FACT = "fact"
        PROBATION = "probation"
        HOUSING = "housing"
        SHELTER = "shelter"
        PUBLIC_HEALTH = "public_health"
        SAFETY_HOUSE = "safety_house"
        SAFE_AT_HOME = "safe_at_home"
        OTHER = "other"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=120, unique=True)
    municipality = models.OneToOneField(Municipality, null=True, on_delete=models.PROTECT, related_name="+")
    phone = models.CharField(max_length=20, blank=True)
    region = models.CharField(max_length=40, blank=True)

    class Meta:
        """A municipal organisation is that of one municipality; a partner belongs to none."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="municipality", municipality__isnull=False)
                | (~models.Q(kind="municipality") & models.Q(municipality__isnull=True)),
                name="directory_organisation_municipality",
            )
        ]


class Team(models.Model):
    """A team, with the domain that is its ground."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    domain = models.CharField(max_length=20)
    phone = models.CharField(max_length=20, blank=True)

    class Meta:
        """A name means one team inside an organisation."""

        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="directory_team_name")]
