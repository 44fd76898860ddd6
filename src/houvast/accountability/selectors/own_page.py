"""What somebody asked on their own page about what is held, and how it stands: theirs alone.

No more than the answer itself gives: not what was gathered, not who handles it, not which house was asked.
"""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from houvast.accountability import scopes
from houvast.accountability.models import RequestTurn, RightsRequest
from houvast.accountability.rules.answers import ErasureRefusal
from houvast.accountability.rules.asking import OwnRequest, tells_reason
from houvast.accountability.rules.request_content import read_request
from houvast.accountability.rules.requests import RequestKind, RequestOutcome, RequestStep
from houvast.accountability.selectors.requests import CONTENT_PLACE, REASON_PLACE
from houvast.kernel.working_time import in_amsterdam
from houvast.participation.selectors.taking_part import Participating
from houvast.vault.sealing import unseal

_MOST = 20
_TOLD = (RequestStep.IDENTIFIED, RequestStep.EXTENDED, RequestStep.ANSWERED)


def own_requests(who: Participating) -> tuple[OwnRequest, ...]:
    """Give what this person asked here for this resident, newest first, in two queries at most; not what was destroyed.

    A page that was given anew tells what was asked on the one before it.
    """
    rows = scopes.requests_asked_by(who)
    found = list(rows.select_related("key").order_by("-number")[:_MOST])
    turns: dict[UUID, list[RequestTurn]] = defaultdict(list)
    for turn in RequestTurn.objects.filter(request__in=found, step__in=[each.value for each in _TOLD]):
        turns[turn.request_id].append(turn)
    return tuple(_told(row, turns[row.id]) for row in found)


def _told(row: RightsRequest, turns: Sequence[RequestTurn]) -> OwnRequest:
    by_step = {RequestStep(turn.step): turn for turn in turns}
    longer, answer = by_step.get(RequestStep.EXTENDED), by_step.get(RequestStep.ANSWERED)
    kind, outcome = RequestKind(row.kind), RequestOutcome(answer.outcome) if answer else None
    content = read_request(unseal(row.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}"))
    return OwnRequest(
        number=row.number,
        kind=kind,
        received_on=row.received_on,
        due_on=longer.due_on if longer and longer.due_on else row.due_on,
        reach=content.reach,
        is_checked=RequestStep.IDENTIFIED in by_step,
        longer=_reason(row, longer),
        answered_on=in_amsterdam(answer.at).date() if answer else None,
        outcome=outcome,
        reason=_reason(row, answer) if outcome and tells_reason(kind, outcome) else "",
        ground=ErasureRefusal(answer.ground) if answer and answer.ground else None,
    )


def _reason(row: RightsRequest, turn: RequestTurn | None) -> str:
    sealed = turn.reason_sealed if turn else b""
    return unseal(row.key, sealed, place=f"{REASON_PLACE}:{turn.id}") if turn and sealed else ""
