"""Add a theme to a municipality's list of reasons for involvement."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake import events
from houvast.intake.models import Theme
from houvast.intake.services.steps.setting_up import permit_setting_up
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewTheme:
    """A reason for involvement, in the municipality's own words; never a label on a person."""

    municipality_id: UUID
    code: str
    name: str


def add_theme(new: NewTheme, *, actor: Actor, now: datetime) -> UUID:
    """Add a theme; gives its id. Raises `Refused`, or `Invalid` without a name or for a code in use."""
    with act(events.THEME_ADDED, actor=actor, now=now, municipality=new.municipality_id) as acting:
        permit_setting_up(acting, new.municipality_id, actor=actor, now=now)
        problems = {}
        if not new.name.strip():
            problems["name"] = "Geef het thema een naam."
        if Theme.objects.filter(municipality_id=new.municipality_id, code=new.code).exists():
            problems["code"] = "Er is al een thema met deze code."
        if problems:
            raise Invalid(problems)
        theme = Theme(municipality_id=new.municipality_id, code=new.code, name=new.name.strip())
        theme.save(force_insert=True)
        acting.subject, acting.subject_id = "theme", theme.id
        return theme.id
