"""Load a meeting or one of its items to act on: visible to the actor, the meeting locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import Act, Detail, act
from houvast.cases.selectors.bands import by_ids
from houvast.consultation import scopes
from houvast.consultation.models import AgendaItem, Meeting
from houvast.consultation.policy import MeetingFacts
from houvast.consultation.rules.agenda import agenda_closes
from houvast.consultation.selectors.asked import case_of_item
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.verdict import Verdict
from houvast.vault.models import Key


@dataclass(frozen=True, slots=True)
class LoadedMeeting:
    """A locked meeting with what policies need, inside the act that changes it."""

    acting: Act
    meeting: Meeting
    viewer: Viewer
    facts: MeetingFacts

    def permit(self, verdict: Verdict) -> None:
        """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
        if not verdict.allowed:
            raise Refused(verdict)
        self.acting.ground = verdict.ground

    def about(self, subject: str, subject_id: UUID, **details: Detail) -> None:
        """Put on record what the act was about: ids and codes only."""
        self.acting.subject, self.acting.subject_id = subject, subject_id
        self.acting.details.update(details)

    def of_case(self, item: AgendaItem) -> None:
        """Put the act in the log of the case that an item is about."""
        if item.case_id is not None:
            self.acting.case, self.acting.municipality = item.case_id, item.municipality_id


@dataclass(frozen=True, slots=True)
class LoadedItem:
    """A visible item of a locked meeting, with the key that its texts are sealed under."""

    of: LoadedMeeting
    item: AgendaItem
    key: Key


def _load(acting: Act, seen_by: Viewer, meeting_id: UUID, now: datetime) -> LoadedMeeting:
    Meeting.objects.select_for_update().get(pk=meeting_id)
    meeting = Meeting.objects.select_related("table").get(pk=meeting_id)
    acting.municipality = meeting.table.municipality_id
    facts = MeetingFacts(
        municipality_id=meeting.table.municipality_id,
        chair_id=meeting.chair_id,
        state=meeting.state,
        agenda_closes=agenda_closes(meeting.starts_at, meeting.table.cutoff_days),
        sits=scopes.tables(seen_by, now=now).filter(pk=meeting.table_id).exists(),
    )
    return LoadedMeeting(acting, meeting, seen_by, facts)


@contextmanager
def acting_on_meeting(event: Event, meeting_id: UUID, *, actor: Actor, now: datetime) -> Iterator[LoadedMeeting]:
    """Act on a visible meeting. Raises `NotVisible`, on record."""
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = seen_by.municipality_id, "meeting", meeting_id
        if not scopes.meetings(seen_by, now=now).filter(pk=meeting_id).exists():
            raise NotVisible
        yield _load(acting, seen_by, meeting_id, now)


@contextmanager
def acting_on_item(event: Event, item_id: UUID, *, actor: Actor, now: datetime) -> Iterator[LoadedItem]:
    """Act on a visible item that stands on its agenda. Raises `NotVisible`, on record."""
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = seen_by.municipality_id, "agenda_item", item_id
        rows = scopes.items(seen_by, now=now).filter(pk=item_id, taken_off_at__isnull=True)
        meeting_id = rows.values_list("meeting_id", flat=True).first()
        if meeting_id is None:
            acting.case = case_of_item(item_id)
            raise NotVisible
        loaded = _load(acting, seen_by, meeting_id, now)
        item = AgendaItem.objects.select_related("key", "case__key").get(pk=item_id)
        loaded.of_case(item)
        yield LoadedItem(loaded, item, key_of(item))


def key_of(item: AgendaItem) -> Key:
    """Give the key that the texts of an item are sealed under: that of its case, or its own."""
    found = item.case.key if item.case is not None else item.key
    if found is None:
        raise LookupError(f"item {item.id} has no key")
    return found


def is_case_closed(viewer: Viewer, case_id: UUID | None, *, now: datetime) -> bool:
    """Say whether the case of an item is closed, or no longer there for the viewer; what is no case is never closed."""
    if case_id is None:
        return False
    found = by_ids(viewer, [case_id], now=now).get(case_id)
    return found is None or found.band.is_closed
