"""Tailor-made help in a case that Sanne leads and in which Erik has operational responsibility. All *verzonnen*."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.plans.rules.tailor_made import (
    Brought,
    NewTailorAnswer,
    NewTailorMade,
    NewTailorOutcome,
    RefusalReason,
    TailorAnswer,
    TailorContent,
    Way,
)
from houvast.plans.services.decide_tailor_made import decide_tailor_made
from houvast.plans.services.make_tailor_made import make_tailor_made
from houvast.plans.services.record_tailor_made_outcome import record_tailor_made_outcome
from houvast.plans.services.withdraw_tailor_made import withdraw_tailor_made
from tests.plans.worlds import Planned
from tests.worlds import NOW

SMALL = NewTailorMade(Way.ALONE, TailorContent("Een bed.", "Hij slaapt weer thuis."), 12_000)
LARGE = NewTailorMade(
    Way.ASKED,
    TailorContent("Een fiets.", "Zij komt op haar werk.", "Zij raakt haar werk kwijt.", "Wmo artikel 2.3.5."),
    60_000,
)
YES = NewTailorAnswer(TailorAnswer.GRANTED, 50_000, why="Een gebruikte fiets is genoeg.")
NO_MONEY = NewTailorAnswer(TailorAnswer.REFUSED, reason=RefusalReason.NO_MONEY, why="Het budget is op.")
HELPED = NewTailorOutcome(Brought.HELPED, "Zij werkt weer.", 48_050)


def tailor(planned: Planned, new: NewTailorMade = LARGE, who: str = "sanne", *, tailor_id: UUID | None = None) -> UUID:
    """Write tailor-made help down."""
    actor = planned.world.actor(who)
    return make_tailor_made(actor=actor, now=NOW, case_id=planned.case_id, new=new, tailor_id=tailor_id or new_id())


def answer(planned: Planned, tailor_id: UUID, new: NewTailorAnswer = YES, who: str = "erik") -> None:
    """Answer it."""
    decide_tailor_made(actor=planned.world.actor(who), now=NOW, tailor_id=tailor_id, new=new)


def withdraw(planned: Planned, tailor_id: UUID, who: str = "sanne") -> None:
    """Take it back."""
    withdraw_tailor_made(actor=planned.world.actor(who), now=NOW, tailor_id=tailor_id, why="Zij kreeg er een.")


def tell(planned: Planned, tailor_id: UUID, new: NewTailorOutcome = HELPED, who: str = "sanne") -> None:
    """Say what it brought."""
    record_tailor_made_outcome(actor=planned.world.actor(who), now=NOW, tailor_id=tailor_id, new=new)


def add_tailor_made(actor: Actor, case_id: UUID, *, now: datetime = NOW, word: str = "Een fiets.") -> tuple[UUID, UUID]:
    """Let a case director decide something alone and ask something larger; `word` is everywhere in it."""
    words = TailorContent(word, word)
    alone, asked = replace(SMALL, content=words), replace(LARGE, content=replace(words, without=word, law=word))
    first, second = (
        make_tailor_made(actor=actor, now=now, case_id=case_id, new=new, tailor_id=new_id()) for new in (alone, asked)
    )
    return first, second
