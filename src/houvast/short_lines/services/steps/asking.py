"""Where the words of a question are sealed, and loading one to act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import Act, act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_lines import who_sign_in
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines import scopes
from houvast.short_lines.models import ColleagueQuestion, LineContact
from houvast.short_lines.rules.asking import whose_turn

PLACE = "short_lines_colleaguequestion"


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is along a line, and the stand-in when that is somebody who can answer."""

    member_id: UUID | None
    stand_in_id: UUID | None


def turn_of(contact: LineContact, *, passed: bool, now: datetime) -> Turn:
    """Say whose turn it is, in one query."""
    people = [each for each in (contact.member_id, contact.stand_in_id) if each is not None]
    able = frozenset(who_sign_in(now=now).filter(member_id__in=people))
    over = contact.until_on is not None and contact.until_on < in_amsterdam(now).date()
    stand_in = contact.stand_in_id if contact.stand_in_id in able else None
    return Turn(whose_turn(None if over else contact.member_id, stand_in, able, passed=passed), stand_in)


@dataclass(frozen=True, slots=True)
class LoadedQuestion:
    """A visible question, locked, inside the act that changes it."""

    acting: Act
    viewer: Viewer
    row: ColleagueQuestion
    turn: Turn


@contextmanager
def acting_on_question(event: Event, question_id: UUID, *, actor: Actor, now: datetime) -> Iterator[LoadedQuestion]:
    """Act on a question that the actor asked, or whose turn it is. Raises `NotVisible`."""
    with act(event, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = (
            viewer.municipality_id,
            "colleague_question",
            question_id,
        )
        if not scopes.questions(viewer, now=now).filter(pk=question_id).exists():
            raise NotVisible
        ColleagueQuestion.objects.select_for_update().get(pk=question_id)
        row = ColleagueQuestion.objects.select_related("key", "line__contact").get(pk=question_id)
        acting.municipality = row.line.municipality_id
        turn = turn_of(row.line.contact, passed=row.passed_at is not None, now=now)
        yield LoadedQuestion(acting, viewer, row, turn)
