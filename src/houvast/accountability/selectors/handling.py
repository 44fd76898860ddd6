"""Who handles a request, and who may be chosen for it. A lock-out decides, and never shows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from houvast.accountability import scopes
from houvast.accountability.models import RequestHandler, RightsRequest
from houvast.cases.selectors.shielding import kept_from
from houvast.directory.selectors import PRIVACY_OFFICER, NamedId, members_with_function
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible


def other_officers(viewer: Viewer, *, now: datetime) -> tuple[NamedId, ...]:
    """Give the privacy officers of the municipality but oneself, by name."""
    return tuple(each for each in _officers(viewer, now) if each.id != viewer.member_id)


def possible_handlers(viewer: Viewer, request_id: UUID, *, now: datetime) -> tuple[NamedId, ...]:
    """Give who may be chosen to handle a request from now on, by name. Raises `NotVisible`.

    Not who recorded it, not who handles it, not oneself, and not who is locked out of a case of that person.
    """
    row = scopes.requests(viewer).filter(pk=request_id).first()
    if row is None:
        raise NotVisible
    out = {member for member, _ in kept_from([row.resident_id], now=now)} if row.resident_id else set()
    newest = _newest(viewer, [row]).get(row.id)
    out |= {row.recorded_by_id} if row.recorded_by_id else set()
    out |= {newest.member_id} if newest else set()
    return tuple(each for each in other_officers(viewer, now=now) if each.id not in out)


def handlers_now(viewer: Viewer, rows: Sequence[RightsRequest], *, now: datetime) -> Mapping[UUID, NamedId]:
    """Give who handles each request now, by the request, in a fixed number of queries.

    Nobody does of who is no privacy officer any more, or was locked out of a case of that person.
    """
    officers = {each.id: each for each in _officers(viewer, now)}
    out = kept_from({row.resident_id for row in rows if row.resident_id}, now=now)
    newest = _newest(viewer, rows)
    chosen = ((row, newest[row.id].member_id) for row in rows if row.id in newest)
    return {row.id: officers[each] for row, each in chosen if each in officers and (each, row.resident_id) not in out}


def _newest(viewer: Viewer, rows: Sequence[RightsRequest]) -> Mapping[UUID, RequestHandler]:
    return {
        each.request_id: each for each in scopes.request_handlers(viewer).filter(request__in=rows).order_by("number")
    }


def _officers(viewer: Viewer, now: datetime) -> tuple[NamedId, ...]:
    if viewer.municipality_id is None:
        return ()
    found = members_with_function(viewer.municipality_id, [PRIVACY_OFFICER], now=now)
    return tuple(NamedId(each.id, each.name) for each in found)
