"""Eemsdelta: somebody who is in shelter in another municipality for a time. Everybody is *verzonnen*."""

from houvast.cases.models import CrossingGround
from houvast.cases.rules.matrix import Part
from houvast.cases.services.agree_stay import NewStay, agree_stay
from houvast.practice.casework import CASE, PROCESS, Casework
from houvast.practice.homes import Address, Someone, settle
from houvast.practice.region import Town
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
