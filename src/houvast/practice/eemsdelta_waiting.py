"""Eemsdelta: the cases that wait for Marit Oosterhuis. Everybody is *verzonnen*."""

from houvast.directory.services.give_function import NewFunction, give_function
from houvast.directory.services.name_stand_in import NewStandIn, name_stand_in
from houvast.letters.rules.kinds import LetterKind
from houvast.practice.casework import CASE, PROCESS, Casework, Step, handing_on
from houvast.practice.homes import Address, Someone, befriend, settle
from houvast.practice.safeguarding import Signs, follow_code
from houvast.practice.safety_houses import ask_house
from houvast.practice.stage import Stage
from houvast.practice.stories import Story
from houvast.practice.writing import day_after, write_to
from houvast.reporting_code.rules.steps import CodeStep

_SEEN_OF_KAI = "Kai zag de bedreiging en slaapt niet. Op school schrikt hij van elke harde stem."
_STEPS_ABOUT_KAI = {
    CodeStep.SIGNALS: "Wat de politie, school en opa vertelden, staat op een rij met de dagen erbij.",
    CodeStep.CONSULT: "Met de aandachtsfunctionaris van het gebiedsteam. Veilig Thuis gaf advies zonder namen.",
}


def the_leave_of_erik(stage: Stage) -> Story:
    """Let Erik Landman name Anouk Tammes for his leave, and the administrator give her the function for that time."""
    erik, anouk, at = stage["manager"], stage["team-manager"], stage.at
    now = yield at.ago(10, 16)
    begins, ends = at.ago(7, 8), at.end_of(at.ahead(11))
    stand_in = NewStandIn(erik.id, anouk.id, until_at=ends, from_at=begins)
    name_stand_in(stand_in, actor=erik.actor, now=now)
    function = NewFunction(
        anouk.id, "manager-sociaal-domein", "waarnemend manager sociaal domein", from_at=begins, until_at=ends
    )
    give_function(function, actor=stage["keeper"].actor, now=now)


def tolsma(stage: Stage) -> Story:
    """Tell of a case that a team gave back, and that nobody directs since."""
    marit, sanne, at = stage["oggz"], stage["team"], stage.at
    now = yield at.ago(30, 10)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Mevrouw Tolsma",
        people=[Someone("Rika", "Tolsma", 71, "V", phone=502)],
        at=Address("Florissingel", "4", "9933", "Appingedam"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: marit})
    now = yield at.working_ago(5, 10)
    request = case.ask_team(marit, now, stage.town.teams["second"], "Mevrouw woont nu in Appingedam. Nemen jullie het?")
    now = yield max(at.ago(4, 15), now)
    case.send_back(stage["team-c"], now, request, "Te veel zorgen over veiligheid voor ons alleen.")
    now = yield at.ago(3, 16)
    case.give_back(sanne, now, CASE, "Ik ken deze buurt niet en kom er niet vaak genoeg.")


def mulder_and_postma(stage: Stage) -> Story:
    """Tell of an urgent scaling that nobody confirmed in time."""
    marit, sanne, at = stage["oggz"], stage["team"], stage.at
    now = yield at.ago(70, 9)
    people = (
        Someone("Anton", "Mulder", 41, "M", role="vader", phone=388),
        Someone("Bianca", "Postma", 39, "V", role="moeder", phone=389),
        Someone("Kai", "Mulder", 11, "M", role="zoon"),
    )
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Gezin Mulder en Postma",
        people=people,
        at=Address("Sennadreef", "77", "9934", "Delfzijl"),
    )
    seats = {CASE: sanne, PROCESS: stage["leader"]}
    case = Casework.open(sanne, now, town=stage.town, home=home, seats=seats, themes=("huiselijk-geweld",))
    now = yield at.working_ago(3, 13)
    case.hurry(
        marit, now, Step(2, 3, "Vannacht bedreigd aan de deur. De politie is twee keer geweest.", "Kai slaapt bij opa.")
    )
    case.assign(marit, now, PROCESS, marit)
    case.round_off(marit, now)
    now = yield at.working_ago(2, 14)
    follow_code(case, sanne, now, Signs(home.residents[2].id, _SEEN_OF_KAI, _STEPS_ABOUT_KAI))


