"""Load a limit to act on: visible to the actor, its case locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import act, together
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.plans import policy, scopes
from houvast.plans.models import Limit


@contextmanager
def acting_on_limit(event: Event, limit_id: UUID, *, actor: Actor, now: datetime) -> Iterator[tuple[LoadedCase, Limit]]:
    """Act on a visible limit as who leads its case. Raises `NotVisible` or `Refused`, both on record."""
    with together():
        seen_by = viewer_of(actor, now=now)
        limit = scopes.limits(seen_by, now=now).filter(pk=limit_id).first()
        if limit is None:
            with act(event, actor=actor, now=now, municipality=seen_by.municipality_id) as acting:
                acting.subject, acting.subject_id = "limit", limit_id
                raise NotVisible
        with act_in_case(event, actor=actor, now=now, case_id=limit.case_id) as loaded:
            # What is seen of a limit is judged by its scope; who sees it may act on it when they lead the case.
            loaded.permit(policy.may_limit(loaded.viewer, loaded.facts, is_care=False, sees_care=True))
            yield loaded, limit
