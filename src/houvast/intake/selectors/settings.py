"""What a municipality works with in intake, in one query."""

from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from houvast.directory.viewer import Viewer
from houvast.intake import policy, scopes
from houvast.intake.models import ListVersion
from houvast.intake.rules.columns import together
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.mapping import DEFAULT_MAPPING, ColumnMapping
from houvast.intake.rules.short_lists import Entry, ListKind, Version
from houvast.kernel.errors import NotVisible


def settings_of(municipality_id: UUID | None) -> IntakeSettings:
    """Give what holds in a municipality; it holds for whoever does something there, so it has no viewer."""
    rows = ListVersion.objects.filter(Q(municipality_id=municipality_id)).order_by("number", "set_at")
    return IntakeSettings(tuple(Version(ListKind(row.kind), _entry(row), row.set_at) for row in rows))


def columns_of(municipality_id: UUID | None) -> ColumnMapping:
    """Give what the columns of a list may be called in a municipality; None: in all of them together."""
    if municipality_id is not None:
        return together([settings_of(municipality_id).columns])
    rows = ListVersion.objects.filter(kind=ListVersion.Kind.COLUMN).order_by("number", "set_at")
    versions: dict[UUID, list[Version]] = {}
    for row in rows:
        versions.setdefault(row.municipality_id, []).append(Version(ListKind.COLUMN, _entry(row), row.set_at))
    own = [IntakeSettings(tuple(each)).columns for each in versions.values()]
    return together([*own, DEFAULT_MAPPING])


def settings_with_themes(municipality_id: UUID) -> IntakeSettings:
    """Give the same with the reasons for involvement, which cost a query more."""
    rows = scopes.themes_of(municipality_id).order_by("name")
    first = tuple(Entry(row.code, row.name, confirmed=True) for row in rows)
    return replace(settings_of(municipality_id), first_themes=first)


def theme_names(municipality_id: UUID, *, retired: bool = True) -> dict[str, str]:
    """Give the reasons for involvement of a municipality by code, by name; see `IntakeSettings.theme_names`."""
    return settings_with_themes(municipality_id).theme_names(retired=retired)


def settings_to_see(viewer: Viewer) -> IntakeSettings:
    """Give the settings as a page of their own: for the administrator and who does triage. Raises `NotVisible`."""
    if not policy.may_see_settings(viewer) or viewer.municipality_id is None:
        raise NotVisible
    return settings_with_themes(viewer.municipality_id)


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
