"""Record that a resident or supporter may come for their own item and how that was told; or why they were not asked."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemGuest
from houvast.consultation.rules.guests import guest_problems
from houvast.consultation.services.steps.loading import LoadedItem, acting_on_item
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal, unseal

WHO_PLACE = "consultation_itemguest.who"
WHY_PLACE = "consultation_itemguest.why"


@dataclass(frozen=True, slots=True)
class NewGuest:
    """Who may come, and how and when that was told to them. `who` is what they are called, and may be empty.

    Who was not asked has no day and no way of telling, and a reason in `why`.
    """

    kind: ItemGuest.Kind
    told_on: date | None = None
    told_how: ItemGuest.ToldHow | None = None
    who: str = ""
    answer: ItemGuest.Answer = ItemGuest.Answer.NOT_KNOWN
    why: str = ""

    @property
    def asked(self) -> bool:
        """Say whether they were asked to come."""
        return self.answer is not ItemGuest.Answer.NOT_ASKED


def invite_guest(*, actor: Actor, now: datetime, item_id: UUID, new: NewGuest) -> UUID:
    """Record it; gives the id.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was recorded a moment ago.
    """
    with acting_on_item(events.GUEST_INVITED, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_prepare(loaded.of.viewer, loaded.of.facts))
        problems = guest_problems(
            who=new.who,
            asked=new.asked,
            told_on=new.told_on,
            told_how=new.told_how or "",
            why=new.why,
            today=in_amsterdam(now).date(),
        )
        if problems:
            raise Invalid(problems)
        if _recorded_just_now(loaded, new, now):
            raise Conflict(ALREADY)
        guest_id = new_id()
        ItemGuest(
            id=guest_id,
            item=loaded.item,
            kind=new.kind,
            who_sealed=seal(loaded.key, new.who.strip(), place=f"{WHO_PLACE}:{guest_id}"),
            told_on=new.told_on if new.asked else None,
            told_how=(new.told_how or "") if new.asked else "",
            answer=new.answer,
            why_sealed=seal(loaded.key, new.why.strip(), place=f"{WHY_PLACE}:{guest_id}"),
            recorded_at=now,
            recorded_by_id=loaded.of.viewer.member_id,
        ).save(force_insert=True)
        loaded.of.about("item_guest", guest_id, kind=new.kind.value, answer=new.answer.value)
        return guest_id


def _recorded_just_now(loaded: LoadedItem, new: NewGuest, now: datetime) -> bool:
    """Say whether this person recorded just this a moment ago."""
    by = loaded.of.viewer.member_id
    recent = ItemGuest.objects.filter(
        item=loaded.item, kind=new.kind, answer=new.answer, recorded_by_id=by, recorded_at__gt=now - SAME_WITHIN
    )
    called = (unseal(loaded.key, guest.who_sealed, place=f"{WHO_PLACE}:{guest.id}") for guest in recent)
    return new.who.strip() in called
