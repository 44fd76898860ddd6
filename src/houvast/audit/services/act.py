"""An act: a write and its audit entry in one transaction. Every service is one `with act(...)`."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from houvast.audit.events import Event
from houvast.audit.models import Chain, Entry
from houvast.audit.rules.keys import AuditKeys
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible, Refused

DONE = "done"
READ = "read"
REFUSED = "refused"

Detail = str | int | bool | list[str] | None


@dataclass(slots=True)
class Act:
    """What is being done, filled in by the service while it works. Only ids, codes and field names may go in here."""

    event: Event
    actor: Actor
    now: datetime
    municipality: UUID | None = None
    case: UUID | None = None
    subject: str = ""
    subject_id: UUID | None = None
    ground: str = ""
    details: dict[str, Detail] = field(default_factory=dict)

    @property
    def chain(self) -> str:
        """Name the chain that this act belongs to: the case's, else the municipality's, else the system's."""
        if self.case is not None:
            return f"case:{self.case}"
        if self.municipality is not None:
            return f"municipality:{self.municipality}"
        return "system"


_acting: ContextVar[bool] = ContextVar("houvast_acting", default=False)
_refused: ContextVar[Act | None] = ContextVar("houvast_refused", default=None)
"""The innermost act that was refused, until the outermost transaction is over and the refusal can be recorded."""


@contextmanager
def writing() -> Iterator[None]:
    """Open a transaction that is going to write.

    SQLite takes its write lock at once, so that two writers wait for each other instead of failing halfway; reads
    outside a service never take it.
    """
    connection = transaction.get_connection()
    connection.ensure_connection()  # a new connection begins with the mode of the settings
    immediate = connection.vendor == "sqlite" and not connection.in_atomic_block
    if immediate:
        connection.transaction_mode = "IMMEDIATE"
    try:
        with transaction.atomic():
            yield
    finally:
        if immediate:
            connection.transaction_mode = None


def audit_keys() -> AuditKeys:
    """Give the audit keys of this installation."""
    return AuditKeys(settings.HOUVAST_AUDIT_KEY, settings.HOUVAST_OLD_AUDIT_KEYS)


def content_of(entry: Entry, chain: str) -> dict[str, object]:
    """Give what an entry says, in the types that are hashed: the same for a new row and for one read back."""
    return {
        **({"key": entry.key} if entry.key else {}),
        "id": str(entry.id),
        "chain": chain,
        "number": entry.number,
        "at": entry.at.timestamp(),
        "event": entry.event,
        "outcome": entry.outcome,
        "actor_kind": entry.actor_kind,
        "actor_member": str(entry.actor_member or ""),
        "actor_name": entry.actor_name,
        "municipality": str(entry.municipality or ""),
        "case": str(entry.case or ""),
        "subject": entry.subject,
        "subject_id": str(entry.subject_id or ""),
        "ground": entry.ground,
        "details": entry.details,
    }


def _append(act: Act, outcome: str) -> None:
    """Write the entry of an act as the last step, with the head of its chain locked."""
    Chain.objects.bulk_create([Chain(name=act.chain)], ignore_conflicts=True)
    chain = Chain.objects.select_for_update().get(name=act.chain)
    keys = audit_keys()
    entry = Entry(
        chain=chain,
        key=keys.name,
        number=chain.head_number + 1,
        previous_hash=chain.head_hash,
        at=act.now,
        event=act.event.code,
        outcome=outcome,
        actor_kind=act.actor.kind.value,
        actor_member=act.actor.member_id,
        actor_name=act.actor.name,
        municipality=act.municipality,
        case=act.case,
        subject=act.subject,
        subject_id=act.subject_id,
        ground=act.ground,
        details=act.details,
    )
    entry.hash = keys.hash(entry.previous_hash, content_of(entry, chain.name))
    entry.save(force_insert=True)
    chain.head_number, chain.head_hash = entry.number, entry.hash
    chain.save(update_fields=["head_number", "head_hash"])


@contextmanager
def together() -> Iterator[None]:
    """Put several acts into one transaction, as a verb of `desk` does: all of them stay, or none.

    When one of them is refused, nothing stays, and that one's refusal is put on record afterwards.
    """
    outermost = not _acting.get()
    acting, refused = _acting.set(True), _refused.set(None) if outermost else None
    try:
        with writing():
            yield
    except (Refused, NotVisible) as refusal:
        first = _refused.get()
        if outermost and first is not None:
            _record_refusal(first, refusal)
        raise
    finally:
        _acting.reset(acting)
        if refused is not None:
            _refused.reset(refused)


@contextmanager
def act(
    event: Event, *, actor: Actor, now: datetime, municipality: UUID | None = None, case: UUID | None = None
) -> Iterator[Act]:
    """Do something and put it on record, or do neither.

    The body writes; the entry is written as the last step of the same transaction. When the body says no (`Refused`,
    `NotVisible`) nothing of it stays, and the refusal gets an entry in a transaction of its own.
    """
    current = Act(event, actor, now, municipality=municipality, case=case)
    with together():
        try:
            yield current
        except (Refused, NotVisible):
            _refused.set(_within(_refused.get(), current))
            raise
        _append(current, DONE)


def _within(inner: Act | None, outer: Act) -> Act:
    """Give the act that was refused: the innermost one, in the case of the act around it when it names none itself."""
    if inner is None:
        return outer
    if inner.case is None:
        inner.case = outer.case
    return inner


def _record_refusal(act: Act, refusal: Refused | NotVisible) -> None:
    reason = refusal.verdict.reason if isinstance(refusal, Refused) else "not_visible"
    act.details = {"reason": reason}
    act.ground = ""
    with writing():
        _append(act, REFUSED)
    refusal.on_record = True


def record_read(
    event: Event,
    *,
    actor: Actor,
    now: datetime,
    municipality: UUID | None = None,
    case: UUID | None = None,
    subject: str = "",
    subject_id: UUID | None = None,
    ground: str = "",
    details: Mapping[str, Detail] | None = None,
) -> None:
    """Put a read on record before anything is shown, in a short transaction of its own: no entry, no page."""
    read = Act(event, actor, now, municipality, case, subject, subject_id, ground, dict(details or {}))
    with writing():
        _append(read, READ)


def record_refused_read(
    event: Event,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "not_visible",
    municipality: UUID | None = None,
    case: UUID | None = None,
    subject: str = "",
    subject_id: UUID | None = None,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """Put on record that somebody asked for what does not exist for them, or is not theirs to do.

    `municipality` is where they work; `case` the case that they asked for, also when it is another municipality's.
    """
    told = {**(details or {}), "reason": reason}
    refused = Act(event, actor, now, municipality, case, subject=subject, subject_id=subject_id, details=told)
    with writing():
        _append(refused, REFUSED)
