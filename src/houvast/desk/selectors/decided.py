"""What was decided in cases during a meeting, in the sentences of the timeline: on the screen and in the minutes."""

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.decided_between import Decided, decided_between
from houvast.desk.rules.timeline import Happening, decision_sentence, period_sentence, seat_sentence
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam


def decided_in_cases(
    case_ids: Collection[UUID], since: datetime | None, until: datetime
) -> dict[UUID, tuple[Happening, ...]]:
    """Give what was decided in cases that the caller read through its own scope, oldest first; nothing before `since`.

    Of one moment the phase stands before the seats that follow from it.
    """
    if since is None:
        return {}
    found = decided_between(case_ids, since, until)
    return {case_id: tuple(sorted(_told(each), key=lambda line: line.at)) for case_id, each in found.items()}


def _told(decided: Decided) -> Iterator[Happening]:
    for phase in decided.phases:
        yield Happening(phase.at, *period_sentence(phase.cause.value, phase.phase, phase.former, phase.by))
    for each in decided.proposals:
        told = decision_sentence(each.outcome.value, each.from_phase, each.to_phase, each.by, "")
        yield Happening(each.at, *told)
    for seat in decided.seats:
        until = short(seat.until, in_amsterdam(seat.at).date()) if seat.until else ""
        told = seat_sentence(seat.responsibility, seat.state, seat.cause.value, seat.holder, "", until)
        yield Happening(seat.at, *told)
