"""The log of a municipality for its privacy officer: who did, read or was refused what, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.audit import scopes
from houvast.audit.models import Entry
from houvast.audit.services.act import REFUSED
from houvast.cases.events import LOCK_OUT_ENDED, LOCKED_OUT
from houvast.cases.selectors.numbers import case_with, codes
from houvast.directory.policy import may_read_log
from houvast.directory.selectors_log import Who, names_of, who
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import ActorKind
from houvast.kernel.errors import NotVisible
from houvast.kernel.paging import PAGE_SIZE, Page, moment_key, read_moment_key
from houvast.kernel.working_time import day_begins
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.selectors.taking_part import took_part_as

_CONCERN = "concern"
_OF_A_LOCK_OUT = (LOCKED_OUT.code, LOCK_OUT_ENDED.code)
LINES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries: of the case with this number ("" is all), of this concern, and only what was refused.

    `member` did it, `event` is the code of what happened ("" is all), on a day from `first` up to and including `last`.
    """

    code: str = ""
    refused: bool = False
    concern: UUID | None = None
    member: UUID | None = None
    event: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry. `who` is None for the system, which has a `system` name, and for who has no account (`kind`).

    `takes_part_as` says it of who was on an own page. `code` is "" without a case of here.

    `names` are those of the people and teams whose ids stand in `details`, by id; `account` says whose account it is
    about, and "" when it is nobody's; `concern` is the id of the concern that it is about.
    """

    at: datetime
    event: str
    refused: bool
    who: Who | None
    member: UUID | None
    system: str
    code: str
    details: dict[str, object]
    names: Mapping[str, str] = field(default_factory=dict)
    account: str = ""
    kind: ActorKind = ActorKind.MEMBER
    takes_part_as: ParticipantKind | None = None
    concern: UUID | None = None


def log(reader: Viewer, wanted: LogFilter, *, after: str = "", size: int = PAGE_SIZE) -> Page[LogLine]:
    """Give a page of the log, newest first, in a fixed number of queries. Raises `NotVisible`."""
    rows = wanted_of(entries_for(reader), reader, wanted).order_by("-at", "-chain_id", "-number")
    found = list(_after(rows, after)[: size + 1])
    shown = found[:size]
    numbers = codes(reader, {row.case for row in shown if row.case})
    people = who({row.actor_member for row in shown if row.actor_member})
    names = names_of({each for row in shown for each in _about(row)})
    kinds = took_part_as({row.actor_name for row in shown if row.actor_kind == ActorKind.PARTICIPANT})
    lines = tuple(_line(row, numbers, people, names, kinds) for row in shown)
    return Page(lines, moment_key(shown[-1].at, shown[-1].id) if len(found) > size else "")


def whole_log(reader: Viewer, wanted: LogFilter) -> Iterator[LogLine]:
    """Give every line that is wanted, newest first, some at a time and in constant memory. Raises `NotVisible`."""
    after = ""
    while True:
        page = log(reader, wanted, after=after, size=LINES_AT_ONCE)
        yield from page.rows
        after = page.after
        if not after:
            return


def entries_for(reader: Viewer) -> QuerySet[Entry]:
    """Give the log that somebody may read. Raises `NotVisible`.

    Who is locked out of a case does not see that it is so, also when they read the log (ADR 0025).
    """
    if not may_read_log(reader).allowed or reader.municipality_id is None:
        raise NotVisible
    about_reader = Q(event__in=_OF_A_LOCK_OUT, details__member=str(reader.member_id))
    return scopes.entries(reader.municipality_id).exclude(about_reader)


def name_in_log(reader: Viewer, member_id: UUID) -> str:
    """Give the name of a member of whom the log that the reader may read has a line; "" for anybody else.

    Raises `NotVisible`.
    """
    known = entries_for(reader).filter(actor_member=member_id).exists()
    return who([member_id])[member_id].name if known else ""


def between(rows: QuerySet[Entry], first: date | None, last: date | None) -> QuerySet[Entry]:
    """Keep what happened on these days, as the calendar here counts them."""
    if first:
        rows = rows.filter(at__gte=day_begins(first))
    return rows.filter(at__lt=day_begins(last + timedelta(days=1))) if last else rows


def wanted_of(rows: QuerySet[Entry], reader: Viewer, wanted: LogFilter) -> QuerySet[Entry]:
    """Keep the entries that are wanted."""
    if wanted.refused:
        rows = rows.filter(outcome=REFUSED)
    if wanted.concern:
        rows = rows.filter(subject=_CONCERN, subject_id=wanted.concern)
    if wanted.member:
        rows = rows.filter(actor_member=wanted.member)
    if wanted.event:
        rows = rows.filter(event=wanted.event)
    if wanted.code:
        case_id = case_with(reader, wanted.code)
        rows = rows.filter(case=case_id) if case_id else rows.none()
    return between(rows, wanted.first, wanted.last)


def _after(rows: QuerySet[Entry], after: str) -> QuerySet[Entry]:
    """Begin after a key; a key that is not one begins at the start."""
    last = read_moment_key(after)
    if last is None:
        return rows
    at, entry_id = last
    place = rows.filter(pk=entry_id).values_list("chain_id", "number").first()
    if place is None:
        return rows
    same_moment = Q(at=at, chain_id__lt=place[0]) | Q(at=at, chain_id=place[0], number__lt=place[1])
    return rows.filter(Q(at__lt=at) | same_moment)


def _about(row: Entry) -> Iterator[UUID]:
    """Give whom an entry is about: every id in its details, and the account that it names."""
    if row.subject == "account" and row.subject_id:
        yield row.subject_id
    for value in row.details.values():
        for said in value if isinstance(value, list) else [value]:
            for part in said.split(":") if isinstance(said, str) else ():
                try:
                    yield UUID(part)
                except ValueError:
                    continue


def _line(
    row: Entry,
    numbers: dict[UUID, str],
    people: dict[UUID, Who],
    names: dict[UUID, str],
    kinds: dict[str, ParticipantKind],
) -> LogLine:
    return LogLine(
        at=row.at,
        event=row.event,
        refused=row.outcome == REFUSED,
        who=people.get(row.actor_member) if row.actor_member else None,
        member=row.actor_member,
        system=row.actor_name,
        code=numbers.get(row.case, "") if row.case else "",
        details=dict(row.details),
        names={str(each): names[each] for each in _about(row) if each in names},
        concern=row.subject_id if row.subject == _CONCERN else None,
        account=names.get(row.subject_id, "") if row.subject == "account" and row.subject_id else "",
        kind=ActorKind(row.actor_kind),
        takes_part_as=kinds.get(row.actor_name),
    )
