"""Eemsdelta: something small that stood on no list, and what was asked above the amount. Everybody is *verzonnen*."""

from houvast.plans.rules.tailor_made import Brought, Setting, SettingKind, TailorContent
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.services.set_tailor_made import set_tailor_made
from houvast.practice import tailoring
from houvast.practice.casework import CASE, PROCESS, Casework
from houvast.practice.eemsdelta_families import son_moves_in
from houvast.practice.homes import Address, Someone, settle
from houvast.practice.planning import Planning
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

_BUDGET = 40_000_00
_COURSE = TailorContent(
    "Een cursus van zes weken bij de houtwerkplaats.",
    "„Ik wil weer iets kunnen met mijn handen.” Hij komt drie dagen per week de deur uit.",
    "Hij zit thuis en drinkt. De vorige keer kostte dat een opname.",
    tailoring.LAW,
)
_MOVING = TailorContent(
    "Verhuizers en een maand opslag.",
    "De woning is op tijd leeg en schoon, zodat de borg terugkomt.",
    "De nieuwe woning gaat naar iemand anders.",
    tailoring.LAW,
)
_FENCE = TailorContent(
    "Een schutting van twee meter tussen de twee tuinen.",
    "De ruzie om de hond stopt, en beide gezinnen zitten weer buiten.",
    "De buren bellen elke week de politie.",
    tailoring.LAW,
)


_AT = Address("Singel", "8", "9934", "Delfzijl")


def hofstee(stage: Stage) -> Story:
    """Tell of a man for whom small things worked, one was refused, one waits, and there is no bed; his son moves in."""
    sanne, manager, at = stage["team"], stage["team-manager"], stage.at
    now = yield at.ago(118, 10)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="De heer Hofstee",
        people=[Someone("Gerrit", "Hofstee", 51, "M", phone=351)],
        at=_AT,
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]})
    now = yield at.ago(110, 11)
    _set_budget(stage)
    bicycle = tailoring.alone(case, sanne, now, "Een tweedehands fiets.", "Hij komt zelf bij de dagbesteding.", 120)
    now = yield at.ago(60, 14)
    course = tailoring.ask(case, sanne, now, _COURSE, 640)
    now = yield at.ago(57, 9)
    tailoring.grant(manager, now, course, 600, "Het effect is helder. De werkplaats geeft korting.")
    now = yield at.ago(40, 15)
    fence = tailoring.ask(case, sanne, now, _FENCE, 900)
    now = yield at.ago(36, 9)
    tailoring.no_money(manager, now, fence, "Het budget van dit kwartaal is op. Vraag het in januari opnieuw.")
    now = yield at.ago(12, 11)
    tailoring.tell(sanne, now, bicycle, Brought.HELPED, "Hij kwam twintig keer, en miste één dag.", 115)
    now = yield at.ago(5, 13)
    plan = Planning(case)
    plan.agree(sanne, now, {"days": "Ik wil weer iets kunnen met mijn handen."}, resident="Als ik het zelf mag doen.")
    bed = plan.task(sanne, now, "Een time-outbed voor als het misgaat", Owner(member_id=sanne.id), at.ahead(0), "days")
    now = yield at.working_ago(2, 10)
    tailoring.ask(case, sanne, now, _MOVING, 750)
    now = yield at.working_ago(1, 10)
    full = NextStep(Standing.WAITING, "Twee aanbieders gevraagd: vol.", at.ahead(9), at.today_less(5), 2, "time_out")
    plan.report(sanne, now, bed, full)
    yield from son_moves_in(stage, case, home, _AT)


def _set_budget(stage: Stage) -> None:
    """Set the budget of this year, as the administrator."""
    setting = Setting(SettingKind.BUDGET, stage.at.today.year, _BUDGET)
    set_tailor_made(
        actor=stage["keeper"].actor, now=stage.at.ago(110, 11), municipality_id=stage.town.id, setting=setting
    )
