"""Eemsdelta: the plan of Ruben Dijkhuis, version by version, and who does what. Everybody is *verzonnen*."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.plans.rules.content import WhenItGoesWrong, WhoActs
from houvast.plans.rules.limits import GROUNDS, Measure, NewLimit
from houvast.plans.rules.links import LinkAnswer
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.practice.casework import Casework
from houvast.practice.homes import Home
from houvast.practice.phone_numbers import free_of_charge, landline, mobile
from houvast.practice.planning import Planning
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

_SLEEP, _HOME, _MONEY, _CHILDREN = "health", "living", "money", "children"
_WORDS = {
    _SLEEP: "Ik wil slapen. Als ik slaap, wordt het stiller in mijn hoofd.",
    _HOME: "Ik wil in mijn eigen huis blijven, zonder dat er steeds iemand aanbelt.",
    _MONEY: "Ik wil mijn post weer durven openmaken.",
    _CHILDREN: "Ik wil Fenna om het weekend zien.",
}
_FENNA = "Fenna slaapt alleen bij Ruben als Janna er is. Iris vertelt haar wat er gebeurt, en vraagt hoe zij het vindt."
_NO_ROOM = "Geen plek: vier aanbieders gevraagd, de eerste plek komt misschien in januari."
_WRONG = WhenItGoesWrong(
    "Ruben slaapt twee nachten niet, praat snel en zet de radio de hele nacht aan. Hij doet de gordijnen dicht.",
    "Bel eerst Janna. Kom met zijn tweeën en bel aan, zonder uniform als het kan. Praat niet over Fenna in de gang.",
    (
        WhoActs("Janna, zijn zus", mobile(419), "altijd"),
        WhoActs("Yara Mensah, FACT Noord", landline("050", 231), "werkdagen tot 17.00 uur"),
        WhoActs("Crisisdienst Noord", free_of_charge(99), "avond, nacht en weekend"),
    ),
)


@dataclass(frozen=True, slots=True)
class Around:
    """Who does something for Ruben, besides those with a place in the town."""

    home: Home
    sister: UUID

    @property
    def ruben(self) -> Owner:
        """Give Ruben himself."""
        return Owner(resident_id=self.home.residents[0].id)


def plan_of_ruben(stage: Stage, case: Casework, around: Around) -> Story:
    """Tell how the plan grew to its fourth version, and how the tasks stand this morning."""
    bram, at = stage["team-b"], stage.at
    plan = Planning(case, _FENNA)
    now = yield at.ago(112, 10)
    plan.agree(bram, now, {_HOME: "Ik wil in mijn eigen huis blijven."}, resident="Als het maar rustig is.")
    now = yield at.ago(62, 11)
    plan.agree(bram, now, {area: _WORDS[area] for area in (_HOME, _MONEY)}, resident="Dit wil ik wel proberen.")
    now = yield at.ago(20, 10)
    plan.agree(bram, now, _WORDS, resident="Als jullie maar niet allemaal tegelijk komen.")
    yield from _what_is_done(stage, plan, around)
    yield from _what_is_still_to_do(stage, plan, around)


def _what_is_done(stage: Stage, plan: Planning, around: Around) -> Story:
    bram, at = stage["team-b"], stage.at
    now = yield at.ago(19, 14)
    pills = plan.task(bram, now, "Ruben belt zelf de huisarts over de medicijnen.", around.ruben, at.ahead(0), _SLEEP)
    housing = Owner(organisation_id=stage.region.organisations["housing"])
    rent = plan.task(bram, now, "De corporatie stelt de ontruiming uit tot 1 maart.", housing, at.ahead(0), _HOME)
    wmo = Owner(member_id=stage["wmo"].id)
    place = plan.task(bram, now, "Beschermd wonen, tijdelijk", wmo, at.ahead(0), _HOME)
    now = yield at.ago(14, 15)
    waiting = NextStep(Standing.WAITING, _NO_ROOM, at.ahead(4), at.today_less(14), 4, "home_with_support")
    plan.report(stage["wmo"], now, place, waiting)
    plan.report(bram, now, rent)
    now = yield at.ago(13, 16)
    plan.report(bram, now, pills)


def _what_is_still_to_do(stage: Stage, plan: Planning, around: Around) -> Story:
    bram, marit, at = stage["team-b"], stage["oggz"], stage.at
    now = yield at.ago(11, 14)
    partner = {key: Owner(organisation_id=stage.region.organisations[key]) for key in ("housing", "debts", "ggz")}
    fact = Owner(member_id=stage.region.colleagues["fact"].id)
    tasks = (
        plan.task(bram, now, "Inkomen over december uitzoeken", Owner(team_id=_team(stage)), at.today_less(2), _MONEY),
        plan.task(bram, now, "FACT komt de eerste week elke dag, daarna twee keer per week", fact, at.ahead(5), _SLEEP),
        plan.task(bram, now, "Eén vast bezoekmoment: dinsdag 11.00 uur", partner["housing"], at.ahead(8), _HOME),
        plan.task(bram, now, "Samen de post openen, elke donderdag", partner["debts"], at.ahead(10), _MONEY),
        plan.task(
            bram,
            now,
            "Fenna vertelt zelf wat zij fijn vindt",
            Owner(member_id=stage["youth"].id),
            at.ahead(8),
            _CHILDREN,
        ),
    )
    plan.agree(
        bram,
        now,
        _WORDS,
        resident="Ik vind dinsdag een slechte dag, dan slaap ik uit. De rest is goed.",
        network="Janna wil helpen met de post, maar niet alles alleen doen.",
        not_applicable=("days",),
        wrong=_WRONG,
        tasks=tasks,
        ways=("own-strength",),
    )
    now = yield at.ago(9, 16)
    plan.limit(marit, now, _care(at.today_less(11), at.ahead(12)))
    now = yield at.ago(3, 11)
    plan.task(marit, now, "Bellen met FACT over het ontslag", Owner(member_id=marit.id), at.ahead(0))
    debts = stage.region.organisations["debts"]
    rent = plan.task(marit, now, "De huur van december uit de boedel betalen", partner["debts"], at.ahead(2), _MONEY)
    plan.task(marit, now, "Medicijnen voor het weekend meegeven", partner["ggz"], at.ahead(3), _SLEEP)
    plan.task(marit, now, "Post ophalen bij de buren, met Ruben", Owner(network_member_id=around.sister), at.ahead(6))
    now = yield at.ago(1, 16)
    why = "De bewindvoerder geeft pas volgende week akkoord. Ik bel maandag opnieuw."
    plan.answered(marit, now, rent, debts, LinkAnswer(is_done=False, why=why))


def _care(starts_on: date, ends_on: date) -> NewLimit:
    usual = GROUNDS[Measure.COMPULSORY_CARE]
    return NewLimit(
        Measure.COMPULSORY_CARE,
        "Ruben blijft in de kliniek en krijgt daar medicijnen. Daarna volgt FACT hem thuis.",
        "burgemeester van Eemsdelta",
        usual.law,
        starts_on,
        ends_on,
        "Zijn behandelaar vertelde het hem, met Janna erbij. Hij weet waar hij kan klagen.",
        told_on=starts_on,
    )


def _team(stage: Stage) -> UUID:
    return stage.town.teams["Werk en inkomen"]
