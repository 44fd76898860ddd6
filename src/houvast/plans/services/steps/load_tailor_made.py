"""Load tailor-made help to act on: visible to the actor, its case locked until the act is over."""

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
from houvast.plans import scopes
from houvast.plans.models import TailorMade
from houvast.plans.selectors.asked import case_of_tailor_made


@contextmanager
def acting_on_tailor_made(
    event: Event, tailor_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, TailorMade]]:
    """Act on visible tailor-made help; the caller permits. Raises `NotVisible`, on record."""
    with together():
        seen_by = viewer_of(actor, now=now)
        found = scopes.tailor_made(seen_by, now=now).filter(pk=tailor_id).first()
        if found is None:
            with act(event, actor=actor, now=now, municipality=seen_by.municipality_id) as acting:
                acting.subject, acting.subject_id = "tailor_made", tailor_id
                acting.case = case_of_tailor_made(tailor_id)
                raise NotVisible
        with act_in_case(event, actor=actor, now=now, case_id=found.case_id) as loaded:
            yield loaded, found
