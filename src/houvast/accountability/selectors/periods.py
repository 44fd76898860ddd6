"""How long what is kept, in a municipality."""

from uuid import UUID

from houvast.accountability import scopes
from houvast.accountability.models import RetentionPeriod
from houvast.accountability.rules.retention import Certainty, CountedFrom, Period, newest
from houvast.accountability.rules.retention_defaults import DEFAULTS
from houvast.kernel.clock_start import RecordKind


def periods_of(municipality_id: UUID) -> tuple[Period, ...]:
    """Give the periods that hold in a municipality, also those that are out of use; in one query."""
    return newest(DEFAULTS, [_period(row) for row in scopes.periods(municipality_id)])


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
