"""Eemsdelta: a case that went down together, though not everybody agreed. Everybody is *verzonnen*."""

from houvast.cases.rules.judging import NewJudgement
from houvast.cases.selectors.judgements import waiting_judgements
from houvast.cases.services.ask_judgement import ask_judgement
from houvast.cases.services.give_judgement import give_judgement
from houvast.directory.selectors import viewer_of
from houvast.practice.casework import CASE, PROCESS, Casework, Step, handing_on
from houvast.practice.homes import Address, Someone, settle
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

_FACT = NewJudgement(
    agrees=False,
    risk="Zonder dagelijks contact stopt hij met zijn medicijnen. Vorige winter ging dat zo.",
    must_stay="FACT blijft twee keer per week langs gaan, en één nummer voor de nacht.",
    why="Te vroeg. Ik wil eerst een winter zien.",
)
_LEADER = NewJudgement(
    agrees=True,
    risk="Klein, zolang iemand wekelijks komt.",
    must_stay="De afspraak wie de buren bellen.",
    why="De doelen zijn gehaald en het team kent hem.",
)


def drenth(stage: Stage) -> Story:
    """Tell of going down to phase 2 while FACT does not agree."""
    marit, sanne, leader, at = stage["oggz"], stage["team"], stage["leader"], stage.at
    fact = stage.region.colleagues["fact"]
    now = yield at.ago(120, 11)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="De heer Drenth",
        people=[Someone("Geert", "Drenth", 47, "M", phone=522)],
        at=Address("Kenwerdstee", "14", "9934", "Delfzijl"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: marit})
    case.surround(sanne, now, stage.contact("fact"), stage.contact("housing"))
    now = yield at.ago(100, 10)
    case.scale(marit, now, Step(2, 3, "Hij slikt niets meer en de buren zijn bang."), seats={PROCESS: marit})
    case.round_off(marit, now)
    now = yield at.working_ago(6, 9)
    proposal = case.propose(sanne, now, Step(3, 2, "Al drie maanden rustig. Het gebiedsteam kan dit samen met FACT."))
    ask_judgement(actor=sanne.actor, now=now, proposal_id=proposal, member_id=fact.id)
    now = yield at.working_ago(5, 13)
    for who, said in ((fact, _FACT), (leader, _LEADER)):
        mine = waiting_judgements(viewer_of(who.actor, now=now), now=now, most=1)
        give_judgement(actor=who.actor, now=now, request_id=mine[0].id, new=said)
    now = yield at.working_ago(4, 10)
    taken = handing_on(sanne, now, at.ahead(2))
    case.agree(marit, now, proposal, seats={PROCESS: leader}, receiver=taken)
    case.round_off(sanne, now)
    now = yield at.working_ago(3, 9)
    case.take(sanne, now)
