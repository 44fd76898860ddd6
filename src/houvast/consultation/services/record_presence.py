"""Record who is there: members of the meeting, and residents or supporters at their own item."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemGuest, ItemMember, Presence, TableMember
from houvast.consultation.services.steps.loading import LoadedMeeting, acting_on_meeting
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def record_presence(
    *, actor: Actor, now: datetime, meeting_id: UUID, here: Collection[UUID], guests: Collection[UUID] = ()
) -> None:
    """Record who of those expected is here; everybody else expected is not.

    `here` are members, `guests` are rows of residents and supporters. Raises `NotVisible`, `Refused`, or `Invalid` for
    somebody who does not belong to this meeting.
    """
    with acting_on_meeting(events.PRESENCE_RECORDED, meeting_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_prepare(loaded.viewer, loaded.facts))
        expected = _expected(loaded)
        own = ItemGuest.objects.filter(item__meeting=loaded.meeting, item__taken_off_at__isnull=True)
        own = own.exclude(answer=ItemGuest.Answer.NOT_ASKED)
        own_ids = set(own.values_list("pk", flat=True))
        if not set(here) <= expected or not set(guests) <= own_ids:
            raise Invalid({"": "Iemand in deze lijst hoort niet bij dit overleg. Kijk opnieuw."})
        for member_id in expected:
            Presence.objects.update_or_create(
                meeting=loaded.meeting,
                member_id=member_id,
                defaults={
                    "present": member_id in here,
                    "recorded_at": now,
                    "recorded_by_id": loaded.viewer.member_id,
                },
            )
        own.filter(pk__in=guests).update(present=True)
        own.exclude(pk__in=guests).update(present=False)
        loaded.acting.details = {"here": len(set(here)), "guests": len(set(guests))}


def _expected(loaded: LoadedMeeting) -> set[UUID]:
    """Give the chair, who sits at the table in person, and who is invited to an item."""
    sits = TableMember.objects.filter(table_id=loaded.meeting.table_id, until__isnull=True, member__isnull=False)
    invited = ItemMember.objects.filter(item__meeting=loaded.meeting, until_at__isnull=True)
    people = {*sits.values_list("member_id", flat=True), *invited.values_list("member_id", flat=True)}
    return {loaded.meeting.chair_id, *(each for each in people if each is not None)}
