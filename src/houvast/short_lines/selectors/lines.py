"""Reads of short lines: those of one's teams, one of them with its history, and what asks for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from houvast.directory.models import Member
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines import scopes
from houvast.short_lines.models import LineContact, ShortLine
from houvast.short_lines.policy import TeamFacts
from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.rules.standing import ContactFacts, check_on, vacant_since
from houvast.short_lines.rules.terms import Term
from houvast.short_lines.selectors.settings import newest

MOST_TURNS = 40
_PEOPLE = (
    "contact__member__organisation",
    "contact__stand_in__organisation",
)


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody whom one calls. `organisation` is "" for a person by name; `member_id` is None for them."""

    name: str
    organisation: str
    phone: str
    email: str
    member_id: UUID | None


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as it stands. `contact` is None when nobody answers, since `vacant_since`; `was` is who did before."""

    id: UUID
    team: TeamFacts
    team_name: str
    municipality_id: UUID
    name: str
    organisation: str
    number: int
    contact: Reached | None
    was: str
    vacant_since: date | None
    hours: str
    until_on: date | None
    stand_in: Reached | None
    checked_at: datetime
    check_on: date
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Turn:
    """One row of the history of a line: who answered from then on, and who wrote that down."""

    since: datetime
    name: str
    set_by: str


@dataclass(frozen=True, slots=True)
class Checked:
    """When somebody said that a line was still right."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class LineHistory:
    """Who answered over time, and when somebody looked; the newest first."""

    turns: tuple[Turn, ...]
    checks: tuple[Checked, ...]


def lines(viewer: Viewer, *, now: datetime) -> tuple[LineView, ...]:
    """Give the lines that go on, by team and name, in two queries."""
    return _views(viewer, scopes.lines(viewer).filter(ended_at__isnull=True), now)


def line(viewer: Viewer, line_id: UUID, *, now: datetime) -> LineView:
    """Give one line, also when it ended. Raises `NotVisible`."""
    found = _views(viewer, scopes.lines(viewer).filter(pk=line_id), now)
    if not found:
        raise NotVisible
    return found[0]


def history(viewer: Viewer, line_id: UUID) -> LineHistory:
    """Give the history of a visible line, in two queries."""
    contacts = scopes.contacts(viewer).filter(line_id=line_id).select_related("member", "set_by").order_by("-number")
    checks = scopes.checks(viewer).filter(line_id=line_id).select_related("by").order_by("-at", "-id")
    return LineHistory(
        tuple(Turn(row.since, _name(row), row.set_by.name) for row in contacts[:MOST_TURNS]),
        tuple(Checked(row.at, row.by.name) for row in checks[:MOST_TURNS]),
    )


def written(viewer: Viewer, line_id: UUID) -> NewContact:
    """Give the contact of a visible line as somebody filled it in, to change it. Raises `NotVisible`."""
    row = scopes.lines(viewer).select_related("contact").filter(pk=line_id).first()
    if row is None:
        raise NotVisible
    found = row.contact
    return NewContact(
        state=ContactState(found.state),
        member_id=found.member_id,
        name=found.name,
        phone=found.phone,
        email=found.email,
        hours=found.hours,
        until_on=found.until_on,
        stand_in_id=found.stand_in_id,
        stand_in_name=found.stand_in_name,
        stand_in_phone=found.stand_in_phone,
    )


def asking_for_attention(viewer: Viewer, *, now: datetime) -> tuple[LineView, ...]:
    """Give the lines of the viewer's teams that nobody answers, or that are due to be looked at; in two queries."""
    if not viewer.team_ids or viewer.municipality_id is None:
        return ()
    today = in_amsterdam(now).date()
    mine = scopes.lines(viewer).filter(ended_at__isnull=True, team_id__in=viewer.team_ids)
    return tuple(each for each in _views(viewer, mine, now) if each.contact is None or each.check_on <= today)


def _views(viewer: Viewer, rows: QuerySet[ShortLine], now: datetime) -> tuple[LineView, ...]:
    if viewer.municipality_id is None:
        return ()
    newest_check = scopes.checks(viewer).filter(line_id=OuterRef("pk")).order_by("-at").values("at")[:1]
    found = rows.annotate(checked_at=Subquery(newest_check)).select_related("team", "organisation", *_PEOPLE)
    days = newest(viewer.municipality_id, Term.CHECK_AFTER).days
    return tuple(_made(found.order_by("team__name", "name", "id"), days, now))


def _made(rows: Iterable[ShortLine], days: int, now: datetime) -> Iterable[LineView]:
    for row in rows:
        found, checked_at = row.contact, getattr(row, "checked_at", None)
        member_until = found.member.until_at if found.member else None
        facts = ContactFacts(ContactState(found.state), found.since, found.until_on, member_until)
        since = vacant_since(facts, now)
        yield LineView(
            id=row.id,
            team=TeamFacts(row.team_id, row.team.organisation_id),
            team_name=row.team.name,
            municipality_id=row.municipality_id,
            name=row.name,
            organisation=row.organisation.name if row.organisation else "",
            number=found.number,
            contact=None if since else _contact(found),
            was=_name(found) if since else "",
            vacant_since=since,
            hours=found.hours,
            until_on=found.until_on,
            stand_in=_stand_in(found, now),
            checked_at=found.since if checked_at is None else max(checked_at, found.since),
            check_on=check_on(facts, checked_at, days),
            ended_at=row.ended_at,
        )


def _name(row: LineContact) -> str:
    """Give who answers, or answered; "" for nobody."""
    return row.member.name if row.member else row.name


def _contact(row: LineContact) -> Reached:
    if row.member is None:
        return Reached(row.name, "", row.phone, row.email, None)
    return Reached(
        row.member.name, row.member.organisation.name, row.phone or row.member.phone, row.email, row.member_id
    )


def _stand_in(row: LineContact, now: datetime) -> Reached | None:
    """Give who stands in; None when that is nobody, or somebody who left."""
    who = row.stand_in
    if who is None:
        return Reached(row.stand_in_name, "", row.stand_in_phone, "", None) if row.stand_in_name else None
    return (
        None
        if _left(who, now)
        else Reached(who.name, who.organisation.name, row.stand_in_phone or who.phone, "", who.id)
    )


def _left(who: Member, now: datetime) -> bool:
    return who.until_at is not None and who.until_at <= now
