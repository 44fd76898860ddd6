"""The steps that a case can take from where it is: what the model asks for each, and what this viewer may do."""

from collections.abc import Iterator
from dataclasses import dataclass

from houvast.ave.model import Boundary
from houvast.ave.vocabulary import Direction
from houvast.cases import policy
from houvast.cases.selectors.bands import FoundCase
from houvast.directory.viewer import Viewer
from houvast.web import addresses
from houvast.web.look import PRIMARY, SECONDARY, SUBTLE, Act
from houvast.web.scaling import wording
from houvast.web.scaling.criteria import TO_READ, GroupMark, group_marks
from houvast.web.scaling.wording import Step


@dataclass(frozen=True, slots=True)
class StepMark:
    """A step with its terms in words and its acts; `not_allowed` says why there is none."""

    id: str
    step: Step
    situation: str
    criteria: tuple[GroupMark, ...]
    facts: tuple[tuple[str, str], ...]
    acts: tuple[Act, ...]
    not_allowed: str


def steps(viewer: Viewer, found: FoundCase, *, urgent_too: bool) -> tuple[StepMark, ...]:
    """Give the steps up and down. While a proposal waits nothing else can begin, so there are no acts then."""
    made = []
    for direction in (1, -1):
        boundary = found.model.boundary(found.facts.phase, found.facts.phase + direction)
        if boundary is not None:
            made.append(_step(viewer, found, boundary, free=urgent_too))
    return tuple(made)


def _step(viewer: Viewer, found: FoundCase, boundary: Boundary, *, free: bool) -> StepMark:
    acts = tuple(_acts(viewer, found, boundary)) if free else ()
    verdict = policy.may_propose(viewer, found.facts, boundary)
    prefix = boundary.direction.value
    return StepMark(
        id=f"stap-{prefix}",
        step=wording.step(found.model, boundary),
        situation=found.model.phase(boundary.to_phase).situation,
        criteria=group_marks(boundary.criteria, frozenset(), TO_READ, prefix=prefix),
        facts=tuple(_facts(found, boundary)),
        acts=acts,
        not_allowed=verdict.message if free and not acts else "",
    )


def _acts(viewer: Viewer, found: FoundCase, boundary: Boundary) -> Iterator[Act]:
    facts, code, phase = found.facts, found.band.code, boundary.to_phase
    step = wording.step(found.model, boundary)
    up = boundary.direction is Direction.UP
    decides = policy.may_decide(viewer, facts, boundary).allowed or any(
        policy.may_decide(viewer, facts, boundary, on_behalf_of=function).allowed for function in boundary.decides
    )
    if decides or policy.may_propose(viewer, facts, boundary).allowed:
        text = step.button if decides else f"{step.verb} voorstellen"
        yield Act(text, addresses.scale_to(code, phase), PRIMARY if up else SECONDARY)
    if up and policy.may_scale_urgently(viewer, facts, boundary).allowed:
        yield Act("Spoed? Opschalen in drie velden", addresses.scale_urgently(code, phase), SUBTLE)


def _facts(found: FoundCase, boundary: Boundary) -> Iterator[tuple[str, str]]:
    model = found.model
    days = wording.working_days(boundary.decide_within_working_days)
    yield "Beslist", f"{wording.functions(model, boundary.decides)}, binnen {days} na een voorstel"
    yield "Stelt voor", wording.functions(model, boundary.proposes)
    if boundary.hears:
        yield "Wordt gehoord", wording.functions(model, boundary.hears, "en")
    if boundary.urgent_confirm_within_working_days is not None:
        term = wording.working_days(boundary.urgent_confirm_within_working_days)
        yield "Bij spoed", f"{wording.functions(model, boundary.urgent_confirmed_by)} bevestigt binnen {term}"
    if boundary.joint_assessment:
        yield "Samen wegen", "de partners wegen dit samen voordat er een besluit is"
    if boundary.receiver_required:
        yield "Ontvanger", "iemand met naam en functie heeft ja gezegd"
    if boundary.agreement:
        yield "Afspraak", boundary.agreement
