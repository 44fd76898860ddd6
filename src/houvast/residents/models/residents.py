"""Residents, and what was known of them before it was corrected."""

from django.db import models

from houvast.directory.models import Member, Municipality, Organisation
from houvast.kernel.ids import new_id
from houvast.residents.rules.reaching import Reach
from houvast.vault.models import Key


class Resident(models.Model):
    """A person whom cases and concerns are about. A birth date may be partly unknown: 0 stands for an unknown part.

    `version` grows with every correction, so that two who correct at once are told apart.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    key = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="+")
    surname = models.CharField(max_length=120)
    surname_prefix = models.CharField(max_length=30, blank=True)
    first_names = models.CharField(max_length=120, blank=True)
    search_name = models.CharField(max_length=260, db_index=True)
    birth_year = models.PositiveSmallIntegerField(default=0)
    birth_month = models.PositiveSmallIntegerField(default=0)
    birth_day = models.PositiveSmallIntegerField(default=0)
    sex = models.CharField(max_length=1, blank=True)
    street = models.CharField(max_length=120, blank=True)
    house_number = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    town = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    contact_wish = models.CharField(max_length=80, blank=True)
    reach = models.CharField(max_length=20, blank=True, choices=[(each.value, each.name) for each in Reach])
    mail_to = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=40, blank=True)
    interpreter = models.BooleanField(default=False)
    hidden_address = models.BooleanField(default=False)
    bsn_sealed = models.BinaryField(default=b"")
    bsn_index = models.CharField(max_length=64, blank=True)
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()
    version = models.PositiveIntegerField(default=0)

    class Meta:
        """A BSN means one resident inside a municipality."""

        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "bsn_index"], condition=~models.Q(bsn_index=""), name="residents_bsn_once"
            )
        ]
        indexes = [
            models.Index(fields=["municipality", "surname"], name="residents_surname"),
            models.Index(fields=["municipality", "birth_year", "birth_month", "birth_day"], name="residents_birth"),
        ]


class FormerData(models.Model):
    """What a resident's data were until somebody corrected them: only the fields that changed, sealed.

    `version` is the version of the resident that these values belonged to. Rows are only added.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    fields = models.JSONField()
    before_sealed = models.BinaryField()
    corrected_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    corrected_at = models.DateTimeField()
    ground = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    retention_from = models.DateField()

    class Meta:
        """A version was corrected once."""

        constraints = [models.UniqueConstraint(fields=["resident", "version"], name="residents_former_version")]
