"""A question that one table puts to another about an item, and the answer that comes back. Neither ever changes."""

from django.db import models

from houvast.consultation.models.items import AgendaItem
from houvast.consultation.models.tables import ConsultationTable
from houvast.directory.models import Member
from houvast.kernel.ids import new_id


class TableQuestion(models.Model):
    """What a table asks another one about an item; sealed under the key of that item.

    `answering_item` is where the other table discusses it; empty as long as it stands on no agenda there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    table = models.ForeignKey(ConsultationTable, on_delete=models.PROTECT, related_name="+")
    question_sealed = models.BinaryField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answering_item = models.ForeignKey(AgendaItem, null=True, on_delete=models.PROTECT, related_name="+")


class TableAnswer(models.Model):
    """How a question between tables ended: answered, not discussed there, or taken back. It comes once."""

    class Outcome(models.TextChoices):
        """How it ended."""

        ANSWERED = "answered"
        NOT_DISCUSSED = "not_discussed"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.OneToOneField(TableQuestion, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=15, choices=Outcome.choices)
    text_sealed = models.BinaryField(default=b"")
    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
