"""What a scaling needs before it can be proposed or decided."""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.children import child_problems
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.receiving import NOTHING, HandingOn
from houvast.cases.rules.seats import SeatFacts, SeatState


@dataclass(frozen=True, slots=True)
class NewProposal:
    """What is proposed: the phase to go to, the ticked criteria and why."""

    to_phase: int
    criteria: frozenset[str]
    reason: str
    children: str = ""
    local_attempts: str = ""


@dataclass(frozen=True, slots=True)
class Deciding:
    """How it is decided.

    `on_behalf_of` is the function whose decision a mandated officer records ("namens"), with date, channel and
    document; empty when who is signed in decides. `not_waited` is why somebody decides before
    every partner gave a judgement. `chosen` fills case or process direction in the new phase. `handing_on` names who
    takes over, with the aftercare. `children` is what it means for the children, where the proposal says nothing of
    them: one came to the case since.
    """

    on_behalf_of: str = ""
    decided_on: date | None = None
    channel: str = ""
    document: str = ""
    reason: str = ""
    children: str = ""
    not_waited: str = ""
    chosen: Mapping[Responsibility, Choice] = field(default_factory=dict)
    handing_on: HandingOn = NOTHING


def ticked_known(boundary: Boundary, ticked: Collection[str]) -> tuple[str, ...]:
    """Give the ticked criteria that this boundary knows, in the model's order."""
    return tuple(criterion.code for criterion in boundary.criteria.criteria() if criterion.code in ticked)


def proposal_problems(
    model: Model, boundary: Boundary, *, ticked: Set[str], reason: str, children: bool, child_text: str, local: str
) -> dict[str, str]:
    """Give a Dutch message for each thing that is missing; an empty dict when the proposal is whole.

    With children in the household, what it means for them is part of the decision. Where the model scales outside as a
    last resort, what was tried locally is asked (Opsterland: "Wat lokaal kan, doen we lokaal").
    """
    problems = {}
    if not boundary.criteria.met(ticked):
        problems["criteria"] = "Nog niet genoeg criteria aangekruist om deze grens over te gaan."
    if not reason.strip():
        problems["reason"] = "Schrijf in twee of drie zinnen op waarom dit nu nodig is."
    problems |= child_problems(children, child_text)
    if asks_local(model, boundary) and not local.strip():
        problems["local_attempts"] = "Schrijf op wat lokaal is geprobeerd en waarom dat niet genoeg is."
    return problems


def urgent_problems(new: NewProposal, *, children: bool) -> dict[str, str]:
    """Give a Dutch message for each thing that an urgent scaling lacks."""
    problems = {}
    if not new.criteria:
        problems["criteria"] = "Kruis minstens één criterium aan."
    if not new.reason.strip():
        problems["reason"] = "Schrijf in één zin op waarom dit niet kan wachten."
    return problems | child_problems(children, new.children)


def must_name_process_director(boundary: Boundary, was: SeatFacts, becomes: SeatFacts) -> bool:
    """Say whether a decision must choose who directs the process: where the model says who does after this step.

    Only when the step would take it from somebody and leave it to nobody: a transfer that the model describes has a
    receiver. `becomes` is the seat when nobody is chosen.
    """
    return bool(boundary.process_direction_after) and was.is_held and becomes.state is SeatState.VACANT


def may_direct_during(boundary: Boundary, functions: Collection[str]) -> bool:
    """Say whether these functions may get the process direction while this step waits for its decision."""
    return not boundary.process_direction_during or boundary.process_direction_during in functions


def asks_local(model: Model, boundary: Boundary) -> bool:
    """Say whether this boundary asks first what was tried locally."""
    return boundary.external and model.external_scaling.last_resort and boundary.to_phase > boundary.from_phase
