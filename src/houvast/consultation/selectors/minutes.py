"""What is said and decided at an item, what was decided before, and who is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.consultation import scopes
from houvast.consultation.models import Correction, ItemGuest, ItemMember, Resolution
from houvast.consultation.selectors.agenda import Agenda
from houvast.consultation.services.correct_minutes import CORRECTION_PLACE
from houvast.consultation.services.invite_guest import WHO_PLACE, WHY_PLACE
from houvast.consultation.services.make_resolution import WHAT_PLACE
from houvast.consultation.services.steps.loading import key_of
from houvast.consultation.services.write_item_text import TEXT_PLACE
from houvast.directory.models import Member
from houvast.directory.viewer import Viewer
from houvast.plans.rules.tasks import Standing
from houvast.plans.selectors.tasks import standings
from houvast.vault.sealing import unseal

_KEYS = ("item__key", "item__case__key")
_OWNERS = ("member__team", "member__organisation", "team", "partner")
_MOST_BEFORE = 12


@dataclass(frozen=True, slots=True)
class ResolutionLine:
    """A resolution, with how it stands now. `owner` is who works somewhere; a resident is named only as that."""

    id: UUID
    item_id: UUID
    number: int
    what: str
    owner: str
    owner_detail: str
    due_on: date
    made_at: datetime
    standing: Standing
    is_nobodys_case: bool

    def is_late(self, today: date) -> bool:
        """Say whether it had to be done before today."""
        return self.standing.is_open and self.due_on < today


@dataclass(frozen=True, slots=True)
class TextLine:
    """The newest words about an item: which version, by whom."""

    item_id: UUID
    number: int
    text: str
    author: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class GuestLine:
    """A resident or supporter who may come for an item, or was not asked and why."""

    id: UUID
    item_id: UUID
    kind: str
    who: str
    told_on: date | None
    told_how: str
    answer: ItemGuest.Answer
    why: str
    present: bool

    @property
    def was_asked(self) -> bool:
        """Say whether they were asked to come."""
        return self.answer is not ItemGuest.Answer.NOT_ASKED


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of the meeting: what they are, whether they are here, and for which items they come (empty for all)."""

    member_id: UUID
    name: str
    what: str
    present: bool
    item_ids: frozenset[UUID]


def resolutions(viewer: Viewer, item_ids: Sequence[UUID], *, now: datetime) -> tuple[ResolutionLine, ...]:
    """Give what was decided on visible items, in two queries."""
    rows = scopes.resolutions(viewer, now=now).filter(item_id__in=item_ids)
    return _resolution_lines(list(rows.select_related("outcome", *_KEYS, *_OWNERS).order_by("made_at", "number")))


def decided_before(viewer: Viewer, case_id: UUID, before: datetime, *, now: datetime) -> tuple[ResolutionLine, ...]:
    """Give what was decided about a case at earlier meetings that the viewer may read, newest first, in two queries."""
    rows = scopes.resolutions(viewer, now=now).filter(item__case_id=case_id, item__meeting__starts_at__lt=before)
    joined = rows.select_related("outcome", *_KEYS, *_OWNERS).order_by("-made_at", "number")
    return _resolution_lines(list(joined[:_MOST_BEFORE]))


def own_open(viewer: Viewer, *, now: datetime) -> tuple[ResolutionLine, ...]:
    """Give the viewer's own resolutions that are nobody's case and still open, soonest first, in two queries."""
    rows = scopes.resolutions(viewer, now=now).filter(item__case__isnull=True, outcome__isnull=True)
    mine = [
        row
        for row in rows.select_related("outcome", *_KEYS, *_OWNERS).order_by("due_on", "id")
        if row.member_id in viewer.member_ids or row.team_id in viewer.team_ids
    ]
    return _resolution_lines(mine)


def _resolution_lines(rows: list[Resolution]) -> tuple[ResolutionLine, ...]:
    tasks = standings([row.id for row in rows])
    lines = []
    for row in rows:
        task = tasks.get(row.id)
        outcome = getattr(row, "outcome", None)
        stands = task.standing if task else Standing(outcome.state) if outcome else Standing.OPEN
        owner, detail = _owner(row)
        lines.append(
            ResolutionLine(
                id=row.id,
                item_id=row.item_id,
                number=row.number,
                what=unseal(key_of(row.item), row.what_sealed, place=f"{WHAT_PLACE}:{row.id}"),
                owner=owner,
                owner_detail=detail,
                due_on=(task.due_on if task and task.due_on else row.due_on),
                made_at=row.made_at,
                standing=stands,
                is_nobodys_case=row.item.case_id is None,
            )
        )
    return tuple(lines)


