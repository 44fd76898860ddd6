"""The register of processing activities of a municipality, for who looks after privacy; and its log in that form."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from houvast.audit.models import Entry
from houvast.audit.register import activities_of
from houvast.audit.rules.activities import Activity, activity_id, activity_of
from houvast.audit.rules.data_processing import Processing, data_processing
from houvast.audit.services.act import REFUSED
from houvast.desk.selectors.log import LINES_AT_ONCE, LogFilter, entries_for, wanted_of
from houvast.directory.policy import may_read_log
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible


@dataclass(frozen=True, slots=True)
class RegisteredActivity:
    """An activity with its UUID; `number` counts how often the municipality changed it, 0 for what we began with."""

    id: UUID
    number: int
    activity: Activity


def register(reader: Viewer) -> tuple[RegisteredActivity, ...]:
    """Give the register, in one query. Raises `NotVisible`."""
    own = reader.municipality_id
    if not may_read_log(reader).allowed or own is None:
        raise NotVisible
    return tuple(
        RegisteredActivity(activity_id(own, activity.code), number, activity) for number, activity in activities_of(own)
    )


def processings(reader: Viewer, wanted: LogFilter) -> Iterator[dict[str, object]]:
    """Give entries in the form of Logboek Dataverwerkingen, oldest first, some at a time. Raises `NotVisible`."""
    rows = wanted_of(entries_for(reader), reader, wanted).order_by("at", "id")
    own, number = reader.municipality_id, version("houvast")
    if own is None:
        raise NotVisible
    for row in _some_at_a_time(rows):
        told = Processing(
            row.id, row.at, row.event, row.outcome == REFUSED, activity_id(own, activity_of(row.event)), row.case
        )
        yield data_processing(told, key=settings.HOUVAST_AUDIT_KEY, version=number)


def _some_at_a_time(rows: QuerySet[Entry]) -> Iterator[Entry]:
    """Read on from the last row: a cursor of the server would end with the transaction in which it began."""
    found = list(rows[:LINES_AT_ONCE])
    yield from found
    while len(found) == LINES_AT_ONCE:
        last = found[-1]
        found = list(rows.filter(Q(at__gt=last.at) | Q(at=last.at, id__gt=last.id))[:LINES_AT_ONCE])
        yield from found
