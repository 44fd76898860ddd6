"""The seats of before an urgent scaling, for reversing it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from houvast.ave.model import Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Seat
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.reversing import Turn, may_have_back, taken
from houvast.cases.services.steps.load_case import facts_of_seat
from houvast.cases.services.steps.people_of_case import is_of_case, residents_now
from houvast.directory.selectors import functions_of


def former_seats(
    case_id: UUID, model: Model, phase: int, *, scaled_at: datetime, now: datetime
) -> dict[Responsibility, Seat]:
    """Give the seats that the urgent scaling of `scaled_at` ended and that come back in `phase`: the rows of then.

    A seat is left out when its holder does not work there in that function any more, or does not belong to the case any
    more: then it is filled as in any other phase.
    """
    histories: dict[Responsibility, list[Seat]] = defaultdict(list)
    rows = Seat.objects.filter(case_id=case_id).select_related("member", "resident", "network_member")
    for row in rows.order_by("number"):
        histories[Responsibility(row.responsibility)].append(row)
    residents = residents_now(case_id)
    found = {}
    for responsibility, history in histories.items():
        place = taken([Turn(facts_of_seat(row), row.cause, row.since) for row in history], scaled_at)
        if place is not None and _comes_back(history[place], model, phase, residents, now):
            found[responsibility] = history[place]
    return found


def _comes_back(row: Seat, model: Model, phase: int, residents: Collection[UUID], now: datetime) -> bool:
    former = facts_of_seat(row)
    functions: frozenset[str] = frozenset()
    if former.member_id is not None:
        functions = functions_of(former.member_id, municipality_id=row.municipality_id, now=now)
    person = Choice(resident_id=former.resident_id, network_member_id=former.network_member_id)
    rule = model.seat(phase, Responsibility(row.responsibility))
    return may_have_back(rule, former, functions, of_case=is_of_case(person, residents))
