"""Eemsdelta: cases that run, that are looked at again, and that were closed. Everybody is *verzonnen*."""

from houvast.cases.services.break_glass import NewGlassBreak, break_glass
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.cases.services.name_moment_contact import NewContact
from houvast.cases.services.withhold_hit import withhold_hit
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.casework import CASE, PROCESS, Casework, Step
from houvast.practice.crucial_moments import FROM, Kind, expect
from houvast.practice.homes import Address, Someone, settle
from houvast.practice.invented_bsns import HOVING_BSN
from houvast.practice.phone_numbers import landline
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

FINE_AGAIN = "Het gaat goed. Er is een vaste afspraak voor als het weer misgaat."


def rozema(stage: Stage) -> Story:
    """Tell of a family for whom the phase comes up for review in a week."""
    marit, sanne, at = stage["oggz"], stage["team"], stage.at
    now = yield at.ago(110, 9)
    people = (
        Someone("Jolanda", "Rozema", 44, "V", role="moeder", phone=312),
        Someone("Wim", "Rozema", 47, "M", role="vader", phone=313),
        Someone("Daan", "Rozema", 15, "M", role="zoon"),
    )
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Gezin Rozema",
        people=people,
        at=Address("Quinndreef", "21", "9936", "Delfzijl"),
        ground="youth",
    )
    iris = stage["youth"]
    case = Casework.open(iris, now, town=stage.town, home=home, seats={CASE: iris, PROCESS: stage["leader"]})
    now = yield at.ago(35, 13)
    step = Step(
        2, 3, "Daan gaat niet naar school. Er zijn schulden en ruzies.", "Daan wil rust en een vaste begeleider."
    )
    case.scale(marit, now, step, seats={PROCESS: marit})
    case.round_off(marit, now)
    case.surround(iris, now, stage.contact("school"), stage.contact("debts"), stage.contact("youth-care"))
    now = yield at.ago(9, 15)
    case.write(iris, now, "Alle doelen op één na gehaald. Daan gaat drie dagen in de week naar school.", shared=True)


def elzinga(stage: Stage) -> Story:
    """Tell of eleven organisations around one household."""
    marit, sanne, at = stage["oggz"], stage["team"], stage.at
    now = yield at.ago(130, 10)
    people = (
        Someone("Ali", "Elzinga", 63, "M", role="bewoner", phone=279),
        Someone("Tini", "Elzinga", 61, "V", role="bewoner", phone=280),
    )
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Huishouden Elzinga",
        people=people,
        at=Address("Fabianweg", "2", "9938", "Appingedam"),
        ground="wmo",
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: marit})
    case.surround(sanne, now, *(stage.contact(key) for key in ("housing", "debts", "home-care", "doctor", "welfare")))
    now = yield at.ago(60, 10)
    case.surround(sanne, now, *(stage.contact(key) for key in ("ggz", "addiction", "guardian", "ggd")))
    now = yield at.ago(18, 10)
    case.surround(sanne, now, stage.contact("police"), stage.contact("shelter"))


def sibinga(stage: Stage) -> Story:
    """Tell of a scaling after which the resident has not been told, and of who may not find or see her."""
    marit, sanne, at = stage["oggz"], stage["team"], stage.at
    now = yield at.ago(45, 9)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Mevrouw Sibinga",
        people=[Someone("Hanneke", "Sibinga", 29, "V", phone=476)],
        at=Address("Maryamring", "66", "9935", "Delfzijl"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: stage["leader"]})
    now = yield at.working_ago(3, 11)
    proposal = case.propose(
        sanne, now, Step(2, 3, "Op de CBL beoordeeld en niet opgenomen. Niemand sprak haar daarna.")
    )
    now = yield at.working_ago(2, 10)
    case.agree(marit, now, proposal, seats={PROCESS: marit})
    now = yield at.working_ago(1, 9)
    kind, about = Kind.ASSESSED_NOT_ADMITTED, "Weer beoordeeld. Hanneke ging dezelfde nacht naar huis."
    expect(case, sanne, now, kind, in_amsterdam(now).date(), about, happened=True)
    now = yield at.working_ago(1, 10)
    why = "Haar ex zoekt haar, en belt organisaties op."
    withhold_hit(actor=marit.actor, now=now, case_id=case.id, reason=why, review_on=at.ahead(6))
    neighbour = NewLockOut(stage["team-b"].id, "Bram woont naast haar.")
    lock_out(actor=sanne.actor, now=now, case_id=case.id, new=neighbour)


