"""What a resident, or somebody beside them, says in a case on their own page; and that it was read."""

from django.db import models

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models.cases import Case
from houvast.cases.rules.own_words import READERS, WordsAbout
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident

_ABOUT = [(about.value, about.value) for about in WordsAbout]
_READERS = [(each.value, each.value) for each in Responsibility if each in READERS]


class OwnWords(models.Model):
    """What somebody says about `resident`'s case. The words are theirs and never change; `number` counts in the case.

    `source_id` is who takes part (a participant, of a higher room). Who that was, and what the words are about as it
    stood then, are sealed with them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    source_id = models.UUIDField(db_index=True)
    is_resident = models.BooleanField()
    about = models.CharField(max_length=10, choices=_ABOUT)
    about_id = models.UUIDField(null=True)
    by_sealed = models.BinaryField()
    stood_sealed = models.BinaryField()
    words_sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        """One row for each number."""

        constraints = [models.UniqueConstraint(fields=["case", "number"], name="cases_ownwords_number")]


class ResidentQuestion(models.Model):
    """What who leads a case asks one of its residents. The answer is own words, with this in `about_id`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    question_sealed = models.BinaryField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class OwnWordsRead(models.Model):
    """That who leads the case or its process read it: the first time of each of both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    own_words = models.ForeignKey(OwnWords, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    responsibility = models.CharField(max_length=20, choices=_READERS)
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Once for each of both."""

        constraints = [models.UniqueConstraint(fields=["own_words", "responsibility"], name="cases_ownwordsread_once")]
