"""Where the clocks of what is known of residents start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.residents.models import FormerData, NetworkMember, Resident

_COLUMNS = ("ground", "organisation_id", "retention_from")


def person_starts(resident_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of residents, of what was corrected about them and of their network, by resident.

    In three queries.
    """
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    for rows in (
        Resident.objects.filter(pk__in=resident_ids, key__destroyed_at=None).values_list("pk", *_COLUMNS),
        FormerData.objects.filter(resident_id__in=resident_ids).values_list("resident_id", *_COLUMNS),
        NetworkMember.objects.filter(resident_id__in=resident_ids).values_list("resident_id", *_COLUMNS),
    ):
        for pk, ground, organisation_id, first in rows:
            starts[pk].append(ClockStart(RecordKind.PERSON, ground, organisation_id, first))
    return starts
