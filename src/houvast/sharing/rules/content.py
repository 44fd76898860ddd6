"""What somebody writes when they share, sealed as one text; and how a disclosure stands."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.sharing.rules.grounds import ReceiverKind
from houvast.sharing.rules.judging import ConflictStep, SecrecyRoute

OUTSIDE_PARTS = frozenset({Part.PEOPLE, Part.ORGANISATIONS, Part.PLAN})
"""Parts that go on paper; notes go on paper too. The rest is shared with who works in Houvast."""


class Way(StrEnum):
    """With whom something is shared; `KNOWN` is who asked whether somebody is known."""

    MEMBER = "member"
    ORGANISATION = "organisation"
    TABLE = "table"
    HOUSE = "house"
    FROM_HOUSE = "from_house"
    OUTSIDE = "outside"
    KNOWN = "known"


OF_A_HOUSE = frozenset({Way.HOUSE, Way.FROM_HOUSE})
"""What crossed between a case and the file of a house: each side keeps it under its own key."""


class TurnState(StrEnum):
    """A row of the history of a disclosure."""

    GIVEN = "given"
    ASKED = "asked"
    REFUSED = "refused"
    APPROVED = "approved"
    DECLINED = "declined"
    TOLD = "told"
    SHORTENED = "shortened"
    WITHDRAWN = "withdrawn"


class DisclosureState(StrEnum):
    """How a disclosure stands now."""

    RUNNING = "running"
    WAITING = "waiting"
    REFUSED = "refused"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Receiver:
    """With whom: a member, a whole organisation, a table (its members at this moment), or somebody on paper.

    `name` is how it is called, as it was when it was chosen.
    """

    way: Way
    kinds: frozenset[ReceiverKind]
    name: str
    member_id: UUID | None = None
    organisation_id: UUID | None = None
    table_id: UUID | None = None
    table_members: frozenset[UUID] = frozenset()

    @property
    def members(self) -> frozenset[UUID]:
        """Give the members who will see it by name; a whole organisation is not among them."""
        return self.table_members | ({self.member_id} if self.member_id else frozenset())


@dataclass(frozen=True, slots=True)
class NewDisclosure:
    """What somebody wants to share. `id` is made before the act, so that pressing twice shares once."""

    id: UUID
    parts: frozenset[Part]
    notes: frozenset[UUID]
    about: frozenset[UUID]
    receiver: Receiver | None
    ground: str
    necessity: str = ""
    least: str = ""
    route: SecrecyRoute | None = None
    route_words: str = ""
    steps: frozenset[ConflictStep] = frozenset()
    told_on: date | None = None
    told: str = ""
    tell_before: date | None = None
    until: date | None = None
    despite: str = ""


@dataclass(frozen=True, slots=True)
class DisclosureContent:
    """What is sealed of a disclosure. `paper` is what went on paper, word for word, by heading.

    `despite` is why it went on while somebody objected.
    """

    receiver: str
    necessity: str
    least: str
    route_words: str
    told: str
    paper: list[list[str]] = field(default_factory=list)
    despite: str = ""


def written(content: DisclosureContent) -> str:
    """Write content as the text that is sealed."""
    return json.dumps(asdict(content), ensure_ascii=False)


def read(text: str) -> DisclosureContent:
    """Read what was sealed."""
    return DisclosureContent(**json.loads(text))


def state_of(turns: Iterable[TurnState], *, runs: bool) -> DisclosureState:
    """Say how a disclosure stands, from its turns in order; `runs` says that its last day has not passed."""
    ended = {
        TurnState.REFUSED: DisclosureState.REFUSED,
        TurnState.DECLINED: DisclosureState.DECLINED,
        TurnState.WITHDRAWN: DisclosureState.WITHDRAWN,
    }
    last = [each for each in turns if each not in (TurnState.TOLD, TurnState.SHORTENED)][-1]
    if last in ended:
        return ended[last]
    if not runs:
        return DisclosureState.OVER
    return DisclosureState.WAITING if last is TurnState.ASKED else DisclosureState.RUNNING
