"""Load a request to act on it, and write a step in it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from houvast.accountability import policy, scopes
from houvast.accountability.models import RequestItem, RequestTurn, RightsRequest
from houvast.accountability.rules.request_content import write_held
from houvast.accountability.rules.requests import IdentityWay, RequestOutcome, RequestStep
from houvast.accountability.selectors.requests import (
    ITEM_PLACE,
    REASON_PLACE,
    RequestView,
    house_view,
    view_of,
)
from houvast.accountability.services.steps.loading import load_viewer, permit
from houvast.audit.services.act import Act
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible
from houvast.kernel.held import Held
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal, seal_under_both
from houvast.vault.selectors import keys_by_id

_OVER = "Dit verzoek is al beantwoord."


def load_request(
    acting: Act, actor: Actor, now: datetime, request_id: UUID
) -> tuple[Viewer, RightsRequest, RequestView]:
    """Give who handles a request, and the request, locked and open. Raises `NotVisible`, `Refused` or `Conflict`."""
    viewer, row = load_seen(acting, actor, now, request_id)
    view = view_of(viewer, row, now=now)
    permit(acting, view.may_handle)
    if view.standing.is_over:
        raise Conflict(_OVER)
    return viewer, row, view


def load_seen(acting: Act, actor: Actor, now: datetime, request_id: UUID) -> tuple[Viewer, RightsRequest]:
    """Give who acts, and a request that they see, locked. Raises `NotVisible` or `Refused`."""
    viewer, _ = load_viewer(acting, actor, now)
    acting.subject, acting.subject_id = "request", request_id
    permit(acting, policy.may_see_requests(viewer))
    # The request itself never changes, so on PostgreSQL it cannot be locked: its key stands for it.
    rows = scopes.requests(viewer).select_for_update(of=("key",)).select_related("key", "recorded_by")
    row = rows.filter(pk=request_id).first()
    if row is None:
        raise NotVisible
    return viewer, row


def load_for_house(
    acting: Act, actor: Actor, now: datetime, request_id: UUID
) -> tuple[Viewer, RightsRequest, RequestView]:
    """Give who acts for a house, and an open request that was put before it, locked, with its own part.

    Raises `NotVisible`, `Refused` for who does not see all files of the house, or `Conflict` when it gave its part.
    """
    viewer = viewer_of(actor, now=now)
    acting.subject, acting.subject_id = "request", request_id
    view = house_view(viewer, request_id, now=now)
    rows = scopes.requests_of_house(viewer).select_for_update(of=("key",)).select_related("key", "recorded_by")
    row = rows.get(pk=request_id)
    acting.municipality = row.municipality_id
    permit(acting, view.may_handle)
    if view.standing.is_over or view.took(RequestStep.HOUSE_GAVE, viewer.organisation_id):
        raise Conflict(_OVER)
    return viewer, row, view


def write_turn(
    row: RightsRequest,
    viewer: Viewer | None,
    now: datetime,
    step: RequestStep,
    *,
    how: IdentityWay | None = None,
    outcome: RequestOutcome | None = None,
    due_on: date | None = None,
    house: UUID | None = None,
    reason: str = "",
    ground: str = "",
) -> None:
    """Write the next step; `viewer` is None for what the sign-in of who asked made sure."""
    turn_id = new_id()
    RequestTurn.objects.create(
        id=turn_id,
        request=row,
        municipality_id=row.municipality_id,
        number=RequestTurn.objects.filter(request=row).count() + 1,
        step=step.value,
        how=how.value if how else "",
        outcome=outcome.value if outcome else "",
        ground=ground,
        due_on=due_on,
        house_id=house,
        reason_sealed=seal(row.key, reason.strip(), place=f"{REASON_PLACE}:{turn_id}") if reason.strip() else b"",
        by_id=viewer.member_id if viewer else None,
        at=now,
    )


def write_items(row: RightsRequest, items: Sequence[Held], *, now: datetime, house: UUID | None = None) -> None:
    """Copy what is held, each item also under the key of what it was copied from: it goes when that goes (ADR 0029)."""
    keys = keys_by_id({held.key_id for held in items if held.key_id})
    before = RequestItem.objects.filter(request=row).count()
    for number, held in enumerate(items, start=before + 1):
        item_id, key = new_id(), keys.get(held.key_id) if held.key_id else None
        RequestItem.objects.create(
            id=item_id,
            request=row,
            municipality_id=row.municipality_id,
            number=number,
            house_id=house,
            key=key,
            content_sealed=seal_under_both(row.key, key, write_held(held), place=f"{ITEM_PLACE}:{item_id}"),
            gathered_at=now,
        )
