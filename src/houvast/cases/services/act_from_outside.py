"""Act in a case for somebody without an account, whom a higher room has let in by what they proved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import Act, Detail, act
from houvast.cases.models import Case
from houvast.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class OutsideCase:
    """A locked case, inside the act. It says nothing of who leads it: who acts from outside sees nothing of it."""

    acting: Act
    case: Case

    def about(self, subject: str, subject_id: UUID, **details: Detail) -> None:
        """Put on record what the act was about: ids and codes only."""
        self.acting.subject, self.acting.subject_id = subject, subject_id
        self.acting.details.update(details)


@contextmanager
def act_from_outside(event: Event, *, actor: Actor, now: datetime, case_id: UUID) -> Iterator[OutsideCase]:
    """Act in a case, locked until the act is over. The higher room judges whether this actor may."""
    with act(event, actor=actor, now=now, case=case_id) as acting:
        Case.objects.select_for_update().get(pk=case_id)
        case = Case.objects.select_related("key").get(pk=case_id)
        acting.municipality = case.municipality_id
        yield OutsideCase(acting, case)
