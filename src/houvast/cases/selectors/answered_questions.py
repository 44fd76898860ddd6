"""What people answered who did not take over: for who asked them, and leads the case still."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import HandOverAnswer, TakeOverAnswer
from houvast.directory.viewer import Viewer

_MOST = 20


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """An answer: of a person who was asked to take a responsibility over, or of a team (`responsibility` is None)."""

    id: UUID
    case_id: UUID
    who: str
    responsibility: Responsibility | None
    shares: bool
    at: datetime


def answered_questions(
    viewer: Viewer, case_ids: Collection[UUID], *, since: datetime, now: datetime
) -> tuple[AnsweredQuestion, ...]:
    """Give what was answered since then to questions of the viewer in these visible cases, in two queries."""
    asked = {"case_id__in": case_ids, "asked_by_id__in": viewer.member_ids, "answer__answered_at__gte": since}
    refused = scopes.hand_overs(viewer, now=now).filter(**asked, answer__outcome=HandOverAnswer.Outcome.REFUSED)
    by_team = (TakeOverAnswer.Outcome.RETURNED, TakeOverAnswer.Outcome.SHARED)
    teams = scopes.take_over_requests(viewer, now=now).filter(**asked, answer__outcome__in=by_team)
    people = refused.values_list("id", "case_id", "to_member__name", "responsibility", "answer__answered_at")
    said = teams.values_list("id", "case_id", "to_team__name", "answer__outcome", "answer__answered_at")
    return (
        *(
            AnsweredQuestion(each, case_id, who, Responsibility(seat), shares=False, at=at)
            for each, case_id, who, seat, at in people[:_MOST]
        ),
        *(
            AnsweredQuestion(each, case_id, who, None, shares=outcome == TakeOverAnswer.Outcome.SHARED, at=at)
            for each, case_id, who, outcome, at in said[:_MOST]
        ),
    )
