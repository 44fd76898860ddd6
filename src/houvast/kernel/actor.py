"""Who acts.

Every service takes an `Actor`; there is no act without one. What an actor may see or do is not in here: that is decided
by scopes and policies from the directory's facts at the moment itself.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class ActorKind(StrEnum):
    """What kind of actor stands behind an act."""

    MEMBER = "member"
    SYSTEM = "system"
    OUTSIDER = "outsider"
    PARTICIPANT = "takes_part"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, as the audit log names it.

    `member_id` is the member's id for a person and None for others. `name` is the code of a system actor
    ("import-e33"), the id of the contact for an outsider, that of their row for a participant, and empty for a member:
    no name of a person gets into a log.
    """

    kind: ActorKind
    member_id: UUID | None = None
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse an actor that is nobody."""
        if (self.kind is ActorKind.MEMBER) != (self.member_id is not None):
            raise ValueError("a member acts under its id, and only a member has one")
        if (self.kind is ActorKind.MEMBER) == bool(self.name):
            raise ValueError("whoever is no member has a name, and only they")
        if self.kind in (ActorKind.OUTSIDER, ActorKind.PARTICIPANT):
            UUID(self.name)


def member(member_id: UUID) -> Actor:
    """Give the actor for a member of an organisation."""
    return Actor(ActorKind.MEMBER, member_id=member_id)


def system(name: str) -> Actor:
    """Give the actor for a named system act, such as a command."""
    return Actor(ActorKind.SYSTEM, name=name)


def outsider(contact_id: UUID) -> Actor:
    """Give the actor for somebody without an account: a contact of an organisation, by the id of that contact."""
    return Actor(ActorKind.OUTSIDER, name=str(contact_id))


def participant(participant_id: UUID) -> Actor:
    """Give the actor for a resident, or somebody beside them, who takes part in a case: by the id of that row."""
    return Actor(ActorKind.PARTICIPANT, name=str(participant_id))
