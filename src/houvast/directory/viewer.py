"""Who looks: the directory's facts about a member at one moment. Scopes and policies need nothing else."""

from dataclasses import dataclass
from uuid import UUID

ARCHIVIST = "archiefmedewerker"
"""A function of the house itself: who looks after what is kept and destroyed, beside the privacy officer."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A member with what follows from functions, stand-ins, mandates and duos that hold now.

    `member_ids` are oneself and whom one stands in for; functions, domains and teams include theirs. `title` is the
    title of the first function. `partner_region` is None for who works at a municipality; a partner works in this
    region, or everywhere (""). An administrator or privacy officer opens no case by being one.
    """

    member_id: UUID
    name: str
    title: str
    member_ids: frozenset[UUID]
    team_ids: frozenset[UUID]
    organisation_id: UUID
    municipality_id: UUID | None
    municipality_name: str
    municipality_code: str
    partner_region: str | None
    functions: frozenset[str]
    domains: frozenset[str]
    mandates: frozenset[str]
    duo_member_ids: frozenset[UUID]
    is_administrator: bool
    is_privacy_officer: bool

    @property
    def keeps_and_destroys(self) -> bool:
        """Say whether this is somebody who looks after what a municipality keeps and destroys."""
        return self.municipality_id is not None and (self.is_privacy_officer or ARCHIVIST in self.functions)
