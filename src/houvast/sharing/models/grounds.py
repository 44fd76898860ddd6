"""What a municipality set as its grounds for sharing, and the covenants on which they rely."""

from django.db import models

from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class GroundVersion(models.Model):
    """One version of an entry of the table of grounds. The newest holds; below lies what every table begins with.

    `receiver` is a `rules.grounds.ReceiverKind`; `covers` are codes of parts; `covenant` is the code of a covenant;
    `second_by` is a function, "" for who else leads the case.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=40, db_index=False)
    number = models.PositiveIntegerField()
    receiver = models.CharField(max_length=20)
    purpose = models.CharField(max_length=200)
    law = models.CharField(max_length=200)
    covers = models.JSONField(default=list)
    secrecy = models.BooleanField()
    consent = models.BooleanField()
    second = models.BooleanField()
    second_by = models.CharField(max_length=40, blank=True)
    covenant = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=200)
    confirmed = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["municipality", "code", "number"], name="sharing_ground_number")]


class CovenantVersion(models.Model):
    """One version of a covenant: parties, purpose, period, and where the document is kept. The newest holds.

    `answers` are hexadecimal ids of the municipalities that hear whether somebody is known here.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=40, db_index=False)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    parties = models.CharField(max_length=200)
    purpose = models.CharField(max_length=200)
    document = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField()
    warn_days = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=list)
    active = models.BooleanField(default=True)
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [
            models.UniqueConstraint(fields=["municipality", "code", "number"], name="sharing_covenant_number")
        ]


class SharingTerm(models.Model):
    """One version of a municipality's terms, in days (`rules.terms.SharingTerms`). The newest holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    share_days = models.PositiveSmallIntegerField()
    consent_days = models.PositiveSmallIntegerField()
    usual_days = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["municipality", "number"], name="sharing_term_number")]
