"""Tailor-made help, in the words of the stories: each verb calls the service, as the person who does it."""

from datetime import datetime
from uuid import UUID

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
from houvast.practice.casework import Casework
from houvast.practice.region import Person

LAW = "Wmo 2015, artikel 2.3.5: wat iemand nodig heeft om mee te doen. De uitleg is verzonnen."


def alone(case: Casework, by: Person, now: datetime, what: str, effect: str, euros: int) -> UUID:
    """Decide on something small as the case director; gives its id."""
    new = NewTailorMade(Way.ALONE, TailorContent(what, effect), euros * 100)
    return make_tailor_made(actor=by.actor, now=now, case_id=case.id, new=new, tailor_id=new_id())


def ask(case: Casework, by: Person, now: datetime, words: TailorContent, euros: int) -> UUID:
    """Ask for something that costs more; gives its id."""
    new = NewTailorMade(Way.ASKED, words, euros * 100)
    return make_tailor_made(actor=by.actor, now=now, case_id=case.id, new=new, tailor_id=new_id())


def grant(by: Person, now: datetime, asked: UUID, euros: int, why: str) -> None:
    """Grant what was asked, or less."""
    new = NewTailorAnswer(TailorAnswer.GRANTED, euros * 100, why=why)
    decide_tailor_made(actor=by.actor, now=now, tailor_id=asked, new=new)


def no_money(by: Person, now: datetime, asked: UUID, why: str) -> None:
    """Refuse what was asked because there is no money."""
    new = NewTailorAnswer(TailorAnswer.REFUSED, reason=RefusalReason.NO_MONEY, why=why)
    decide_tailor_made(actor=by.actor, now=now, tailor_id=asked, new=new)


def tell(by: Person, now: datetime, made: UUID, brought: Brought, words: str, euros: int) -> None:
    """Tell what it brought, and what it really cost."""
    new = NewTailorOutcome(brought, words, euros * 100)
    record_tailor_made_outcome(actor=by.actor, now=now, tailor_id=made, new=new)
