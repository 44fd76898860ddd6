"""Eemsdelta: cases that residents and relatives lead, and some that are known elsewhere. Everybody is *verzonnen*."""

from houvast.cases.models import BystanderTurn, Note
from houvast.cases.rules.bystanding import NewBystander
from houvast.cases.rules.opening import Choice
from houvast.cases.services.add_bystander import add_bystander, record_bystander
from houvast.cases.services.mark_same_in_case import mark_same_in_case
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.kernel.ids import new_id
from houvast.letters.rules.kinds import LetterKind
from houvast.practice.casework import CASE, PROCESS, Casework, Step
from houvast.practice.homes import Address, Someone, befriend, settle
from houvast.practice.invented_bsns import HOVING_BSN
from houvast.practice.stage import Stage
from houvast.practice.stories import Story
from houvast.practice.writing import day_after, write_to
from houvast.residents.rules.networking import Allowed
from houvast.residents.rules.shielding import Other
from houvast.residents.services.hide_address import hide_address


def van_dam(stage: Stage) -> Story:
    """Tell of a resident who leads her own case."""
    sanne, at = stage["team"], stage.at
    now = yield at.ago(64, 9)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Mevrouw Van Dam",
        people=[Someone("Joke", "Dam", 49, "V", prefix="van", phone=171)],
        at=Address("Caspad", "6", "9936", "Delfzijl"),
        ground="wmo",
    )
    herself = Choice(resident_id=home.residents[0].id)
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: herself, PROCESS: stage["leader"]})
    case.surround(stage["leader"], now, stage.contact("debts"))


def koster(stage: Stage) -> Story:
    """Tell of a daughter who leads the case of her father."""
    sanne, at = stage["team"], stage.at
    now = yield at.ago(57, 9)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="De heer Koster",
        people=[Someone("Jan", "Koster", 81, "M", phone=181)],
        at=Address("Lievelaan", "40", "9938", "Spijk"),
        ground="wmo",
    )
    daughter = befriend(
        sanne,
        now,
        home.residents[0],
        "Margriet Koster",
        "dochter",
        phone=182,
        may_know="mag alles weten",
        allowed=tuple(Allowed),
    )
    Casework.open(
        sanne,
        now,
        town=stage.town,
        home=home,
        seats={CASE: Choice(network_member_id=daughter), PROCESS: stage["leader"]},
        themes=("eenzaam",),
    )


def hazelhof(stage: Stage) -> Story:
    """Tell of a mother and son whose address is hidden."""
    jelte, iris, at = stage["oggz-b"], stage["youth"], stage.at
    now = yield at.ago(40, 16)
    people = (
        Someone("Noor", "Hazelhof", 31, "V", role="moeder", phone=191, wish="niet bellen, alleen een bericht"),
        Someone("Mika", "Hazelhof", 5, "M", role="zoon"),
    )
    home = settle(
        iris,
        now,
        town=stage.town,
        name="Gezin Hazelhof",
        people=people,
        at=Address("Benthepad", "1", "9931", "Loppersum"),
        ground="youth",
    )
    case = Casework.open(
        iris,
        now,
        town=stage.town,
        home=home,
        seats={CASE: iris, PROCESS: stage["leader"]},
        themes=("huiselijk-geweld", "jeugd"),
    )
    for resident in home.residents:
        hide_address(actor=iris.actor, now=now, resident_id=resident.id, hidden=True)
    noor, mika = (resident.id for resident in home.residents)
    father = befriend(iris, now, home.residents[1], "Ronald Oosting", "vader", phone=192, may_know="mag niets weten")
    why, review_on = "Hij zoekt hen en mag niet weten waar zij wonen.", at.ahead(60)
    shield = NewShield([Other(network_member_id=father)], [mika], why, review_on)
    shield_in_case(actor=iris.actor, now=now, case_id=case.id, resident_id=noor, new=shield)
    now = yield at.ago(16, 10)
    step = Step(2, 3, "Vader zoekt hen. Veilig wonen vraagt meer partijen.", "Mika kan niet naar zijn oude school.")
    case.scale(stage["oggz-b"], now, step, seats={PROCESS: jelte})
    case.round_off(iris, now)
    case.surround(iris, now, stage.contact("police"), stage.contact("shelter"))
    now = yield at.ago(15, 14)
    noor = home.residents[0].id
    said = "Er helpen vanaf nu meer mensen. Jelte zorgt dat zij samenwerken."
    write_to(case, iris, now, noor, LetterKind.DECISION, decision=said, decided_on=day_after(now, -1))
    now = yield at.ago(5, 11)
    case.look_again(
        iris,
        now,
        "Zij zijn veilig in de opvang. Er is nog geen huis, dus AVE 3 past nog.",
        without="Noor is net binnen en vroeg om een week rust. Zij is daarna de eerste die ik spreek.",
        review_on=at.ahead(9),
    )