def van_wier(stage: Stage) -> Story:
    """Tell of a team that does not answer the question to take a case over."""
    marit, work, at = stage["oggz"], stage["work"], stage.at
    now = yield at.ago(80, 9)
    home = settle(
        work,
        now,
        town=stage.town,
        name="De heer Van Wier",
        people=[Someone("Rob", "Wier", 38, "M", prefix="van", phone=291)],
        at=Address("Floriansteeg", "9", "9937", "Loppersum"),
        ground="participation",
    )
    case = Casework.open(
        work,
        now,
        town=stage.town,
        home=home,
        seats={CASE: work, PROCESS: stage["leader"]},
        themes=("na-verblijf", "wonen"),
    )
    now = yield at.ago(20, 14)
    case.scale(
        marit, now, Step(2, 3, "Komt binnenkort uit de PI. Geen woning en geen inkomen."), seats={PROCESS: marit}
    )
    case.round_off(marit, now)
    case.surround(marit, now, stage.contact("probation"), stage.contact("shelter"), stage.contact("housing"))
    now = yield at.working_ago(6, 9)
    casemanager = NewContact(FROM, "Wim Luppes", "PI (verzonnen)", landline("050", 377))
    expect(
        case, marit, now, Kind.PRISON_OUT, at.ahead(12), "Eerst een plek in de opvang, daarna een kamer.", casemanager
    )
    now = yield at.working_ago(5, 9)
    case.ask_team(marit, now, stage.town.teams["Wmo"], "Wonen is nu het belangrijkst. Nemen jullie de casusregie?")


def bouwman(stage: Stage) -> Story:
    """Tell of a closed case to which Marit looks again soon."""
    marit, sanne, at = stage["oggz"], stage["team"], stage.at
    now = yield at.ago(240, 9)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="De heer Bouwman",
        people=[Someone("Cor", "Bouwman", 66, "M", phone=151)],
        at=Address("Davidstraat", "31", "9933", "Appingedam"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: marit})
    now = yield at.ago(75, 14)
    case.close(sanne, now, "goals_reached", FINE_AGAIN, look_again=at.ahead(3))


def hoving(stage: Stage) -> Story:
    """Tell of a case that was opened again two times, and at night by somebody who has no seat in it."""
    jelte, sanne, at = stage["oggz-b"], stage["team"], stage.at
    now = yield at.ago(400, 9)
    home = settle(
        sanne,
        now,
        town=stage.town,
        name="Mevrouw Hoving",
        people=[Someone("Aleida", "Hoving", 55, "V", phone=161, bsn=HOVING_BSN)],
        at=Address("Estherlaan", "14", "9937", "Loppersum"),
    )
    case = Casework.open(sanne, now, town=stage.town, home=home, seats={CASE: sanne, PROCESS: jelte})
    now = yield at.ago(330, 15)
    case.close(sanne, now, "goals_reached", FINE_AGAIN, look_again=at.today_less(240))
    now = yield at.ago(290, 10)
    case.reopen(jelte, now, 2, "Weer drie meldingen in een week.", seats={CASE: sanne, PROCESS: jelte})
    now = yield at.ago(200, 11)
    case.close(sanne, now, "resident_goes_on_alone", FINE_AGAIN, look_again=at.today_less(110))
    now = yield at.ago(90, 10)
    case.reopen(jelte, now, 2, "Zij at dagen niet en deed niet open.", seats={CASE: sanne, PROCESS: jelte})
    now = yield at.working_ago(1, 20)
    at_night = NewGlassBreak(
        "De wijkagent staat bij haar voor de deur. Zij reageert niet.", "Sanne en Jelte gebeld, geen gehoor."
    )
    break_glass(actor=stage["oov"].actor, now=now, case_id=case.id, new=at_night)
