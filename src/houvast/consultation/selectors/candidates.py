"""Who can be the owner of a resolution: people of the meeting, who leads the case, teams, organisations around it."""

from datetime import datetime

from houvast.cases.selectors.contents import organisations_around
from houvast.consultation.rules.saying import Candidate
from houvast.consultation.selectors.agenda import ItemLine
from houvast.consultation.selectors.minutes import Attendee
from houvast.directory.selectors import teams_of
from houvast.directory.viewer import Viewer
from houvast.plans.rules.tasks import Owner


def candidates(viewer: Viewer, item: ItemLine, people: tuple[Attendee, ...], *, now: datetime) -> tuple[Candidate, ...]:
    """Give them, each once, in at most two queries: first who leads the case, then who is in the meeting."""
    found: dict[Owner, Candidate] = {}
    for seat in item.band.seats if item.band else ():
        if seat.holder_id is not None:
            _add(found, seat.holder, seat.organisation, Owner(member_id=seat.holder_id))
    for each in people:
        _add(found, each.name, each.what, Owner(member_id=each.member_id))
    for team in teams_of(item.municipality_id):
        _add(found, team.name, "team", Owner(team_id=team.id))
    if item.case_id is not None:
        for around in organisations_around(viewer, item.case_id, now=now):
            _add(found, around.name, "organisatie", Owner(organisation_id=around.organisation_id))
    return tuple(found.values())


def _add(found: dict[Owner, Candidate], name: str, detail: str, owner: Owner) -> None:
    found.setdefault(owner, Candidate(f"{name}, {detail}" if detail else name, owner))
