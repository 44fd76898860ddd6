"""What a page of scaling needs to know before it can ask anything, gathered in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.model import Boundary
from houvast.ave.vocabulary import ASSIGNED, Direction, Holding, Responsibility
from houvast.cases import policy
from houvast.cases.rules.judging import named
from houvast.cases.rules.receiving import offers_receiver
from houvast.cases.rules.scaling import asks_local, must_name_process_director
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.children import Children, children_in
from houvast.cases.selectors.preview import NewPhase, Option, Preview, new_phase, preview
from houvast.directory.viewer import Viewer
from houvast.web.receiving_fields import Receivers, offered

SELF, ON_BEHALF, PROPOSE = "zelf", "namens", "voorstel"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A case, the step that it may take, and who looks. `ways` says how this viewer may decide, the likeliest first.

    `receivers` can be asked to take over; there are none for who only proposes, nor where a step hands nothing on.
    """

    viewer: Viewer
    now: datetime
    found: FoundCase
    boundary: Boundary
    phase: NewPhase
    children: Children
    ways: tuple[str, ...]
    behalf: tuple[str, ...]
    receivers: Receivers

    @property
    def up(self) -> bool:
        """Say whether the step goes up."""
        return self.boundary.direction is Direction.UP

    @property
    def asks_local(self) -> bool:
        """Say whether the model first asks what was tried locally."""
        return asks_local(self.found.model, self.boundary)

    @property
    def weighs(self) -> bool:
        """Say whether the model weighs this step together with the partners, and who looks may decide."""
        decides = bool({SELF, ON_BEHALF} & set(self.ways))
        return decides and bool(named(self.found.model, self.boundary, ()))

    @property
    def hands_on(self) -> bool:
        """Say whether the decision names who takes over, and who looks may decide."""
        return offers_receiver(self.boundary) and bool({SELF, ON_BEHALF} & set(self.ways))

    @property
    def urgent_allowed(self) -> bool:
        """Say whether the viewer may take this step at once."""
        return self.up and policy.may_scale_urgently(self.viewer, self.found.facts, self.boundary).allowed

    def preview(self, chosen: Mapping[Responsibility, Option]) -> Preview:
        """Say what the step does with these choices."""
        return preview(self.phase, chosen, now=self.now)

    def options(self, responsibility: Responsibility) -> dict[str, Option]:
        """Give who can be chosen for a seat, by the key that a form sends; who stays is no choice."""
        present = self.found.facts.seats[responsibility]
        rule = self.phase.rule(responsibility)
        if not rule.required and rule.resident_may_hold is not Holding.YES:
            return {}
        holds = {present.member_id, present.resident_id, present.network_member_id} - {None}
        stays = self.preview({}).seat(responsibility).stays
        found = {option_key(option): option for option in self.phase.options(responsibility)}
        return {key: each for key, each in found.items() if not (stays and _ids(each) & holds)}

    def must_name(self, chosen: Mapping[Responsibility, Option]) -> bool:
        """Say whether somebody must still be chosen for the process direction: the model has it go to somebody."""
        seat = Responsibility.PROCESS_DIRECTION
        was, becomes = self.found.facts.seats[seat], self.preview({}).seat(seat).becomes
        needed = must_name_process_director(self.boundary, was, becomes)
        return needed and seat not in chosen and bool(self.options(seat))

    def proposed(self, responsibility: Responsibility) -> str:
        """Give the key of who is proposed first: nobody when the present holder stays, else the viewer if allowed.

        Where the model says who has the process direction after this step, its only holder is proposed.
        """
        if responsibility is Responsibility.CASE_DIRECTION or not self.phase.rule(responsibility).required:
            return ""
        if self.preview({}).seat(responsibility).becomes.state is not SeatState.VACANT:
            return ""
        options, own = self.options(responsibility), f"m:{self.viewer.member_id}"
        if own in options or not self.must_name({}):
            return own if own in options else ""
        named = [key for key, each in options.items() if self.boundary.process_direction_after in each.functions]
        return named[0] if len(named) == 1 else ""

    def works_in_after(self, outcome: Preview) -> bool:
        """Say whether the viewer will still work in the case, and see its decisions, once this has happened."""
        holds = [outcome.facts.holder(responsibility) for responsibility in ASSIGNED]
        return any(holder in self.viewer.member_ids for holder in holds)


def _ids(option: Option) -> set[UUID | None]:
    return {option.choice.member_id, option.choice.resident_id, option.choice.network_member_id} - {None}


def option_key(option: Option) -> str:
    """Give the key under which somebody stands in a list of choices."""
    if option.choice.member_id is not None:
        return f"m:{option.choice.member_id}"
    if option.choice.resident_id is not None:
        return f"i:{option.choice.resident_id}"
    return f"n:{option.choice.network_member_id}"


def sheet(viewer: Viewer, found: FoundCase, boundary: Boundary, *, now: datetime, may_propose: bool = True) -> Sheet:
    """Gather what a page about one step of one case needs. `may_propose` is false once there is a proposal."""
    behalf = tuple(
        code for code in boundary.decides if policy.may_decide(viewer, found.facts, boundary, on_behalf_of=code).allowed
    )
    ways = []
    if policy.may_decide(viewer, found.facts, boundary).allowed:
        ways.append(SELF)
    elif may_propose and policy.may_propose(viewer, found.facts, boundary).allowed:
        ways.append(PROPOSE)
    if behalf:
        ways.append(ON_BEHALF)
    names = offers_receiver(boundary) and bool({SELF, ON_BEHALF} & set(ways))
    return Sheet(
        viewer=viewer,
        now=now,
        found=found,
        boundary=boundary,
        phase=new_phase(viewer, found, boundary.to_phase, now=now),
        children=children_in(viewer, found.band.case_id, now=now),
        ways=tuple(ways),
        behalf=behalf,
        receivers=offered(viewer, found, boundary.to_phase, now=now) if names else {},
    )
