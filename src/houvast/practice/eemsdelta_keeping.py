"""Eemsdelta: cases that were closed long ago, with the periods of one year that the municipality sets to practise with.

One may go, one is held because of a court case, one waits for a second person, and one is approved, for
`houvast practice-region` to destroy. All of it is *verzonnen*, the people too.
"""

from datetime import datetime
from uuid import UUID

from houvast.accountability.rules.retention import Certainty, CountedFrom, Period, UnitKind
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.accountability.services.place_hold import place_hold
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.accountability.services.set_period import set_period
from houvast.kernel.clock_start import RecordKind
from houvast.practice.casework import CASE, Casework
from houvast.practice.homes import Address, Someone, settle
from houvast.practice.region import Person
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

_GROUND = "public_order"
_SOURCE = "Verzonnen, om te oefenen: de gemeente bewaart openbare orde één jaar"
_OVER = "De overlast is voorbij en bleef weg. Niemand hoeft nog te kijken."
_PEOPLE = (
    (Someone("Folkert", "Wagenaar", 58, "M"), Address("Noorsingel", "71", "9934", "Delfzijl")),
    (Someone("Hillechien", "Spanjer", 49, "V"), Address("Caspad", "18", "9938", "Appingedam")),
    (Someone("Sjoerd", "Tuma", 37, "M"), Address("Odasteeg", "5", "9937", "Loppersum")),
    (Someone("Renske", "Kolthof", 66, "V"), Address("Pippaweg", "40", "9936", "Spijk")),
)


def long_closed(stage: Stage) -> Story:
    """Tell of four nuisances that ended, and of what the privacy officer and the archivist do with them."""
    sanne, privacy, archivist, at = stage["team"], stage["privacy"], stage["archive"], stage.at
    now = yield at.ago(520, 10)
    cases = [_opened(stage, who, where, now) for who, where in _PEOPLE]
    now = yield at.ago(450, 15)
    for case in cases:
        case.close(sanne, now, "goals_reached", _OVER, look_again=None)
    now = yield at.ago(40, 11)
    _set_periods(privacy, now)
    _, held, waits, approved = (case.id for case in cases)
    now = yield at.ago(30, 14)
    reason, review_on = "court", at.ahead(150)
    place_hold(actor=archivist.actor, now=now, kind=UnitKind.CASE, unit_id=held, reason=reason, review_on=review_on)
    now = yield at.working_ago(6, 10)
    _propose(privacy, now, waits)
    proposal = _propose(privacy, now, approved)
    now = yield at.working_ago(2, 9)
    answer_proposal(actor=archivist.actor, now=now, proposal_id=proposal, outcome="approved")


def _opened(stage: Stage, who: Someone, where: Address, now: datetime) -> Casework:
    nadia, town = stage["oov"], stage.town
    title = "Mevrouw" if who.sex == "V" else "De heer"
    name = f"{title} {who.surname}"
    home = settle(nadia, now, town=town, name=name, people=[who], at=where, ground=_GROUND)
    return Casework.open(nadia, now, town=town, home=home, seats={CASE: stage["team"]})


def _set_periods(privacy: Person, now: datetime) -> None:
    for kind in (RecordKind.CASE, RecordKind.PERSON):
        period = Period(kind, _GROUND, "", 1, CountedFrom.CLOSING, _SOURCE, Certainty.MADE_UP)
        set_period(actor=privacy.actor, now=now, period=period, is_new=True)


def _propose(by: Person, now: datetime, case_id: UUID) -> UUID:
    return propose_destruction(actor=by.actor, now=now, kind=UnitKind.CASE, unit_id=case_id)
