"""Put something on the agenda of a meeting: a case, or an address, a group or a theme that is nobody's case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from houvast.cases.selectors.asked import case_of_row
from houvast.cases.selectors.bands import by_ids
from houvast.cases.selectors.contents import organisations_around
from houvast.consultation import events, policy
from houvast.consultation.models import AgendaItem, ItemMember, TableMember
from houvast.consultation.rules.agenda import (
    USUAL_MINUTES,
    AgendaCause,
    Sitting,
    concerned,
    item_problems,
)
from houvast.consultation.services.steps.loading import LoadedMeeting, acting_on_meeting, key_of
from houvast.consultation.services.steps.sight import show
from houvast.directory.selectors import organisation_of_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal, unseal
from houvast.vault.services.create_key import create_key

TITLE_PLACE = "consultation_agendaitem.title"
QUESTION_PLACE = "consultation_agendaitem.question"


@dataclass(frozen=True, slots=True)
class NewItem:
    """What is put on the agenda. `case_id` for a case; else a title says which address, group or theme it is."""

    kind: AgendaItem.Kind
    case_id: UUID | None = None
    title: str = ""
    question: str = ""
    cause: AgendaCause = AgendaCause.ASKED
    minutes: int = USUAL_MINUTES


def put_on_agenda(*, actor: Actor, now: datetime, meeting_id: UUID, new: NewItem) -> UUID:
    """Put an item at the end of an agenda; gives its id. Whom it concerns at the table is invited by itself.

    Raises `NotVisible` for a meeting or a case that the actor does not see, `Refused`, `Invalid`, or `Conflict` when
    the case, or something of that kind with that title, stands there already.
    """
    with acting_on_meeting(events.ITEM_ADDED, meeting_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_add_item(loaded.viewer, loaded.facts, in_amsterdam(now).date()))
        about_case = new.kind is AgendaItem.Kind.CASE
        problems = item_problems(about_case=about_case, title=new.title, question=new.question, minutes=new.minutes)
        if problems:
            raise Invalid(problems)
        if not about_case and _stands_there(loaded, new):
            raise Conflict("Dit punt staat al op de agenda.")
        municipality_id = _of_case(loaded, new, now) if about_case else loaded.facts.municipality_id
        item = _write(loaded, new, municipality_id, now)
        invited = _invite(loaded, item, item.case_id, now) if item.case_id else []
        loaded.of_case(item)
        show(item, list(dict.fromkeys([loaded.meeting.chair_id, *invited])), actor=actor, now=now)
        loaded.about("agenda_item", item.id, kind=item.kind, cause=item.cause, invited=[str(each) for each in invited])
        return item.id


def _of_case(loaded: LoadedMeeting, new: NewItem, now: datetime) -> UUID:
    """Give the municipality of a visible, open case that may be discussed at this table."""
    if new.case_id is None:
        raise Invalid({"case": "Kies een casus."})
    found = by_ids(loaded.viewer, [new.case_id], now=now).get(new.case_id)
    if found is None:
        loaded.acting.case = case_of_row(new.case_id)
        raise NotVisible
    if found.band.is_closed:
        raise Invalid({"case": "Deze casus is gesloten. Heropen haar eerst."})
    table = loaded.meeting.table
    if not table.region and found.band.municipality_id != table.municipality_id:
        raise Invalid({"case": "Deze casus hoort bij een andere gemeente dan deze tafel."})
    if AgendaItem.objects.filter(meeting=loaded.meeting, case_id=new.case_id, taken_off_at__isnull=True).exists():
        raise Conflict("Deze casus staat al op de agenda.")
    return found.band.municipality_id


def _stands_there(loaded: LoadedMeeting, new: NewItem) -> bool:
    """Say whether something of this kind with this title stands on the agenda."""
    items = AgendaItem.objects.filter(meeting=loaded.meeting, kind=new.kind, taken_off_at__isnull=True)
    titles = (
        unseal(key_of(item), item.title_sealed, place=f"{TITLE_PLACE}:{item.id}")
        for item in items.select_related("case__key", "key")
    )
    return new.title.strip() in titles


def _write(loaded: LoadedMeeting, new: NewItem, municipality_id: UUID, now: datetime) -> AgendaItem:
    item_id = new_id()
    last = AgendaItem.objects.filter(meeting=loaded.meeting).aggregate(last=Max("position"))["last"]
    about_case = new.kind is AgendaItem.Kind.CASE
    item = AgendaItem(
        id=item_id,
        meeting=loaded.meeting,
        municipality_id=municipality_id,
        position=1 + (last or 0),
        kind=new.kind,
        case_id=new.case_id if about_case else None,
        key=None if about_case else create_key(now=now),
        cause=new.cause,
        minutes=new.minutes,
        added_at=now,
        added_by_id=loaded.viewer.member_id,
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )
    key = key_of(item)
    if not about_case:
        item.title_sealed = seal(key, new.title.strip(), place=f"{TITLE_PLACE}:{item_id}")
    item.question_sealed = seal(key, new.question.strip(), place=f"{QUESTION_PLACE}:{item_id}")
    item.save(force_insert=True)
    return item


def _invite(loaded: LoadedMeeting, item: AgendaItem, case_id: UUID, now: datetime) -> Sequence[UUID]:
    """Invite whom a case concerns of those who sit at the table, as far as the actor sees who is around it."""
    rows = TableMember.objects.filter(table_id=loaded.meeting.table_id, until__isnull=True, member__isnull=False)
    seats = rows.order_by("since", "id").values_list("member_id", "organisation_id")
    sitting = [Sitting(member_id, organisation_id) for member_id, organisation_id in seats if member_id]
    around = organisations_around(loaded.viewer, case_id, now=now)
    own = organisation_of_municipality(item.municipality_id)
    invited = concerned(sitting, own, {each.organisation_id for each in around})
    ItemMember.objects.bulk_create(ItemMember(item=item, member_id=each, from_at=now) for each in invited)
    return invited
