"""What somebody wishes on their own page, and the answer to it: written once, and answered once."""

from django.db import models
from django.db.models import Q

from houvast.cases.models import Case
from houvast.directory.models import Member, Municipality
from houvast.kernel.ids import new_id
from houvast.participation.models.participants import Participant
from houvast.participation.rules.wishing import DATES, WishKind
from houvast.residents.models import NetworkMember, Resident

_KINDS = [(kind.value, kind.value) for kind in WishKind]
_SOMEBODY, _DATES = WishKind.SOMEBODY.value, [kind.value for kind in DATES]
_OPEN = Q(is_granted__isnull=True, answered_by__isnull=True, answered_at__isnull=True)
_ANSWERED = Q(is_granted__isnull=False, answered_by__isnull=False, answered_at__isnull=False)
_GIVES_NOBODY, _GIVES_NO_DAY = Q(network_member__isnull=True), Q(new_on__isnull=True)


class Wish(models.Model):
    """Somebody whom `participant` proposes for the network of `resident`, or another date that they ask for.

    Whom they propose is nobody in the register: a yes makes `network_member`, by the verb for that. `about_id` is the
    crucial moment or the item of a meeting of which the date does not suit; a yes says the new day in `new_on`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=_KINDS)
    about_id = models.UUIDField(null=True)
    stood_sealed = models.BinaryField()
    name_sealed = models.BinaryField()
    relation_sealed = models.BinaryField()
    phone_sealed = models.BinaryField()
    words_sealed = models.BinaryField()
    at = models.DateTimeField()
    is_granted = models.BooleanField(null=True)
    answer_sealed = models.BinaryField(default=b"")
    network_member = models.ForeignKey(NetworkMember, null=True, on_delete=models.PROTECT, related_name="+")
    new_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """A date is about something; and an answer is whole: a yes gives what was wished."""

        constraints = [
            models.CheckConstraint(
                condition=Q(kind=_SOMEBODY, about_id__isnull=True) | Q(kind__in=_DATES, about_id__isnull=False),
                name="participation_wish_about",
            ),
            models.CheckConstraint(
                condition=(_OPEN & _GIVES_NOBODY & _GIVES_NO_DAY)
                | (_ANSWERED & Q(is_granted=False) & _GIVES_NOBODY & _GIVES_NO_DAY)
                | (_ANSWERED & Q(is_granted=True, kind=_SOMEBODY, network_member__isnull=False) & _GIVES_NO_DAY)
                | (_ANSWERED & Q(is_granted=True, kind__in=_DATES, new_on__isnull=False) & _GIVES_NOBODY),
                name="participation_wish_answer",
            ),
        ]
