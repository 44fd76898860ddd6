"""Load a limit to act on: visible to the actor, its case locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.act_in_case import LoadedCase, act_on_row
from houvast.kernel.actor import Actor
from houvast.plans import policy, scopes
from houvast.plans.models import Limit


@contextmanager
def acting_on_limit(event: Event, limit_id: UUID, *, actor: Actor, now: datetime) -> Iterator[tuple[LoadedCase, Limit]]:
    """Act on a visible limit as who leads its case. Raises `NotVisible` or `Refused`, both on record."""
    with act_on_row(event, scopes.limits, limit_id, "limit", actor=actor, now=now) as (loaded, limit):
        # What is seen of a limit is judged by its scope; who sees it may act on it when they lead the case.
        loaded.permit(policy.may_limit(loaded.viewer, loaded.facts, is_care=False, sees_care=True))
        yield loaded, limit
