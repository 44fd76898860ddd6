"""Begin a line from a team to a partner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import organisation_exists, viewer_of
from houvast.directory.selectors_lines import kept_teams
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.short_lines import events, policy, scopes
from houvast.short_lines.models import ShortLine
from houvast.short_lines.rules.contacts import NewContact, line_problems
from houvast.short_lines.services.steps.loading import permit
from houvast.short_lines.services.steps.writing import judged, write_contact


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line of a team; `organisation_id` is None when the partner is not in Houvast."""

    team_id: UUID
    name: str
    contact: NewContact
    organisation_id: UUID | None = None


def open_line(*, actor: Actor, now: datetime, new: NewLine) -> UUID:
    """Begin a line, with a contact or with nobody yet; gives its id.

    Raises `NotVisible` for a team that is not the actor's, `Refused` or `Invalid`.
    """
    with act(events.LINE_OPENED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality, acting.subject = viewer.municipality_id, "short_line"
        team = next((each for each in kept_teams(viewer) if each.id == new.team_id), None)
        if team is None:
            raise NotVisible
        permit(acting, policy.may_keep_lines(viewer, policy.TeamFacts(team.id, team.organisation_id)))
        hold_municipality(team.municipality_id)
        name = " ".join(new.name.split())
        problems = line_problems(name)
        if scopes.lines(viewer).filter(team_id=team.id, name__iexact=name, ended_at__isnull=True).exists():
            problems = {"line": "Dit team heeft al een lijn met deze naam."}
        if new.organisation_id is not None and not organisation_exists(new.organisation_id):
            problems |= {"organisation": "Deze keuze is er niet (meer). Kies opnieuw."}
        contact = judged(new.contact, team.municipality_id, now=now, other_problems=problems)
        row = ShortLine(
            id=new_id(),
            team_id=team.id,
            municipality_id=team.municipality_id,
            name=name,
            organisation_id=new.organisation_id,
            contact_id=new_id(),
            opened_at=now,
            opened_by_id=viewer.member_id,
        )
        row.save(force_insert=True)
        write_contact(contact, contact_id=row.contact_id, line_id=row.id, number=1, set_by=viewer.member_id, now=now)
        acting.subject_id = row.id
        acting.details = {"team": str(team.id), "state": contact.state.value}
        return row.id
