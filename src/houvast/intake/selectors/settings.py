"""What a municipality works with in intake, in one query."""

from uuid import UUID

from django.db.models import Q

from houvast.directory.viewer import Viewer
from houvast.intake import policy
from houvast.intake.models import ListVersion
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.short_lists import Entry, ListKind, Version
from houvast.kernel.errors import NotVisible


def settings_of(municipality_id: UUID | None) -> IntakeSettings:
    """Give what holds in a municipality; it holds for whoever does something there, so it has no viewer."""
    rows = ListVersion.objects.filter(Q(municipality_id=municipality_id)).order_by("number", "set_at")
    return IntakeSettings(tuple(Version(ListKind(row.kind), _entry(row), row.set_at) for row in rows))


def settings_to_see(viewer: Viewer) -> IntakeSettings:
    """Give the settings as a page of their own: for the administrator and who does triage. Raises `NotVisible`."""
    if not policy.may_see_settings(viewer):
        raise NotVisible
    return settings_of(viewer.municipality_id)


def _entry(row: ListVersion) -> Entry:
    return Entry(
        code=row.code,
        name=row.name,
        choices=tuple(row.choices),
        amount=row.amount,
        contact=row.contact,
        phone=row.phone,
        active=row.active,
        confirmed=True,
        number=row.number,
    )
