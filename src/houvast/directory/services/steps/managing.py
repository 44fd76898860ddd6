"""Load who manages the directory, and write its rows."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Model

from houvast.audit.services.act import Act
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor, ActorKind
from houvast.kernel.errors import Invalid, Refused
from houvast.kernel.verdict import Verdict, refuse


def load_manager(actor: Actor, *, now: datetime) -> Viewer | None:
    """Give the facts of who manages; None for the system, a command of the municipality's own technicians."""
    if actor.kind is ActorKind.SYSTEM or actor.member_id is None:
        return None
    found = viewer(actor.member_id, now=now)
    if found is None:
        raise Refused(refuse("not_a_member", "U werkt niet (meer) bij een organisatie in Houvast."))
    return found


def load_person(actor: Actor, *, now: datetime) -> Viewer:
    """Give the facts of a person who acts, for what takes two people: a command is not one of them."""
    found = load_manager(actor, now=now)
    if found is None:
        raise Refused(refuse("two_people", "Dit vraagt twee mensen die zijn ingelogd."))
    return found


def permit(acting: Act, verdict: Verdict) -> None:
    """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
    if not verdict.allowed:
        raise Refused(verdict)
    acting.ground = verdict.ground


def add_row(acting: Act, subject: str, row: Model) -> None:
    """Write a new row after Django's own checks, and put it on record; raises `Invalid` with a message per field."""
    empty = {field.name for field in row._meta.concrete_fields if field.null and getattr(row, field.attname) is None}
    try:
        row.full_clean(exclude=empty)
    except ValidationError as wrong:
        raise Invalid({field: " ".join(found) for field, found in wrong.message_dict.items()}) from wrong
    row.save(force_insert=True)
    acting.subject, acting.subject_id = subject, row.pk


def check_period(from_at: datetime, until_at: datetime | None) -> None:
    """Raise `Invalid` when something would end before it begins."""
    if until_at is not None and until_at <= from_at:
        raise Invalid({"until_at": "De einddatum moet na de begindatum liggen."})
