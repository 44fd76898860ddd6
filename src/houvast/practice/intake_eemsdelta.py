"""Monday morning in Eemsdelta: what came in, what was decided and what waits. Everybody is *verzonnen*."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from houvast.intake.rules.triage import Outcome
from houvast.intake.services.answer_pass_on import answer_pass_on
from houvast.intake.services.import_list import import_list
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.concerns import CARE_POINT, DESK, THIS_MORNING, Told, decide, enter
from houvast.practice.homes import Address
from houvast.practice.invented_bsns import HOVING_BSN
from houvast.practice.police_list import WITHOUT, Dispatcher, Reported
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

ON_FRIDAY, ON_MONDAY = 10, 11
"""How many people of whom nothing else is told are on the two lists."""


def stories(stage: Stage, dispatcher: Dispatcher) -> Iterator[Story]:
    """Tell how concerns came in; together forty wait this morning."""
    yield earlier_about_yvonne(stage)
    yield passed_on_without_an_answer(stage)
    yield decided_on_the_last_working_day(stage)
    yield two_lists(stage, dispatcher)
    yield this_morning(stage)


def earlier_about_yvonne(stage: Stage) -> Story:
    """Tell of three concerns about one address in six weeks, each of them decided on its own."""
    outcomes = ((41, Outcome.NOTHING, "once"), (25, Outcome.ADVICE, "reporter_can_act"), (9, Outcome.NOTHING, "once"))
    for days, outcome, reason in outcomes:
        now = yield stage.at.ago(days, 10)
        told = Told(
            CARE_POINT,
            "desk",
            "Buren horen geschreeuw en zien dat de post blijft liggen.",
            "Vegt",
            "Y.",
            address="Sennweg 16 Delfzijl",
        )
        concern_id = enter(stage, told, now)
        now = yield stage.at.ago(days, 15)
        decide(stage["oggz-b"], now, concern_id, outcome, reason)


def passed_on_without_an_answer(stage: Stage) -> Story:
    """Tell of a concern that came back, because the team said nothing within the term."""
    now = yield stage.at.working_ago(5, 9)
    text = "Vraagt al weken om hulp in huis en wordt niet teruggebeld."
    concern_id = enter(stage, Told(DESK, "desk", text, "Uildriks", "Fokke"), now)
    now = yield stage.at.working_ago(5, 14)
    team = stage.town.teams["Wmo"]
    decide(stage["oggz-b"], now, concern_id, Outcome.PASSED_ON, "other_task", team=team)


def decided_on_the_last_working_day(stage: Stage) -> Story:
    """Tell of every outcome, and of what teams said to which a concern was passed on."""
    jelte, teams, at = stage["oggz-b"], stage.town.teams, stage.at
    now = yield at.working_ago(1, 9)
    money = enter(stage, Told(DESK, "desk", "Wil weten hoe zij haar broer kan helpen met schulden."), now)
    barking = enter(stage, Told(CARE_POINT, "desk", "Hond blaft de hele dag. De eigenaar ligt in het ziekenhuis."), now)
    child = enter(stage, Told(CARE_POINT, "desk", "Meisje vertelt op school dat zij 's avonds alleen is."), now)
    lonely = enter(stage, Told(DESK, "desk", "Alleen sinds zijn vrouw overleed. Wil praten.", "Galema", "Aldert"), now)
    shed = enter(
        stage, Told(CARE_POINT, "desk", "Slaapt met 17 jaar in een schuur bij een vriend.", "Knol", "Mees"), now
    )
    rent = enter(stage, Told(DESK, "desk", "Kan de huur niet meer betalen.", "Postema", "Roelie"), now)
    now = yield at.working_ago(1, 11)
    decide(jelte, now, money, Outcome.ADVICE, "reporter_can_act", text="Verwezen naar het spreekuur.")
    decide(jelte, now, barking, Outcome.NOTHING, "once", text="De dierenopvang is gebeld.")
    decide(jelte, now, child, Outcome.STRAIGHT_OUT, receiver="veilig_thuis")
    decide(jelte, now, lonely, Outcome.PASSED_ON, "other_task", team=teams["Wmo"])
    decide(jelte, now, shed, Outcome.PASSED_ON, "other_knows_better", team=teams["Jeugd"])
    decide(jelte, now, rent, Outcome.PASSED_ON, "other_task", team=teams["Werk en inkomen"])
    now = yield at.working_ago(1, 15)
    answer_pass_on(actor=stage["wmo"].actor, now=now, concern_id=lonely, accepted=True)
    why = "Wij kennen deze jongen niet. Hij woont volgens ons in een andere gemeente."
    answer_pass_on(actor=stage["youth"].actor, now=now, concern_id=shed, accepted=False, reason=why)


def two_lists(stage: Stage, dispatcher: Dispatcher) -> Story:
    """Tell of the police lists of Friday and of this morning, which has a row of Friday again and three that fail."""
    jelte, today = stage["oggz-b"], stage.at.today
    now = yield stage.at.working_ago(1, 15, 30)
    friday = [dispatcher.row(stage.town, in_amsterdam(now).date()) for _ in range(ON_FRIDAY)]
    again = replace(friday[0], incident=f"PL0100-{friday[0].on.year}899999")
    import_list(actor=jelte.actor, now=now, content=dispatcher.write([again, *friday[1:]]))
    now = yield stage.at.today_at(8, 5)
    others = [dispatcher.row(stage.town, today) for _ in range(ON_MONDAY + 3)]
    without_number = replace(others[0], incident=WITHOUT)
    from_the_future = replace(others[1], on=today + timedelta(days=20))
    nowhere = replace(others[2], municipality="")
    rows = [*of_this_morning(stage), again, without_number, from_the_future, nowhere, *others[3:]]
    import_list(actor=jelte.actor, now=now, content=dispatcher.write(rows))


Row = Callable[[str, str, str, str, str, Address, str], Reported]


def of_this_morning(stage: Stage) -> list[Reported]:
    """Give the people on the list of whom more is told: some are known, of some hardly anything is."""
    last_night, year = stage.at.today - timedelta(days=1), stage.at.today.year

    def row(at: str, surname: str, first_names: str, born: str, sex: str, home: Address, remark: str) -> Reported:
        return Reported(last_night, at, surname, first_names, born, sex, home, "Eemsdelta", remark)

    return [*_seen_at_night(row, year), *_known_by_more(row, year)]


def _seen_at_night(row: Row, year: int) -> list[Reported]:
    return [
        row(
            "23:40",
            "Vegt",
            "Y.",
            f"25-05-{year - 28}",
            "V",
            Address("Sennweg", "16", "9936", "Delfzijl"),
            "Melder hoort al dagen geschreeuw. Mevrouw deed open, was rustig maar mager. Veel post op de mat.",
        ),
        row(
            "02:15",
            "Onbekend",
            "",
            "",
            "M",
            Address("", "", "9931", "Appingedam"),
            "Man van ongeveer 60 jaar zonder papieren. Zei dat hij naar huis liep.",
        ),
        row(
            "04:50",
            "Rijks",
            "J.",
            f"12-09-{year - 51}",
            "M",
            Address("Caspad", "3", "9938", "Spijk"),
            "Liep op blote voeten langs de weg. Naar huis gebracht.",
        ),
    ]


def _known_by_more(row: Row, year: int) -> list[Reported]:
    """Give those of whom the police wrote more than a name: a prefix, or a number."""
    return [
        replace(
            row(
                "18:05",
                "Wal",
                "Elias",
                f"03-02-{year - 44}",
                "M",
                Address("Noorsingel", "90", "9936", "Delfzijl"),
                "Stond op het dak van de schuur. Kwam naar beneden na een gesprek.",
            ),
            prefix="van de",
        ),
        replace(
            row(
                "20:30",
                "Hoving",
                "Aleida",
                f"01-01-{year - 56}",
                "V",
                Address("Estherlaan", "14", "9937", "Loppersum"),
                "Belde vijf keer en hing op. Zij was niet gewond.",
            ),
            bsn=HOVING_BSN,
        ),
        replace(
            row(
                "21:10",
                "Cornelisse",
                "Twan",
                f"00-00-{year - 23}",
                "M",
                Address("Jurreweg", "7", "9937", "Loppersum"),
                "Ruzie met huisgenoten over geld. De gemoederen zijn bedaard.",
            ),
            bsn="999900001",
        ),
    ]


def this_morning(stage: Stage) -> Story:
    """Tell what comes in at the points after eight."""
    for number, told in enumerate(THIS_MORNING):
        now = yield stage.at.today_at(8, 10 + number * 4)
        enter(stage, told, now)