def _owner(row: Resolution) -> tuple[str, str]:
    if row.member is not None:
        return row.member.name, _works(row.member)
    if row.team is not None:
        return row.team.name, ""
    if row.partner is not None:
        return row.partner.name, ""
    return ("de inwoner" if row.owner_kind == "resident" else "het netwerk"), ""


def _works(member: Member) -> str:
    return member.team.name if member.team is not None else member.organisation.name


def texts(viewer: Viewer, item_ids: Sequence[UUID], *, now: datetime) -> dict[UUID, TextLine]:
    """Give the newest words about visible items, by item, in one query."""
    rows = scopes.texts(viewer, now=now).filter(item_id__in=item_ids).select_related("author", *_KEYS)
    newest = {row.item_id: row for row in rows.order_by("number")}
    return {
        item_id: TextLine(
            item_id,
            row.number,
            unseal(key_of(row.item), row.text_sealed, place=f"{TEXT_PLACE}:{row.id}"),
            row.author.name,
            row.written_at,
        )
        for item_id, row in newest.items()
    }


def corrections(viewer: Viewer, item_ids: Sequence[UUID], *, now: datetime) -> tuple[TextLine, ...]:
    """Give what was put right about visible items, in one query."""
    rows = scopes.corrections(viewer, now=now).filter(item_id__in=item_ids).select_related("author", *_KEYS)
    return tuple(_correction(row) for row in rows.order_by("written_at", "number"))


def _correction(row: Correction) -> TextLine:
    text = unseal(key_of(row.item), row.text_sealed, place=f"{CORRECTION_PLACE}:{row.id}")
    return TextLine(row.item_id, row.number, text, row.author.name, row.written_at)


def guests(viewer: Viewer, item_ids: Sequence[UUID], *, now: datetime) -> tuple[GuestLine, ...]:
    """Give the residents and supporters who may come for visible items, in one query."""
    rows = scopes.item_guests(viewer, now=now).filter(item_id__in=item_ids).select_related(*_KEYS)
    return tuple(_guest(row) for row in rows.order_by("recorded_at", "id"))


def _guest(row: ItemGuest) -> GuestLine:
    who = unseal(key_of(row.item), row.who_sealed, place=f"{WHO_PLACE}:{row.id}")
    why = unseal(key_of(row.item), row.why_sealed, place=f"{WHY_PLACE}:{row.id}") if row.why_sealed else ""
    answer = ItemGuest.Answer(row.answer)
    return GuestLine(row.id, row.item_id, row.kind, who, row.told_on, row.told_how, answer, why, row.present)


def attendees(viewer: Viewer, shown: Agenda, *, now: datetime) -> tuple[Attendee, ...]:
    """Give who belongs to a meeting: the chair, who sits at the table in person, and who is invited to an item that the
    viewer sees; each group by name, in three queries.
    """
    meeting = shown.meeting
    joins = ("member__team", "member__organisation")
    at_table = scopes.table_members(viewer, now=now).filter(table_id=meeting.table_id, member__isnull=False)
    seats = at_table.filter(since__lte=meeting.ends_at, until__isnull=True).select_related(*joins)
    invited = scopes.item_members(viewer, now=now).filter(item__meeting=meeting).select_related(*joins)
    notes = dict(scopes.presences(viewer, now=now).filter(meeting=meeting).values_list("member_id", "present"))
    people: dict[UUID, tuple[Member, set[UUID]]] = {meeting.chair_id: (meeting.chair, set())}
    for seat in seats.order_by("member__name", "id"):
        if seat.member is not None:
            people.setdefault(seat.member.id, (seat.member, set()))
    regular = set(people)
    for row in invited.order_by("member__name", "id"):
        if _holds(row, now) or row.member_id in notes:
            people.setdefault(row.member_id, (row.member, set()))[1].add(row.item_id)
    return tuple(
        Attendee(
            member_id,
            member.name,
            "" if member_id == meeting.chair_id else _works(member),
            notes.get(member_id, False),
            frozenset() if member_id in regular else frozenset(item_ids),
        )
        for member_id, (member, item_ids) in people.items()
    )


def invited_ids(viewer: Viewer, item_id: UUID, *, now: datetime) -> frozenset[UUID]:
    """Give who is invited to a visible item now, in one query."""
    rows = scopes.item_members(viewer, now=now).filter(item_id=item_id, until_at__isnull=True)
    return frozenset(rows.values_list("member_id", flat=True))


def _holds(row: ItemMember, now: datetime) -> bool:
    return row.until_at is None or row.until_at > now
