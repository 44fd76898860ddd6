"""Load a link for who has it in hand: its case locked until the act is over, and only while the link works."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.act_from_outside import OutsideCase, act_from_outside
from houvast.kernel.actor import Actor, outsider
from houvast.kernel.errors import NotVisible
from houvast.plans.models import LinkCode, TaskLink
from houvast.plans.rules.links import PROVEN_FOR
from houvast.plans.selectors.link_state import with_state, working


@contextmanager
def acting_by_link(
    event: Event, link_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[OutsideCase, TaskLink]]:
    """Act by a link that works, as its contact. Raises `NotVisible`, on record when there is such a link."""
    case_id = TaskLink.objects.filter(pk=link_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotVisible
    with act_from_outside(event, actor=actor, now=now, case_id=case_id) as outside:
        outside.about("task_link", link_id)
        link = with_state(TaskLink.objects.filter(pk=link_id)).get()
        if actor != outsider(link.contact_id) or link.id not in working([link], now=now):
            raise NotVisible
        yield outside, link


def is_proven(link_id: UUID, proof: UUID | None, *, now: datetime) -> bool:
    """Say whether this is a code of the link that was given rightly, not too long ago."""
    codes = LinkCode.objects.filter(link_id=link_id, used_at__gt=now - PROVEN_FOR)
    return proof is not None and codes.filter(pk=proof).exists()