def abbas(stage: Stage) -> Story:
    """Tell of a hand-over to which the receiver gives no answer."""
    sanne, at = stage["team"], stage.at
    now = yield at.ago(50, 11)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="De heer Abbas",
        people=[Someone("Hamid", "Abbas", 58, "M", phone=455, reach="no_post", language="Arabisch", interpreter=True)],
        at=Address("Rileysteeg", "19", "9937", "Loppersum"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]})
    now = yield at.ago(9, 15)
    office = "Postbus 12, 9930 QX Delfzijl"
    befriend(sanne, now, home.residents[0], "Hilda Brons", "bewindvoerder", phone=497, mail_to=office)
    talk = f"{day_after(now, 4)} om 10.00 uur"
    write_to(case, sanne, now, home.residents[0].id, LetterKind.INVITATION, talk=talk)
    now = yield at.working_ago(5, 9, 30)
    case.ask(sanne, now, CASE, stage["team-c"], "De heer Abbas verhuisde. Jij kent de buurt.")


def wieringa(stage: Stage) -> Story:
    """Tell of a proposal that waits for a decision."""
    sanne, at = stage["team"], stage.at
    now = yield at.ago(41, 9)
    people = (
        Someone("Marga", "Wieringa", 36, "V", role="moeder", phone=490),
        Someone("Siem", "Wieringa", 6, "M", role="zoon"),
        Someone("Lotte", "Wieringa", 3, "V", role="dochter"),
    )
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Huishouden Wieringa",
        people=people,
        at=Address("Aronbaan", "140", "9936", "Delfzijl"),
    )
    seats = {CASE: sanne, PROCESS: stage["oggz"]}
    case = Casework.open(sanne, now, town=stage.town, home=home, seats=seats, themes=("schulden",))
    now = yield at.working_ago(1, 15)
    why = (
        "Drie teams zijn apart bezig en spraken elkaar vijf weken niet. De huur is twee maanden niet betaald; "
        "de corporatie dreigt met ontruiming."
    )
    case.propose(sanne, now, Step(2, 3, why, "Siem en Lotte slapen slecht. Zij kunnen bij oma terecht."))


def nijboer(stage: Stage) -> Story:
    """Tell of a temporary filling, extended two times, that ends in four days."""
    marit, jelte, at = stage["oggz"], stage["oggz-b"], stage.at
    now = yield at.ago(100, 10)
    home = settle(
        jelte,
        now,
        town=stage.town,
        name="Mevrouw Nijboer",
        people=[Someone("Trudy", "Nijboer", 52, "V", phone=350)],
        at=Address("Loesboulevard", "3", "9935", "Delfzijl"),
    )
    case = Casework.open(jelte, now, town=stage.town, home=home, seats={CASE: stage["work"], PROCESS: stage["leader"]})
    now = yield at.ago(27, 9)
    case.scale(marit, now, Step(2, 3, "Mevrouw mijdt alle hulp. De buren zijn bang."), seats={PROCESS: marit})
    case.round_off(marit, now)
    case.give_back(stage["work"], now, CASE, "Dit vraagt meer dan hulp bij geld.")
    why = "Er is nog niemand die haar kent en tijd heeft."
    case.fill(marit, now, CASE, jelte, until=at.today_less(20), why=why)
    now = yield at.ago(20, 9)
    case.fill(marit, now, CASE, jelte, until=at.today_less(12), why=why)
    now = yield at.ago(12, 9)
    case.fill(stage["manager"], now, CASE, jelte, until=at.ahead(4), why="Laatste keer. Het team zoekt iemand.")


def tuinstra(stage: Stage) -> Story:
    """Tell of an escalation: the mayor decided, and Marit leads the process until the safety house says yes."""
    marit, sanne, at = stage["oggz"], stage["team"], stage.at
    now = yield at.ago(160, 9)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="De heer Tuinstra",
        people=[Someone("Gerrit", "Tuinstra", 46, "M", phone=204)],
        at=Address("Jurrelaan", "55", "9934", "Spijk"),
    )
    case = Casework.open(
        sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]}, themes=("na-verblijf",)
    )
    now = yield at.ago(60, 14)
    case.scale(marit, now, Step(2, 3, "Dreigt naar buren en hulpverleners."), seats={PROCESS: marit})
    case.round_off(marit, now)
    now = yield at.ago(10, 10)
    proposal = case.propose(marit, now, Step(3, 4, "Dreigde met brand. Zorg en politie redden het samen niet meer."))
    now = yield at.ago(8, 17)
    taken = handing_on(stage.region.colleagues["zvh"], now)
    case.agree(stage["oov"], now, proposal, behalf="burgemeester", receiver=taken)
    why = "Tot het Zorg- en Veiligheidshuis start."
    case.fill(marit, now, PROCESS, marit, until=at.ahead(8), why=why)
    case.round_off(marit, now)
    house = stage.region.organisations["zvh"]
    ask_house(
        case, marit, now, house, "Gerrit Tuinstra, 46 jaar", "Dreigde met brand. Zorg en politie redden het niet."
    )
