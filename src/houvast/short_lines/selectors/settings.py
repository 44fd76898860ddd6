"""The terms of a municipality: the newest version holds; below it lies what it began with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.short_lines import scopes
from houvast.short_lines.rules.terms import DEFAULT_DAYS, Setting, Term


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A version as the page of the administrator shows it. `set_by` is "" when a command set it."""

    setting: Setting
    set_by: str
    set_at: datetime


def newest(municipality_id: UUID, term: Term) -> Setting:
    """Give what holds now, in one query; number 0 is what nobody set yet."""
    row = scopes.settings(municipality_id).filter(kind=term.value).order_by("-number").first()
    return Setting(term, DEFAULT_DAYS[term]) if row is None else Setting(term, row.days, row.number)


def versions(municipality_id: UUID) -> tuple[SettingLine, ...]:
    """Give every version of every term, newest first, in one query."""
    rows = scopes.settings(municipality_id).select_related("set_by").order_by("kind", "-number")
    return tuple(
        SettingLine(Setting(Term(row.kind), row.days, row.number), row.set_by.name if row.set_by else "", row.set_at)
        for row in rows
    )
