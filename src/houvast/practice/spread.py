"""Cases of every kind for a town, so that its lists look like those of a real one. Everybody is *verzonnen*."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import datetime

from houvast.cases.models import Note
from houvast.cases.rules.opening import Choice
from houvast.plans.rules.tasks import Owner
from houvast.practice import tailoring
from houvast.practice.casework import CASE, PROCESS, Casework, Seats, Step, handing_on
from houvast.practice.draw import Draw
from houvast.practice.homes import Home, befriend
from houvast.practice.planning import Planning
from houvast.practice.region import Person
from houvast.practice.safety_houses import ask_house, give_back, see_what_came, take_on
from houvast.practice.settling import Household, Settler
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

FINE = "De doelen zijn gehaald. Wie nodig is, is bekend bij de inwoner."
WORSE = "Er zijn schulden, zorgen om de gezondheid en klachten van buren. Het team kan dit niet meer alleen."
DANGER = "Er was geweld op straat. Zorg, politie en gemeente moeten dit samen dragen."
CALMER = "Het is al weken rustig. Het team neemt het over en weet wat te doen als het misgaat."
WISHES = (
    ("money", "Ik wil aan het eind van de maand geld over hebben voor eten.", "Post ordenen en schulden op een rij"),
    ("living", "Ik wil dat de buren mij weer groeten.", "Met de buren en de corporatie om tafel"),
    ("network", "Ik wil mijn broer weer zien.", "Een eerste bezoek van de broer voorbereiden"),
    ("days", "Ik wil 's morgens ergens heen kunnen.", "Een kennismaking bij de dagbesteding regelen"),
)
"""Life area, what the resident said, and what somebody does for it."""
SMALL_THINGS = (
    ("Een bed uit de kringloopwinkel.", "Slapen in een eigen bed.", 85),
    ("Een abonnement op de bus, voor een maand.", "Zelf naar de afspraken komen.", 60),
    ("De borg voor een kluisje.", "De post ligt veilig.", 25),
    ("Een wasmachine, tweedehands.", "Schone kleren voor het werk.", 140),
)
"""Tailor-made help below the amount: what, the effect, and euros."""
CHILDREN = "De kinderen hebben een eigen begeleider, die met hen praat over wat er verandert."


@dataclass(frozen=True, slots=True)
class Telling:
    """One case to tell: where, about whom, somebody of their network, and picks of its own."""

    stage: Stage
    household: Household
    friend: tuple[str, str]
    draw: Draw

    def day(self, earliest: int, latest: int, hour: int = 9) -> datetime:
        """Give a moment between two numbers of days ago."""
        days = latest + self.draw.number(earliest - latest + 1)
        return self.stage.at.ago(days, hour + self.draw.number(4), self.draw.number(12) * 5)

    @property
    def director(self) -> Person:
        """Give somebody of a team who directs cases."""
        return self.stage[self.draw.pick(("team", "team-b", "team-c"))]

    @property
    def process(self) -> Person:
        """Give who leads processes here. In Eemsdelta that is Jelte Wiersema: Marit's list is told by name."""
        return self.stage["oggz-b" if self.stage.town.local.code == "eemsdelta" else "oggz"]

    @property
    def chair(self) -> Person:
        """Give who leads processes at the safety house."""
        return self.stage.region.colleagues[self.stage.regional("zvh")]

    def begin(self, now: datetime, director: Person | Choice | None = None) -> tuple[Casework, Home, Person]:
        """Open a case in phase 2 about people who have just been registered."""
        by, leader = self.director, self.stage["leader"]
        home = self.household.settle(by, now, self.stage.town)
        case = Casework.open(
            by,
            now,
            town=self.stage.town,
            home=home,
            seats={CASE: director or by, PROCESS: leader},
            themes=(self.draw.pick(("verward", "schulden", "wonen", "verslaving", "eenzaam")),),
        )
        if director is None:
            keys = ("debts", "home-care", "doctor", "welfare", self.stage.regional("housing"), "ggz", "addiction")
            start = self.draw.number(len(keys))
            around = (keys[start:] + keys[:start])[: 1 + self.draw.number(4)]
            case.surround(by, now, *(self.stage.contact(key) for key in around))
        return case, home, by

    def step(self, home: Home, from_phase: int, to_phase: int, why: str) -> Step:
        """Give a step, with what it means for the children where there are any."""
        return Step(from_phase, to_phase, why, _about_children(home))


def _about_children(home: Home) -> str:
    return CHILDREN if any(each.is_child for each in home.residents) else ""


Begun = tuple[Casework, Home, Person]


def _plans(telling: Telling, begun: Begun, now: datetime) -> None:
    """Make a plan in the words of the resident, with a task of theirs, one of the director, and something small."""
    case, home, by = begun
    plan, (area, words, what) = Planning(case, _about_children(home)), telling.draw.pick(WISHES)
    plan.agree(by, now, {area: words}, resident="Hier doe ik aan mee.")
    soon = telling.stage.at.ahead(2 + telling.draw.number(20))
    plan.task(by, now, what, Owner(member_id=by.id), soon, area)
    plan.task(by, now, "Belt zelf de huisarts", Owner(resident_id=home.residents[0].id), soon, area)
    what, effect, euros = telling.draw.pick(SMALL_THINGS)
    tailoring.alone(case, by, now, what, effect, euros)


