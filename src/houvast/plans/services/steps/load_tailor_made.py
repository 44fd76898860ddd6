"""Load tailor-made help to act on: visible to the actor, its case locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.act_in_case import LoadedCase, act_on_row
from houvast.kernel.actor import Actor
from houvast.plans import scopes
from houvast.plans.models import TailorMade
from houvast.plans.selectors.asked import case_of_tailor_made


@contextmanager
def acting_on_tailor_made(
    event: Event, tailor_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, TailorMade]]:
    """Act on visible tailor-made help; the caller permits. Raises `NotVisible`, on record."""
    scope, case_of = scopes.tailor_made, case_of_tailor_made
    with act_on_row(event, scope, tailor_id, "tailor_made", actor=actor, now=now, case_of=case_of) as found:
        yield found
