"""Wish something on one's own page: somebody of one's network beside oneself, or another date."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.participation import events, policy
from houvast.participation.models import Participant, Wish
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.rules.wishing import MOST_A_DAY, NewWish, WishKind, wish_problems
from houvast.participation.services.steps.load_participant import acting_as_participant
from houvast.vault.sealing import seal, unseal

PLACE = "participation_wish"
_A_DAY = timedelta(days=1)
_MUCH = "U vroeg vandaag al veel. Bel liever met wie u helpt. Morgen kunt u weer iets vragen."


def make_wish(*, actor: Actor, now: datetime, participant_id: UUID, new: NewWish) -> UUID:
    """Put it there for who leads the case; gives its id. It changes nothing by itself.

    Raises `NotVisible` for who does not take part now, `Refused`, `Invalid`, or `Conflict` when the same was sent just
    now.
    """
    event = events.SOMEBODY_PROPOSED if new.kind is WishKind.SOMEBODY else events.DATE_ASKED
    with acting_as_participant(event, participant_id, actor=actor, now=now) as (outside, row):
        verdict = policy.may_wish(ParticipantKind(row.kind))
        if not verdict.allowed:
            raise Refused(verdict)
        problems = wish_problems(new)
        if problems:
            raise Invalid(problems)
        lately = Wish.objects.filter(participant=row, at__gt=now - _A_DAY)
        if lately.count() >= MOST_A_DAY:
            raise Invalid({"words": _MUCH})
        same = lately.filter(kind=new.kind.value, about_id=new.about_id, at__gt=now - SAME_WITHIN)
        said = {"name": new.name, "words": new.words}
        key = outside.case.key
        for each in same:
            if all(
                unseal(key, getattr(each, f"{name}_sealed"), place=f"{PLACE}.{name}:{each.id}") == text.strip()
                for name, text in said.items()
            ):
                raise Conflict(ALREADY)
        wish_id = new_id()
        _row(wish_id, row, new, now).save(force_insert=True)
        outside.about("wish", wish_id, kind=new.kind.value)
        return wish_id


def _row(wish_id: UUID, row: Participant, new: NewWish, now: datetime) -> Wish:
    def sealed(name: str, text: str) -> bytes:
        return seal(row.case.key, text.strip(), place=f"{PLACE}.{name}:{wish_id}")

    return Wish(
        id=wish_id,
        case_id=row.case_id,
        municipality_id=row.municipality_id,
        resident_id=row.resident_id,
        participant=row,
        kind=new.kind.value,
        about_id=new.about_id,
        stood_sealed=sealed("stood", new.stood),
        name_sealed=sealed("name", new.name),
        relation_sealed=sealed("relation", new.relation),
        phone_sealed=sealed("phone", new.phone),
        words_sealed=sealed("words", new.words),
        at=now,
    )
