"""Eemsdelta and another municipality: somebody in shelter there, and people who move. Everybody is *verzonnen*."""

from datetime import datetime

from houvast.cases.models import CrossingGround
from houvast.cases.rules.matrix import Part
from houvast.cases.services.agree_stay import NewStay, agree_stay
from houvast.cases.services.offer_move import NewOffer, offer_move
from houvast.directory.selectors_elsewhere import Asked
from houvast.practice import tailoring
from houvast.practice.casework import CASE, PROCESS, Casework
from houvast.practice.crucial_moments import Kind, expect
from houvast.practice.homes import Address, Home, Someone, settle
from houvast.practice.region import Person, Town
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

SHELTER_TOWN = "oldambt"


def _elsewhere(stage: Stage) -> Town | None:
    """Give the town where the shelter is; another when the region is filled without it, None when there is no other."""
    others = {code: town for code, town in stage.region.towns.items() if code != stage.town.local.code}
    return others.get(SHELTER_TOWN) or next(iter(others.values()), None)


def wierda(stage: Stage) -> Story:
    """Tell of a woman who lost her home: a case since yesterday, and a bed in another municipality for two weeks."""
    sanne, at = stage["team"], stage.at
    now = yield at.working_ago(1, 11)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Mevrouw Wierda",
        people=[Someone("Froukje", "Wierda", 38, "V", phone=341)],
        at=Address("Zeebadweg", "12", "9933", "Delfzijl"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["oggz"]})
    host = _elsewhere(stage)
    if host is None:
        return
    now = yield at.working_ago(1, 16)
    new = NewStay(
        ground=CrossingGround.CONSENT,
        ground_words="Mevrouw gaf toestemming in het gesprek en tekende daarvoor (verzonnen).",
        agreement="Eemsdelta zoekt een woning en belt elke week. Het team daar helpt met de bewindvoerder.",
        pays="Eemsdelta betaalt de opvang (verzonnen).",
        parts=[Part.PEOPLE, Part.PLAN],
        from_on=at.today,
        until_on=at.ahead(12),
        host_member=host["team"].id,
    )
    agree_stay(actor=sanne.actor, now=now, case_id=case.id, new=new)


def kamps(stage: Stage) -> Story:
    """Tell of a mother and her son who move: a moment, an offer to the team over there, and no answer yet."""
    bram, at = stage["team-b"], stage.at
    now = yield at.ago(75, 10)
    home = settle(
        bram,
        now,
        town=stage.town,
        name="Gezin Kamps",
        people=[Someone("Linda", "Kamps", 34, "V", phone=342), Someone("Jorn", "Kamps", 8, "M")],
        at=Address("Marktstraat", "3", "9901", "Appingedam"),
    )
    case = Casework.open(bram, now, town=stage.town, home=home, seats={CASE: bram, PROCESS: stage["leader"]})
    now = yield at.ago(9, 14)
    expect(case, bram, now, Kind.MOVE, at.ahead(8), "Zij krijgt een woning bij haar moeder in de straat.")
    expect(case, bram, now, Kind.SHELTER_OUT, at.ahead(8), "De crisisopvang stopt op de dag van de verhuizing.")
    tailoring.alone(case, bram, now, "Dozen en een busje voor een dag.", "Zij verhuist zonder lening.", 90)
    other = _elsewhere(stage)
    if other is not None:
        now = yield at.working_ago(1, 10)
        _offer(bram, now, case, home, other)


def from_elsewhere(stage: Stage) -> Story:
    """Tell of a man who moves to this town: the other municipality offers its case to the team here."""
    other = _elsewhere(stage)
    if other is None:
        return
    director, at = other["team"], stage.at
    now = yield at.ago(140, 11)
    home = settle(
        director,
        now,
        town=other,
        name="De heer Bolhuis",
        people=[Someone("Wim", "Bolhuis", 62, "M", phone=343)],
        at=Address("Langestraat", "40", "9671", other.local.towns[0]),
    )
    case = Casework.open(director, now, town=other, home=home, seats={CASE: director, PROCESS: other["leader"]})
    now = yield at.ago(8, 15)
    expect(case, director, now, Kind.MOVE, at.ahead(5), "Hij gaat bij zijn dochter wonen.")
    now = yield at.working_ago(1, 14)
    _offer(director, now, case, home, stage.town)


def _offer(by: Person, now: datetime, case: Casework, home: Home, to: Town) -> None:
    """Offer a case to the team of another municipality where concerns come in."""
    new = NewOffer(
        to_municipality=to.id,
        asked=Asked(team=to.teams["Procesregie"]),
        ground=CrossingGround.CONSENT,
        ground_words="Toestemming gegeven in een gesprek thuis, en getekend (verzonnen).",
        summary="Hulp bij geld en post loopt goed. Straks nodig: een huisarts, en iemand die elke week belt.",
        resident_ids=[each.id for each in home.residents],
        chosen=["contact"],
    )
    offer_move(actor=by.actor, now=now, case_id=case.id, new=new)