def van_der_vegt(stage: Stage) -> Story:
    """Tell of a resident about whom the police list speaks again, with two numbers of her house changed round.

    A friend of hers is a resident too, in a case of her own and with another telephone number.
    """
    sanne, at = stage["team"], stage.at
    now = yield at.ago(75, 9)
    yvonne = Someone("Yvonne", "Vegt", 28, "V", prefix="van der", phone=466, month=5, day=25)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Mevrouw Van der Vegt",
        people=[yvonne],
        at=Address("Sennweg", "61", "9936", "Delfzijl"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]})
    now = yield at.ago(28, 14)
    case.write(sanne, now, "Zij doet open als ik eerst een bericht stuur.", Note.Part.CARE, shared=True)
    neighbour = NewBystander(False, "Mevrouw Sikkens, nummer 59", "0596 00 00 94", False, "Zij staat ’s nachts buiten.")
    near = add_bystander(actor=sanne.actor, now=now, case_id=case.id, new=neighbour, bystander_id=new_id())
    who = home.residents[0]
    friend = befriend(sanne, now, who, "Aleida Hoving", "kennis", phone=162, may_know="mag weten dat er hulp is")
    mark_same_in_case(
        actor=sanne.actor, now=now, case_id=case.id, resident_id=who.id, network_member_id=friend, bsn=HOVING_BSN
    )
    said = "Zij belt Sanne als het weer gebeurt, en niet de politie."
    agreed = BystanderTurn.Kind.AGREED
    record_bystander(actor=sanne.actor, now=now, case_id=case.id, bystander_id=near, kind=agreed, text=said)


def bakker(stage: Stage) -> Story:
    """Tell of a family that is nearly done: back in phase 1, and the mother leads."""
    sanne, at = stage["team"], stage.at
    now = yield at.ago(210, 9)
    people = (
        Someone("Esra", "Bakker", 33, "V", role="moeder", phone=201),
        Someone("Tess", "Bakker", 9, "V", role="dochter"),
    )
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Gezin Bakker",
        people=people,
        at=Address("Mettedreef", "18", "9933", "Appingedam"),
        ground="wmo",
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]})
    now = yield at.ago(22, 11)
    mother = Choice(resident_id=home.residents[0].id)
    step = Step(2, 1, "Het lukt weer. De school kijkt mee.", "Tess heeft weer vriendinnen en slaapt goed.")
    case.scale(sanne, now, step, seats={CASE: mother})


def prins(stage: Stage) -> Story:
    """Tell of a case that closed last month and of which nobody heard since."""
    sanne, at = stage["team"], stage.at
    now = yield at.ago(190, 10)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="De heer Prins",
        people=[Someone("Otto", "Prins", 37, "M", phone=211)],
        at=Address("Odasteeg", "5", "9935", "Delfzijl"),
        ground="wmo",
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]})
    now = yield at.ago(33, 16)
    text = "De heer Prins verhuisde. De nieuwe gemeente weet ervan, met zijn toestemming."
    case.close(sanne, now, "moved", text, look_again=at.ahead(57))
