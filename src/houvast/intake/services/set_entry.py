"""Set an entry of a short list of a municipality: new, changed, or out of use."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from houvast.audit.services.act import act
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.intake import events
from houvast.intake.models import ListVersion
from houvast.intake.rules.columns import tidied_headings
from houvast.intake.rules.short_lists import GROWING, RENAMED, Entry, ListKind, problems_with
from houvast.intake.rules.spelling import clean, key
from houvast.intake.selectors.settings import settings_with_themes
from houvast.intake.services.steps.setting_up import permit_setting_up
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible

_LONGEST_CODE = 40
_CHANGED = "Iemand anders wijzigde dit net. Kijk opnieuw wat er nu staat."


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as it must be from now on. Without a code it is a new one; `entry.number` is that of what was seen."""

    municipality_id: UUID
    kind: ListKind
    entry: Entry


def set_entry(new: NewEntry, *, actor: Actor, now: datetime) -> str:
    """Set it; gives its code. The earlier version stays, for what was decided with it.

    Raises `Refused`, `NotVisible` for a code that is not on the list, `Invalid` with a message at each field, or
    `Conflict` when somebody else changed it in between.
    """
    with act(events.ENTRY_SET, actor=actor, now=now, municipality=new.municipality_id) as acting:
        permit_setting_up(acting, new.municipality_id, actor=actor, now=now)
        hold_municipality(new.municipality_id)
        entries = {each.code: each for each in settings_with_themes(new.municipality_id).entries(new.kind)}
        entry = _tidied(new, entries.get(new.entry.code))
        others = (each for each in entries.values() if each.code != entry.code)
        problems = problems_with(new.kind, entry, others)
        if problems:
            raise Invalid(problems)
        code = entry.code or _new_code(entry.name, set(entries))
        if new.entry.number != (entries[code].number if code in entries else 0):
            raise Conflict(_CHANGED)
        row = _row(new, replace(entry, code=code), actor, now)
        try:
            row.save(force_insert=True)
        except IntegrityError as first:
            raise Conflict(_CHANGED) from first
        acting.subject, acting.subject_id = "list_version", row.id
        acting.details = {"kind": new.kind.value, "code": code, "number": row.number}
        return code


def _tidied(new: NewEntry, known: Entry | None) -> Entry:
    """Give the entry as it may become: what cannot change in this list stays as it was."""
    entry = new.entry
    if known is None and (entry.code or new.kind not in GROWING):
        raise NotVisible
    name = known.name if known and new.kind not in RENAMED else clean(entry.name)
    active = entry.active or new.kind not in GROWING
    choices = tidied_headings(entry.choices) if new.kind is ListKind.COLUMN else entry.choices
    return replace(
        entry, name=name, active=active, choices=choices, contact=clean(entry.contact), phone=clean(entry.phone)
    )


def _new_code(name: str, taken: set[str]) -> str:
    code = key(name)[: _LONGEST_CODE - 4] or "keuze"
    ascii_code = code.encode("ascii", "ignore").decode() or "keuze"
    return next(each for each in (ascii_code, *(f"{ascii_code}-{n}" for n in range(2, 999))) if each not in taken)


def _row(new: NewEntry, entry: Entry, actor: Actor, now: datetime) -> ListVersion:
    return ListVersion(
        municipality_id=new.municipality_id,
        kind=new.kind,
        code=entry.code,
        number=entry.number + 1,
        name=entry.name,
        choices=list(entry.choices),
        amount=entry.amount,
        contact=entry.contact,
        phone=entry.phone,
        active=entry.active,
        set_by_id=actor.member_id,
        set_at=now,
    )