def _in_three(telling: Telling, opened: datetime, days: int) -> Generator[datetime, datetime, Begun]:
    """Open a case, and scale it up to phase 3 some days ago, in which its director stays."""
    now = yield opened
    case, home, by = telling.begin(now)
    process = telling.process
    now = yield telling.day(days + 2, days + 1, 13)
    proposal = case.propose(by, now, telling.step(home, 2, 3, WORSE))
    now = yield telling.day(days, days)
    case.agree(process, now, proposal, seats={PROCESS: process})
    case.round_off(process, now)
    return case, home, by


Pattern = Callable[[Telling], Story]


def helped(telling: Telling) -> Story:
    """Tell of a team that helps."""
    now = yield telling.day(170, 20)
    case, home, by = telling.begin(now)
    now = yield telling.day(18, 2)
    _plans(telling, (case, home, by), now)
    case.write(by, now, "Op huisbezoek geweest. De afspraken lopen.", Note.Part.CARE, shared=True)


def leads_oneself(telling: Telling) -> Story:
    """Tell of a resident who leads their own case."""
    now = yield telling.day(160, 10)
    by = telling.director
    home = telling.household.settle(by, now, telling.stage.town)
    seats: Seats = {CASE: Choice(resident_id=home.residents[0].id), PROCESS: telling.stage["leader"]}
    Casework.open(by, now, town=telling.stage.town, home=home, seats=seats)


def network_leads(telling: Telling) -> Story:
    """Tell of a neighbour who leads the case."""
    now = yield telling.day(160, 10)
    by = telling.director
    home = telling.household.settle(by, now, telling.stage.town)
    name, relation = telling.friend
    friend = befriend(by, now, home.residents[0], name, relation, phone=1000 + telling.draw.number(9000))
    seats: Seats = {CASE: Choice(network_member_id=friend), PROCESS: telling.stage["leader"]}
    Casework.open(by, now, town=telling.stage.town, home=home, seats=seats)


def complex_problems(telling: Telling) -> Story:
    """Tell of problems in more domains, with somebody in each place."""
    case, home, by = yield from _in_three(telling, telling.day(150, 60), 8 + telling.draw.number(18))
    now = yield telling.day(6, 2)
    _plans(telling, (case, home, by), now)
    case.surround(by, now, telling.stage.contact("fact", directs_treatment=True), telling.stage.contact("police"))
    case.write(by, now, "Met de wijkagent afgesproken wie wanneer langsgaat.", Note.Part.JUSTICE, shared=True)


def vacant(telling: Telling) -> Story:
    """Tell of a director who gave the case back."""
    case, _, by = yield from _in_three(telling, telling.day(140, 60), 15 + telling.draw.number(12))
    now = yield telling.day(9, 1, 12)
    case.give_back(by, now, CASE, "Ik werk vanaf nu in een ander team. Er is nog geen opvolger.")


def temporary(telling: Telling) -> Story:
    """Tell of a process director who stands in the gap."""
    case, _, by = yield from _in_three(telling, telling.day(140, 60), 15 + telling.draw.number(12))
    now = yield telling.day(12, 3, 12)
    case.give_back(by, now, CASE, "Ik ben langere tijd met verlof.")
    until = telling.stage.at.ahead(3 + telling.draw.number(18))
    why = "Er is nog niemand met tijd. De inwoner kent mij."
    case.fill(telling.process, now, CASE, telling.process, until=until, why=why)


def escalated(telling: Telling) -> Story:
    """Tell of an escalation, with the safety house in the process."""
    case, home, _ = yield from _in_three(telling, telling.day(200, 90), 40 + telling.draw.number(20))
    now = yield telling.day(13, 10, 13)
    proposal = case.propose(telling.process, now, telling.step(home, 3, 4, DANGER))
    now = yield telling.day(9, 3)
    taken = handing_on(telling.chair, now)
    case.agree(telling.stage["mayor"], now, proposal, seats={PROCESS: telling.chair}, receiver=taken)
    case.take(telling.chair, now)
    case.round_off(telling.chair, now)


