"""Load a wish of somebody's own page, for who leads the case; and write the answer to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.act_in_case import LoadedCase, act_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.participation import policy, scopes
from houvast.participation.models import Wish
from houvast.participation.services.make_wish import PLACE
from houvast.vault.sealing import seal

_ANSWERED = "Hier is al op geantwoord. De inwoner las dat antwoord, of kan het lezen."


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes or a no, in words for the resident, with what a yes gives."""

    is_granted: bool
    words: str = ""
    network_member_id: UUID | None = None
    new_on: date | None = None


@contextmanager
def acting_on_wish(event: Event, wish_id: UUID, *, actor: Actor, now: datetime) -> Iterator[tuple[LoadedCase, Wish]]:
    """Act on a wish without an answer, as who leads the case, which is locked.

    Raises `NotVisible`, `Refused`, or `Conflict`.
    """
    with act_on_row(event, scopes.wishes, wish_id, "wish", actor=actor, now=now) as (loaded, row):
        loaded.permit(policy.may_answer_wish(loaded.viewer, loaded.facts))
        loaded.about("wish", row.id, kind=row.kind)
        row.refresh_from_db()
        if row.answered_at is not None:
            raise Conflict(_ANSWERED)
        yield loaded, row


def write_answer(loaded: LoadedCase, row: Wish, answer: Answer, *, now: datetime) -> None:
    """Write the answer, once."""
    row.is_granted = answer.is_granted
    row.answer_sealed = seal(loaded.case.key, answer.words.strip(), place=f"{PLACE}.answer:{row.id}")
    row.network_member_id, row.new_on = answer.network_member_id, answer.new_on
    row.answered_by_id, row.answered_at = loaded.viewer.member_id, now
    row.save(update_fields=["is_granted", "answer_sealed", "network_member", "new_on", "answered_by", "answered_at"])
