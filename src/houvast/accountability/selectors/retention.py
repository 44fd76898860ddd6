"""Where the clock of a request starts, for retention: on the day of its answer."""

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import TruncDate

from houvast.accountability.models import RequestTurn, RightsRequest
from houvast.accountability.rules.requests import RequestStep
from houvast.kernel.clock_start import ClockStart, Kept, RecordKind, Stretch
from houvast.kernel.working_time import AMSTERDAM
from houvast.vault.selectors import still_kept


def kept_requests(stretch: Stretch) -> list[Kept]:
    """Give the requests that were answered, by the day of the answer; `code` is the number. In one query."""
    answers = RequestTurn.objects.filter(request=OuterRef("pk"), step=RequestStep.ANSWERED.value)
    rows = RightsRequest.objects.filter(Exists(answers), municipality_id=stretch.municipality_id)
    rows = rows.annotate(answered_on=TruncDate(Subquery(answers.values("at")[:1]), tzinfo=AMSTERDAM))
    found = still_kept(rows, stretch, since="answered_on")
    columns = ("pk", "number", "ground", "organisation_id", "answered_on")
    return [
        Kept(pk, on, [ClockStart(RecordKind.REQUEST, ground, organisation_id, on)], f"V-{number}")
        for pk, number, ground, organisation_id, on in found.values_list(*columns)
    ]
