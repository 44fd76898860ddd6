"""What still runs in a case that is offered to another municipality: what is told, what ends unfinished."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases.rules.moves import goes_along
from houvast.cases.selectors import moments
from houvast.cases.selectors.moments import MomentLine
from houvast.consultation.rules.asking import QuestionState
from houvast.consultation.selectors import asking
from houvast.consultation.selectors.asking import QuestionLine
from houvast.directory.viewer import Viewer
from houvast.plans.selectors import tailor_made
from houvast.plans.selectors.tailor_made import WaitingTailorMade
from houvast.safety_house.rules.content import ReferralStanding
from houvast.safety_house.selectors import referrals
from houvast.safety_house.selectors.referrals import ReferralMark

_STILL_THERE = (ReferralStanding.ASKED, ReferralStanding.ACCEPTED)


@dataclass(frozen=True, slots=True)
class StillRunning:
    """As far as the viewer sees it: moments of which the receiver is told, and what ends with the old case."""

    told: tuple[MomentLine, ...]
    untold: tuple[MomentLine, ...]
    tailor_made: tuple[WaitingTailorMade, ...]
    referrals: tuple[ReferralMark, ...]
    questions: tuple[QuestionLine, ...]


def still_running(viewer: Viewer, case_id: UUID, *, now: datetime) -> StillRunning:
    """Give what runs, in five queries. A move that is expected is not in it: it is what happens."""
    lines = [each for each in moments.of_case(viewer, case_id, now=now) if each.is_expected and each.kind != "move"]
    marks = referrals.marks(viewer, [case_id], now=now)
    asked = asking.of_case(viewer, case_id, now=now)
    return StillRunning(
        told=tuple(each for each in lines if goes_along(each.kind)),
        untold=tuple(each for each in lines if not goes_along(each.kind)),
        tailor_made=tailor_made.waiting(viewer, now=now, until=date.max, case_id=case_id),
        referrals=tuple(each for each in marks if each.standing in _STILL_THERE),
        questions=tuple(each for each in asked if each.state is not QuestionState.ENDED),
    )
