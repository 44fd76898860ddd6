"""Act in a case from a higher room: its verbs lock, see and record a case in the same way as those of this room."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from houvast.audit.events import Event
from houvast.audit.services.act import act, together
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible

__all__ = ["LoadedCase", "act_in_case", "act_on_row"]

Row = TypeVar("Row", bound=Model)


def _of_no_case(_: UUID) -> UUID | None:
    return None


@contextmanager
def act_in_case(event: Event, *, actor: Actor, now: datetime, case_id: UUID) -> Iterator[LoadedCase]:
    """Act on a visible case, locked until the act is over; what the higher room decides goes on record with it.

    Raises `NotVisible`. The caller permits itself with a verdict of its own policy.
    """
    with acting_on_case(event, actor=actor, now=now, case_id=case_id) as loaded:
        yield loaded


@contextmanager
def act_on_row(
    event: Event,
    scope: Callable[..., QuerySet[Row]],
    row_id: UUID,
    subject: str,
    *,
    actor: Actor,
    now: datetime,
    case_of: Callable[[UUID], UUID | None] = _of_no_case,
) -> Iterator[tuple[LoadedCase, Row]]:
    """Act on the case of a row of a higher room that the actor sees through its scope, as `act_in_case` does.

    `subject` is what the log calls such a row. `case_of` gives the case of one that is not seen, for the log alone. The
    row was read before its case was locked. Raises `NotVisible`, on record.
    """
    with together():
        seen_by = viewer_of(actor, now=now)
        row = scope(seen_by, now=now).filter(pk=row_id).first()
        if row is None:
            with act(event, actor=actor, now=now, municipality=seen_by.municipality_id) as acting:
                acting.subject, acting.subject_id, acting.case = subject, row_id, case_of(row_id)
                raise NotVisible
        with act_in_case(event, actor=actor, now=now, case_id=row.serializable_value("case_id")) as loaded:
            yield loaded, row
