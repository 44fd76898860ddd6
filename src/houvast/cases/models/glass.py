"""Breaking the glass: somebody opened a case for a few hours because nobody of it could be reached."""

from django.db import models

from houvast.cases.models.cases import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id


class GlassBreak(models.Model):
    """Who opened a case, why it could not wait, whom they tried to reach, and until when they see it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    tried_sealed = models.BinaryField()
    at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        """A privacy officer reads those of a municipality, newest first."""

        indexes = [models.Index(fields=["municipality", "at"], name="cases_glassbreak_at")]


class GlassJudgement(models.Model):
    """What somebody else said afterwards: whether it was right, and why. It is said once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    glass_break = models.OneToOneField(GlassBreak, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    was_right = models.BooleanField()
    words_sealed = models.BinaryField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
