"""Acting on short lines that one can see: pure functions."""

from dataclasses import dataclass
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """Of which team a line is, and where that team belongs."""

    team_id: UUID
    organisation_id: UUID


_NOT_YOURS = refuse("not_of_the_team", "Alleen wie in dit team werkt, of de beheerder, houdt deze lijnen bij.")
_ENDED = refuse("line_ended", "Deze lijn is gestopt. Begin een nieuwe.")


def may_keep_lines(viewer: Viewer, team: TeamFacts, *, ended: bool = False) -> Verdict:
    """Keeping the lines of a team: who works in it, and the administrator of its organisation."""
    if viewer.municipality_id is None:
        return refuse("not_municipal", "Korte lijnen zijn er voor teams van een gemeente.")
    if ended:
        return _ENDED
    if team.team_id in viewer.team_ids:
        return allow("team_member")
    if viewer.is_administrator and viewer.organisation_id == team.organisation_id:
        return allow("administrator")
    return _NOT_YOURS


def may_set_terms(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Setting a term: the administrator of the municipality."""
    if viewer.is_administrator and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van de gemeente stelt dit in.")
