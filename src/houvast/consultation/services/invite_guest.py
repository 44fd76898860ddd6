"""Record that a resident or supporter may come for their own item, and how and when they were told."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemGuest
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal

WHO_PLACE = "consultation_itemguest.who"
LONGEST_WHO = 120


@dataclass(frozen=True, slots=True)
class NewGuest:
    """Who may come, and how and when that was told to them. `who` is what they are called, and may be empty."""

    kind: ItemGuest.Kind
    told_on: date
    told_how: ItemGuest.ToldHow
    who: str = ""


def invite_guest(*, actor: Actor, now: datetime, item_id: UUID, new: NewGuest) -> UUID:
    """Record it; gives the id. Raises `NotVisible`, `Refused` or `Invalid`."""
    with acting_on_item(events.GUEST_INVITED, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_prepare(loaded.of.viewer, loaded.of.facts))
        if new.told_on > in_amsterdam(now).date():
            raise Invalid({"told_on": "Kies vandaag of een dag die geweest is: toen is het verteld."})
        if len(new.who) > LONGEST_WHO:
            raise Invalid({"who": f"Maak het korter: hoogstens {LONGEST_WHO} tekens."})
        guest_id = new_id()
        ItemGuest(
            id=guest_id,
            item=loaded.item,
            kind=new.kind,
            who_sealed=seal(loaded.key, new.who.strip(), place=f"{WHO_PLACE}:{guest_id}"),
            told_on=new.told_on,
            told_how=new.told_how,
            recorded_at=now,
            recorded_by_id=loaded.of.viewer.member_id,
        ).save(force_insert=True)
        loaded.of.about("item_guest", guest_id, kind=new.kind.value, told_how=new.told_how.value)
        return guest_id
