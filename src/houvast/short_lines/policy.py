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
_NOT_YOUR_TURN = refuse("not_your_turn", "Deze vraag is aan een ander gesteld.")
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


def may_ask(viewer: Viewer, team: TeamFacts, answers: UUID | None, *, ended: bool = False) -> Verdict:
    """Asking along a line: who works in its team. `answers` is who it goes to, None when nobody there can sign in."""
    if ended:
        return _ENDED
    if viewer.municipality_id is None or team.team_id not in viewer.team_ids:
        return refuse("not_in_the_team", "Alleen wie in dit team werkt, vraagt iets langs deze lijn.")
    if answers is None:
        return refuse(
            "nobody_signs_in", "Aan deze lijn zit nu niemand die met Houvast werkt. Bel, of leg een contact vast."
        )
    if answers in viewer.member_ids:
        return refuse("asks_oneself", "Deze vraag zou bij u zelf komen.")
    return allow("team_member")


def may_answer(viewer: Viewer, answers: UUID | None, *, answered: bool) -> Verdict:
    """Answering a question: whose turn it is, once."""
    if answered:
        return refuse("answered", "Deze vraag is al beantwoord.")
    return allow("holds_the_line") if answers in viewer.member_ids else _NOT_YOUR_TURN


def may_pass_on(
    viewer: Viewer, answers: UUID | None, stand_in: UUID | None, *, passed: bool, answered: bool
) -> Verdict:
    """Passing a question on: whose turn it is, once, to a stand-in who can answer."""
    verdict = may_answer(viewer, answers, answered=answered)
    if not verdict.allowed:
        return verdict
    if passed or stand_in is None or stand_in == answers:
        return refuse("no_stand_in", "Er is niemand aan wie u deze vraag kunt doorgeven.")
    return verdict


def may_set_terms(viewer: Viewer, municipality_id: UUID) -> Verdict:
    """Setting a term: the administrator of the municipality."""
    if viewer.is_administrator and viewer.municipality_id == municipality_id:
        return allow("administrator")
    return refuse("not_administrator", "Alleen een functioneel beheerder van de gemeente stelt dit in.")
