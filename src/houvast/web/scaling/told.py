"""A proposal and its decisions, as something to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from houvast.cases.models import FollowUp, ScalingDecision
from houvast.cases.selectors.bands import FoundCase, by_ids
from houvast.cases.selectors.children import children_in
from houvast.cases.selectors.scalings import DecisionLine, Scaling, follow_ups_of
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.door import DoorRequest
from houvast.web.scaling import wording
from houvast.web.scaling.criteria import TICKED, GroupMark, group_marks
from houvast.web.scaling.handed_on import handed_on
from houvast.web.scaling.weighing import Weighing, weighing

OUTCOMES = {
    ScalingDecision.Outcome.APPROVED: "Akkoord",
    ScalingDecision.Outcome.REFUSED: "Afgewezen",
    ScalingDecision.Outcome.WITHDRAWN: "Ingetrokken",
    ScalingDecision.Outcome.URGENT: "Met spoed opgeschaald",
    ScalingDecision.Outcome.CONFIRMED: "Spoed bevestigd",
    ScalingDecision.Outcome.REVERSED: "Spoed teruggedraaid",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What was proposed and why, and what was decided."""

    by: str
    criteria: tuple[GroupMark, ...]
    why: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, str], ...]
    weighing: Weighing | None
    handed_on: tuple[tuple[str, str], ...]
    heard: tuple[tuple[str, str], ...]


def told(viewer: Viewer, scaling: Scaling, *, now: datetime) -> Told:
    """Give a proposal and its decisions to read."""
    proposal = scaling.proposal
    return Told(
        by=f"{proposal.proposed_by}, {moment(proposal.proposed_at, now)}",
        criteria=group_marks(scaling.boundary.criteria, frozenset(proposal.criteria), TICKED),
        why=tuple(_why(viewer, scaling, now)),
        decisions=tuple(_decision(scaling, decision, now) for decision in scaling.decisions),
        weighing=weighing(viewer, scaling, now=now),
        handed_on=tuple(handed_on(viewer, scaling, now)),
        heard=tuple(_heard(viewer, scaling, now)),
    )


def _heard(viewer: Viewer, scaling: Scaling, now: datetime) -> Iterator[tuple[str, str]]:
    """Say how the resident was heard about what was decided: when, how and in which words; or why not, or not yet."""
    for decision in scaling.decisions:
        if decision.follow_up_before is None:
            continue
        lines = [each for each in follow_ups_of(viewer, decision.id, now=now) if each.item == FollowUp.Item.HEARD]
        if not lines:
            yield "Nog niet vastgelegd", f"Aan te vullen, {wording.term(decision.follow_up_before, now)}."
            continue
        day, done = wording.day(lines[-1].on_date, now), lines[-1].state == FollowUp.State.DONE
        said = f"{lines[-1].text} (vastgelegd door {lines[-1].recorded_by})"
        yield (f"Gehoord op {day}" if done else f"Nog niet gehoord, opnieuw op {day}"), said


def _why(viewer: Viewer, scaling: Scaling, now: datetime) -> Iterator[tuple[str, str]]:
    proposal = scaling.proposal
    yield "Reden", proposal.reason
    children = [proposal.children, *(decision.children for decision in scaling.decisions)]
    if any(children):
        who = children_in(viewer, scaling.found.band.case_id, now=now)
        yield f"Wat dit betekent voor {who.said}", "\n".join(each for each in children if each)
    if proposal.local_attempts:
        yield "Wat lokaal is geprobeerd", proposal.local_attempts


def _decision(scaling: Scaling, decision: DecisionLine, now: datetime) -> tuple[str, str]:
    today = in_amsterdam(now).date()
    text = f"{decision.decided_by}, {short(decision.decided_on, today)}"
    if decision.on_behalf_of:
        function = wording.functions(scaling.found.model, [decision.on_behalf_of])
        text += f", namens {function} ({decision.channel}, {decision.document})"
    return OUTCOMES[decision.outcome], f"{text}. {decision.reason}" if decision.reason else f"{text}."


def after(request: DoorRequest, found: FoundCase) -> str:
    """Give where to go after an answer: the case, or Mijn werk for who sees the case no longer."""
    case_id = found.band.case_id
    sees = case_id in by_ids(request.viewer, [case_id], now=request.now)
    return addresses.case(found.band.code) if sees else "/"