def back_from_four(telling: Telling) -> Story:
    """Tell of a case that came back from the safety house."""
    case, home, _ = yield from _in_three(telling, telling.day(260, 160), 120 + telling.draw.number(20))
    now = yield telling.day(92, 90, 13)
    house = telling.stage.region.organisations[telling.stage.regional("zvh")]
    referral = ask_house(case, telling.process, now, house, telling.household.name, DANGER)
    file_id = take_on(telling.chair, now)
    urgent = case.hurry(telling.process, now, telling.step(home, 3, 4, DANGER))
    case.assign(telling.process, now, PROCESS, telling.chair)
    now = yield telling.day(89, 89)
    case.confirm(telling.stage["mayor"], now, urgent)
    case.round_off(telling.chair, now)
    now = yield telling.day(24, 12)
    give_back(telling.chair, now, file_id)
    taken = handing_on(telling.process, now)
    case.scale(telling.chair, now, telling.step(home, 4, 3, CALMER), seats={PROCESS: telling.process}, receiver=taken)
    case.take(telling.process, now)
    case.round_off(telling.process, now)
    see_what_came(telling.process, now, referral)


def calmed(telling: Telling) -> Story:
    """Tell of a case that could go back to one team."""
    case, home, by = yield from _in_three(telling, telling.day(220, 120), 70 + telling.draw.number(30))
    now = yield telling.day(50, 8)
    seats: Seats = {PROCESS: telling.stage["leader"]}
    case.scale(telling.process, now, telling.step(home, 3, 2, CALMER), seats=seats, receiver=handing_on(by, now))
    case.take(by, now)
    case.round_off(by, now)


def nearly_alone(telling: Telling) -> Story:
    """Tell of people who hardly need anybody any more."""
    now = yield telling.day(230, 120)
    case, home, by = telling.begin(now)
    now = yield telling.day(60, 10)
    step = telling.step(home, 2, 1, "Het lukt weer zonder het team.")
    case.scale(by, now, step, seats={CASE: Choice(resident_id=home.residents[0].id)})


def closed(telling: Telling) -> Story:
    """Tell of a case that is over."""
    now = yield telling.day(300, 120)
    case, _, by = telling.begin(now)
    now = yield telling.day(80, 6)
    reason = telling.draw.pick(("goals_reached", "resident_goes_on_alone", "other_help"))
    case.close(by, now, reason, FINE, look_again=telling.stage.at.ahead(4 + telling.draw.number(80)))


def relapsed(telling: Telling) -> Story:
    """Tell of a case that was opened again."""
    now = yield telling.day(380, 250)
    case, _, by = telling.begin(now)
    now = yield telling.day(200, 150)
    case.close(by, now, "goals_reached", FINE, look_again=telling.stage.at.today_less(60))
    now = yield telling.day(70, 9)
    seats = {CASE: by, PROCESS: telling.stage["leader"]}
    case.reopen(telling.process, now, 2, "Twee nieuwe meldingen, en de huur is weer niet betaald.", seats=seats)


def waiting(telling: Telling) -> Story:
    """Tell of a proposal about which nobody has decided."""
    now = yield telling.day(100, 30)
    case, home, by = telling.begin(now)
    now = yield telling.stage.at.working_ago(1 + telling.draw.number(4), 13)
    case.propose(by, now, telling.step(home, 2, 3, WORSE))


def declined(telling: Telling) -> Story:
    """Tell of a proposal that was not followed."""
    now = yield telling.day(100, 40)
    case, home, by = telling.begin(now)
    now = yield telling.day(25, 23, 13)
    proposal = case.propose(by, now, telling.step(home, 2, 3, WORSE))
    now = yield telling.day(22, 21)
    why = "Het team kan dit nog aan. Vraag eerst de wijkagent en de woningcorporatie erbij."
    case.decline(telling.process, now, proposal, why)


def handing_over(telling: Telling) -> Story:
    """Tell of a hand-over that waits for a yes, or was just accepted."""
    now = yield telling.day(110, 30)
    case, _, by = telling.begin(now)
    now = yield telling.stage.at.working_ago(2 + telling.draw.number(3), 11)
    to = telling.stage["wmo"]
    asked = case.ask(by, now, CASE, to, "Wonen en zorg zijn nu het belangrijkst.")
    if telling.draw.number(2):
        now = yield telling.stage.at.working_ago(1, 10)
        case.accept(to, now, asked)


# In this order, and each town begins somewhere else in it: so all kinds are somewhere, and no two towns are the same.
PATTERNS: tuple[Pattern, ...] = (
    helped,
    complex_problems,
    leads_oneself,
    closed,
    helped,
    vacant,
    temporary,
    escalated,
    relapsed,
    complex_problems,
    network_leads,
    waiting,
    calmed,
    handing_over,
    helped,
    nearly_alone,
    declined,
    back_from_four,
)
CALM: tuple[Pattern, ...] = (helped, complex_problems, closed, leads_oneself, calmed, relapsed, nearly_alone, declined)
"""For Eemsdelta, where what waits is told by name."""


def spread(stage: Stage, settler: Settler, turn: int) -> Iterator[Story]:
    """Tell the cases of a town; `turn` is its place in the row of towns."""
    local = stage.town.local
    patterns = CALM if local.code == "eemsdelta" else PATTERNS
    for number in range(local.cases):
        draw = Draw(f"casus {local.code} {number}")
        telling = Telling(stage, settler.household(), settler.friend(), draw)
        yield patterns[(turn * 5 + number) % len(patterns)](telling)
