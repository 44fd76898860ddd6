"""What a municipality set for tailor-made help: the newest version holds; below it lies what it began with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.plans import scopes
from houvast.plans.models import TailorMadeSetting
from houvast.plans.rules.tailor_made import DEFAULT_LIMIT_CENTS, Setting, SettingKind


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A version as the page of the administrator shows it. `set_by` is "" when a command set it."""

    setting: Setting
    set_by: str
    set_at: datetime


def limit_cents(municipality_id: UUID) -> int:
    """Give until which amount a case director decides alone, in one query."""
    return newest(municipality_id, SettingKind.LIMIT, 0).cents


def budget_cents(municipality_id: UUID, year: int) -> int | None:
    """Give the budget of a year, in one query; None when nobody set one."""
    found = newest(municipality_id, SettingKind.BUDGET, year)
    return found.cents if found.number else None


def newest(municipality_id: UUID, kind: SettingKind, year: int) -> Setting:
    """Give what holds now; number 0 is what nobody set yet."""
    rows = scopes.tailor_made_settings(municipality_id).filter(kind=kind, year=year).order_by("-number")
    began = Setting(kind, year, DEFAULT_LIMIT_CENTS if kind is SettingKind.LIMIT else 0)
    return next((_setting(row) for row in rows[:1]), began)


def versions(municipality_id: UUID) -> tuple[SettingLine, ...]:
    """Give every version of every amount, newest first, in one query."""
    rows = scopes.tailor_made_settings(municipality_id).select_related("set_by").order_by("-year", "kind", "-number")
    return tuple(SettingLine(_setting(row), row.set_by.name if row.set_by else "", row.set_at) for row in rows)


def _setting(row: TailorMadeSetting) -> Setting:
    return Setting(SettingKind(row.kind), row.year, row.cents, row.number)
