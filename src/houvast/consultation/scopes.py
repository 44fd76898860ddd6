"""Seeing tables, meetings and items. An item about a case is seen through the table of reasons (ADR 0004), any other
through its own invitations; every scope below an item follows from that one place.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.scopes import seen
from houvast.consultation.models import (
    AgendaItem,
    CalendarFeed,
    ConsultationTable,
    Correction,
    ItemGuest,
    ItemMember,
    ItemText,
    Meeting,
    Presence,
    Resolution,
    TableMember,
    TableQuestion,
)
from houvast.directory.viewer import Viewer

SOURCE = "agenda_item"
"""What an access row names as its cause, with the id of the item."""
ASKED = "table_question"
"""The same for the chair of a table that is asked something about a case, with the id of the question."""


def _sits(viewer: Viewer, now: datetime) -> QuerySet[TableMember]:
    """Give where the viewer sits now: as a person, or because the organisation has a place."""
    who = Q(member_id__in=viewer.member_ids) | Q(member__isnull=True, organisation_id=viewer.organisation_id)
    not_over = Q(until__isnull=True) | Q(until__gt=now)
    return TableMember.objects.filter(who, not_over, since__lte=now)


def _invited(viewer: Viewer, now: datetime) -> QuerySet[ItemMember]:
    """Give the invitations of the viewer that hold now."""
    not_over = Q(until_at__isnull=True) | Q(until_at__gt=now)
    return ItemMember.objects.filter(not_over, member_id__in=viewer.member_ids, from_at__lte=now)


def tables(viewer: Viewer, *, now: datetime) -> QuerySet[ConsultationTable]:
    """Give the tables that the viewer leads or sits at, and for an administrator those of the municipality."""
    own = Q(chair_id__in=viewer.member_ids) | Q(pk__in=_sits(viewer, now).values("table_id"))
    if viewer.is_administrator:
        own |= Q(municipality_id=viewer.municipality_id)
    return ConsultationTable.objects.filter(own)


def table_members(viewer: Viewer, *, now: datetime) -> QuerySet[TableMember]:
    """Give who sits at visible tables, now and before."""
    return TableMember.objects.filter(table_id__in=tables(viewer, now=now).values("pk"))


def meetings(viewer: Viewer, *, now: datetime) -> QuerySet[Meeting]:
    """Give the meetings that the viewer leads, sits at or is invited to; of who came later not those from before."""
    sits = _sits(viewer, now).filter(table_id=OuterRef("table_id"), since__lte=OuterRef("ends_at"))
    invited = Q(pk__in=_invited(viewer, now).values("item__meeting_id"))
    return Meeting.objects.filter(Q(chair_id__in=viewer.member_ids) | Exists(sits) | invited)


def _of_nobody(item: str = "") -> Q:
    """Say that an item is nobody's case, and was not destroyed."""
    return Q(**{f"{item}case__isnull": True, f"{item}key__destroyed_at__isnull": True})


def items(viewer: Viewer, *, now: datetime) -> QuerySet[AgendaItem]:
    """Give the items that the viewer may see: the one rule about items.

    About a case: those to which a reason in the access table points, all of a case that the viewer leads, and of a case
    that the viewer discusses now the earlier ones at which they were. Any other: to the chair, and to who is
    invited as long as that holds and it was not destroyed.
    """
    part, here = Q(part=Part.ITEM), Q(relation=Relation.AT_THE_TABLE)
    was_there = ItemMember.objects.filter(member_id__in=viewer.member_ids).values("item_id")
    of_case = (
        Q(pk__in=seen(viewer, part & here, now=now, column="source_id"))
        | Q(case_id__in=seen(viewer, part & ~here, now=now))
        | Q(case_id__in=seen(viewer, part & here, now=now), pk__in=was_there)
    )
    of_nobody = Q(meeting__chair_id__in=viewer.member_ids) | Q(pk__in=_invited(viewer, now).values("item_id"))
    return AgendaItem.objects.filter((Q(case__isnull=False) & of_case) | (_of_nobody() & of_nobody))


def item_members(viewer: Viewer, *, now: datetime) -> QuerySet[ItemMember]:
    """Give who is invited to visible items."""
    return ItemMember.objects.filter(item_id__in=items(viewer, now=now).values("pk"))


def item_guests(viewer: Viewer, *, now: datetime) -> QuerySet[ItemGuest]:
    """Give which residents and supporters may come to visible items."""
    return ItemGuest.objects.filter(item_id__in=items(viewer, now=now).values("pk"))


def presences(viewer: Viewer, *, now: datetime) -> QuerySet[Presence]:
    """Give who is or was at visible meetings."""
    return Presence.objects.filter(meeting_id__in=meetings(viewer, now=now).values("pk"))


def texts(viewer: Viewer, *, now: datetime) -> QuerySet[ItemText]:
    """Give what was said about visible items."""
    return ItemText.objects.filter(item_id__in=items(viewer, now=now).values("pk"))


def resolutions(viewer: Viewer, *, now: datetime) -> QuerySet[Resolution]:
    """Give what was decided on visible items; and one's own that are nobody's case, as long as they are open."""
    own = Q(member_id__in=viewer.member_ids) | Q(team_id__in=viewer.team_ids)
    still_to_do = own & _of_nobody("item__") & Q(outcome__isnull=True)
    return Resolution.objects.filter(Q(item_id__in=items(viewer, now=now).values("pk")) | still_to_do)


def table_questions(viewer: Viewer, *, now: datetime) -> QuerySet[TableQuestion]:
    """Give the questions between tables at visible items, on either side; and to the chair who is asked, until it ends.

    About a case the access table says that; about what is nobody's case who leads the table that is asked.
    """
    visible = items(viewer, now=now).values("pk")
    asked = seen(viewer, Q(source=ASKED), now=now, column="source_id")
    of_nobody = _of_nobody("item__") & Q(table__chair_id__in=viewer.member_ids, answer__isnull=True)
    return TableQuestion.objects.filter(
        Q(item_id__in=visible) | Q(answering_item_id__in=visible) | Q(pk__in=asked) | of_nobody
    )


def tables_to_ask(item: AgendaItem) -> QuerySet[ConsultationTable]:
    """Give the other tables that may discuss an item: of its municipality, and those that serve its region. That they
    are there is no secret; who sits there is not in here."""
    near = Q(municipality_id=item.municipality_id) | Q(region=item.municipality.region)
    open_there = TableQuestion.objects.filter(item=item, answer__isnull=True).values("table_id")
    return (
        ConsultationTable.objects.filter(near, active=True).exclude(pk=item.meeting.table_id).exclude(pk__in=open_there)
    )


def corrections(viewer: Viewer, *, now: datetime) -> QuerySet[Correction]:
    """Give what was put right about visible items."""
    return Correction.objects.filter(item_id__in=items(viewer, now=now).values("pk"))


def calendar_feeds(viewer: Viewer, *, now: datetime) -> QuerySet[CalendarFeed]:
    """Give the calendar address of the viewer, not of whom they stand in for."""
    return CalendarFeed.objects.filter(member_id=viewer.member_id, made_at__lte=now, ended_at__isnull=True)
