"""The texts of a municipality: the newest version holds; below it lies what Houvast began with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.letters import scopes
from houvast.letters.models import LetterTemplate
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.templates import DEFAULTS, Template


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A version as the page of the administrator shows it. `set_by` is "" when a command set it."""

    template: Template
    set_by: str
    set_at: datetime


def newest(municipality_id: UUID, kind: LetterKind) -> Template:
    """Give what holds now, in one query; number 0 is what nobody set yet."""
    row = scopes.templates(municipality_id).filter(kind=kind.value).order_by("-number").first()
    return DEFAULTS[kind] if row is None else _template(row)


def versions(municipality_id: UUID) -> tuple[TemplateLine, ...]:
    """Give every version of every text, newest first, in one query."""
    rows = scopes.templates(municipality_id).select_related("set_by").order_by("kind", "-number")
    return tuple(TemplateLine(_template(row), row.set_by.name if row.set_by else "", row.set_at) for row in rows)


def _template(row: LetterTemplate) -> Template:
    return Template(LetterKind(row.kind), row.subject, row.text, row.number)
