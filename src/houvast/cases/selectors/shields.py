"""From whom the people of a case are shielded, and from whom they can be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors import network, residents, stays
from houvast.residents.selectors_shielding import ShieldLine, reasons, shields, to_review


@dataclass(frozen=True, slots=True)
class OtherLine:
    """Somebody from whom a person of the case can be shielded, with what they are."""

    other: Other
    name: str
    what: str


def shields_of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[ShieldLine, ...]:
    """Give from whom the people of a case are shielded, for who sees them; in one query."""
    rows = scopes.residents(viewer, now=now).filter(case_id=case_id, until__isnull=True)
    return shields(rows.values_list("resident_id", flat=True), now=now)


def reasons_of_shields(lines: Collection[ShieldLine], *, now: datetime) -> dict[UUID, str]:
    """Give why, by the id of the shield, for who leads the case: the caller asked the policy; in one query."""
    return reasons({line.resident_id for line in lines}, now=now) if lines else {}


def others_around(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[OtherLine, ...]:
    """Give who is or was in the case or its household, and who is in the network; in five queries."""
    rows = scopes.residents(viewer, now=now).filter(case_id=case_id).select_related("case")
    places = list(rows.order_by("since", "id"))
    roles = {row.resident_id: row.role for row in places}
    households = {row.case.household_id for row in places if row.case.household_id}
    roles = {**{stay.resident_id: stay.role for stay in stays(households)}, **roles}
    people = residents(list(roles), today=in_amsterdam(now).date())
    near = network([row.resident_id for row in places if row.until is None])
    residing = [OtherLine(Other(each.id), each.name, roles[each.id]) for each in people.values()]
    related = [OtherLine(Other(None, each.id), each.name, each.relation) for each in near]
    return (*sorted(residing, key=lambda line: line.name), *related)


def shields_to_review(viewer: Viewer, case_ids: Collection[UUID], until: date, *, now: datetime) -> dict[UUID, date]:
    """Give in which of these cases somebody looks again by a day whether a person is still to be shielded.

    In one query, and one more when there is any.
    """
    rows = scopes.residents(viewer, now=now).filter(case_id__in=list(case_ids), until__isnull=True)
    due = to_review(rows.values_list("resident_id", flat=True), until, now=now)
    places = rows.filter(resident_id__in=list(due)).order_by("since", "id").values_list("case_id", "resident_id")
    return {case_id: due[resident_id] for case_id, resident_id in places} if due else {}
