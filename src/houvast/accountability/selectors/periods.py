"""How long what is kept, in a municipality."""

from uuid import UUID

from houvast.accountability.models import RetentionPeriod
from houvast.accountability.rules.retention import Certainty, CountedFrom, Period, newest
from houvast.accountability.rules.retention_defaults import DEFAULTS
from houvast.kernel.clock_start import RecordKind


def periods_of(municipality_id: UUID) -> tuple[Period, ...]:
    """Give the periods that hold in a municipality, also those that are out of use; in one query."""
    rows = RetentionPeriod.objects.filter(municipality_id=municipality_id)
    return newest(DEFAULTS, [_period(row) for row in rows])


def versions_of(municipality_id: UUID, period: Period) -> tuple[RetentionPeriod, ...]:
    """Give what was set for the place of a period, the newest first."""
    kind, ground, organisation_kind = period.place
    rows = RetentionPeriod.objects.filter(
        municipality_id=municipality_id, record_kind=kind, record_ground=ground, organisation_kind=organisation_kind
    )
    return tuple(rows.select_related("set_by").order_by("-number"))


def _period(row: RetentionPeriod) -> Period:
    return Period(
        kind=RecordKind(row.record_kind),
        ground=row.record_ground,
        organisation_kind=row.organisation_kind,
        years=row.years,
        counted_from=CountedFrom(row.counted_from),
        source=row.source,
        certainty=Certainty(row.certainty),
        number=row.number,
        active=row.active,
    )
