"""Where the clocks of what is known of residents start, for retention."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.residents.models import NetworkMember, Resident


def person_starts(resident_ids: Collection[UUID]) -> dict[UUID, list[ClockStart]]:
    """Give the clocks of residents and of their network, by resident; in two queries."""
    starts: dict[UUID, list[ClockStart]] = defaultdict(list)
    people = Resident.objects.filter(pk__in=resident_ids, key__destroyed_at=None)
    for pk, ground, organisation_id, first in people.values_list("pk", "ground", "organisation_id", "retention_from"):
        starts[pk].append(ClockStart(RecordKind.PERSON, ground, organisation_id, first))
    network = NetworkMember.objects.filter(resident_id__in=resident_ids)
    columns = ("resident_id", "ground", "organisation_id", "retention_from")
    for pk, ground, organisation_id, first in network.values_list(*columns):
        starts[pk].append(ClockStart(RecordKind.PERSON, ground, organisation_id, first))
    return starts
