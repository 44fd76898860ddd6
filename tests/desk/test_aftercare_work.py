"""Mijn werk, case page and timeline after handing on: nobody received it yet, and how does it go?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, ScalingProposal
from houvast.cases.rules.receiving import NewReceiver
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.scalings import scaling_of_proposal
from houvast.cases.services.name_receiver import name_receiver
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.return_seat import return_seat
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.desk.rules.timeline import pulse_sentence, receiver_sentence
from houvast.desk.rules.work import Act, Cause
from houvast.desk.selectors.aftercare_work import UNNAMED
from houvast.desk.selectors.case_page import case_page
from houvast.directory.selectors import viewer_of
from houvast.web.cases.aftercare_part import aftercare_look
from houvast.web.scaling.handed_on import handed_on as after_deciding
from tests.cases.services.test_handing_on import NO, STAYS, UP, WELL, YES, Handing
from tests.desk.test_work import WEEK, found, rows_of
from tests.lives import HOUR, enough, handed_on, open_with
from tests.worlds import NOW, make_world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
CHECK = 7 * WEEK
"""The day of the check: Monday 11 January."""


@pytest.fixture
def handing() -> Handing:
    return Handing()


def test_until_somebody_says_yes_it_shouts_with_the_directors(handing: Handing) -> None:
    handing.down()
    assert found(rows_of(handing.world, "yara"), Cause.YOUR_DECISION) == [(Act.ANSWER_RECEIVER, False)]
    assert found(rows_of(handing.world, "sanne"), Cause.NOT_RECEIVED) == [(Act.NAME_RECEIVER, False)]
    assert found(rows_of(handing.world, "erik"), Cause.NOT_RECEIVED) == []
    handing.answer("yara", YES)
    for who in ("yara", "sanne", "erik"):
        assert found(rows_of(handing.world, who, later=WEEK), Cause.NOT_RECEIVED) == [], who


@pytest.mark.parametrize("refuses", [True, False])
def test_without_a_yes_in_time_it_goes_to_the_operational_holder_too(handing: Handing, refuses: bool) -> None:
    handing.down()
    if refuses:
        handing.answer("yara", NO)
    later = HOUR if refuses else WEEK
    for who in ("sanne", "erik"):
        assert found(rows_of(handing.world, who, later=later), Cause.NOT_RECEIVED) == [(Act.NAME_RECEIVER, True)], who
    assert found(rows_of(handing.world, "nadia", later=later), Cause.NOT_RECEIVED) == []
    late = [] if refuses else [(Act.ANSWER_RECEIVER, True)]
    assert found(rows_of(handing.world, "yara", later=later), Cause.TERM_PASSED) == late


def test_of_who_is_outside_houvast_the_directors_record_the_answer(handing: Handing) -> None:
    outside = NewReceiver(organisation_id=handing.alone.id, contact="Loes")
    handing.down(replace(handed_on(handing.world), receiver=outside))
    assert found(rows_of(handing.world, "sanne"), Cause.NOT_RECEIVED) == [(Act.ANSWER_RECEIVER, False)]
    row = next(row for row in rows_of(handing.world, "sanne") if row.cause is Cause.NOT_RECEIVED)
    assert "Welzijn Samenloop" in row.why
    assert "Loes" not in row.why


def test_some_working_days_before_the_day_the_case_director_is_asked_and_after_it_louder(handing: Handing) -> None:
    handing.down()
    handing.answer("yara", YES)
    assert found(rows_of(handing.world, "sanne", later=CHECK - 6 * DAY), Cause.AFTERCARE) == []
    assert found(rows_of(handing.world, "sanne", later=CHECK - 5 * DAY), Cause.AFTERCARE) == [(Act.CHECK_PULSE, False)]
    assert found(rows_of(handing.world, "erik", later=CHECK), Cause.AFTERCARE) == []
    for who in ("sanne", "erik"):
        late = found(rows_of(handing.world, who, later=CHECK + DAY), Cause.TERM_PASSED)
        assert (Act.CHECK_PULSE, True) in late, who
    assert (Act.CHECK_PULSE, True) not in found(rows_of(handing.world, "yara", later=CHECK + DAY), Cause.TERM_PASSED)


def test_when_nobody_has_the_case_direction_the_operational_holder_is_asked(handing: Handing) -> None:
    handing.down()
    direction = Responsibility.CASE_DIRECTION
    sanne = handing.world.actor("sanne")
    return_seat(actor=sanne, now=NOW, case_id=handing.case, responsibility=direction, reason="Weg.")
    assert found(rows_of(handing.world, "erik", later=CHECK), Cause.AFTERCARE) == [(Act.CHECK_PULSE, False)]


def test_a_next_day_a_good_end_and_the_way_up(handing: Handing) -> None:
    handing.down()
    handing.check("sanne", STAYS)
    assert found(rows_of(handing.world, "sanne", later=CHECK), Cause.AFTERCARE) == []
    assert found(rows_of(handing.world, "sanne", later=14 * WEEK), Cause.AFTERCARE) == [(Act.CHECK_PULSE, False)]
    handing.check("sanne", UP)
    assert (Act.CHECK_PULSE, False) in found(rows_of(handing.world, "sanne", later=2 * HOUR), Cause.YOUR_DECISION)
    new = NewProposal(3, enough(handing.world, 2, 3), "Hij slikt niets meer.")
    propose_scaling(actor=handing.world.actor("sanne"), now=NOW + HOUR, case_id=handing.case, new=new)
    assert Act.CHECK_PULSE not in [row.act for row in rows_of(handing.world, "sanne", later=2 * HOUR)]


def test_it_goes_well_and_nobody_asks_again(handing: Handing) -> None:
    handing.down()
    handing.check("sanne", WELL)
    assert Act.CHECK_PULSE not in [row.act for row in rows_of(handing.world, "sanne", later=10 * WEEK)]


def test_a_closed_case_asks_who_led_it(handing: Handing) -> None:
    handing.close()
    day = 10 * WEEK
    assert found(rows_of(handing.world, "sanne", later=day - 7 * DAY), Cause.AFTERCARE) == []
    assert found(rows_of(handing.world, "sanne", later=day), Cause.AFTERCARE) == [(Act.CHECK_PULSE, False)]
    for late in (DAY, 52 * WEEK):
        assert found(rows_of(handing.world, "sanne", later=day + late), Cause.TERM_PASSED) == [(Act.CHECK_PULSE, True)]
    assert rows_of(handing.world, "erik", later=day + DAY) == []
    handing.check("sanne", UP, later=day)
    why = [row.why for row in rows_of(handing.world, "sanne", later=day + HOUR)]
    assert why == ["Het ging niet goed na sluiten. Heropen de casus, of leg vast dat het toch goed gaat."]


def test_case_page_and_timeline_say_it_to_who_watches_and_not_to_the_team(handing: Handing) -> None:
    handing.down()
    handing.answer("yara", NO)
    handing.check("sanne", STAYS)
    code = Case.objects.get(pk=handing.case).code
    page = case_page(handing.viewer("sanne"), code, now=NOW + HOUR)
    assert page.acts.watch
    told = {each.strong + each.text: each.said for each in page.timeline}
    assert told["Yara Mensah (FACT Noord) neemt het niet over."] == "Ik heb geen tijd."
    assert told["Vinger aan de pols: het blijft zoals het is, zegt Sanne uit Eemsdelta. Opnieuw op ma 1 mrt 2027."]
    assert "Nazorg afgesproken door Marit uit Eemsdelta. Vinger aan de pols op ma 11 jan 2027." in told
    team = case_page(handing.viewer("nadia"), code, now=NOW + HOUR)
    assert (team.receiving.receivers, team.receiving.aftercare, team.acts.watch) == ((), (), False)


def test_a_decision_is_read_with_who_took_over_and_the_aftercare_also_when_the_case_moved_on(handing: Handing) -> None:
    handing.down()
    first = ScalingProposal.objects.get(case_id=handing.case)
    handing.answer("yara", YES)
    handing.check("sanne", UP)
    up = NewProposal(3, enough(handing.world, 2, 3), "Hij slikt niets meer.")
    scale(actor=handing.world.actor("marit"), now=NOW + HOUR, case_id=handing.case, new=up, how=Deciding())
    told = dict(read(handing, "sanne", first))
    assert told["Gevraagd"] == "Yara Mensah, FACT Noord: neemt het over"
    assert told["Het gaat weer mis als"] == "De gordijnen blijven dicht."
    assert told["Hoe het ging"].endswith("Sanne uit Eemsdelta: het moest weer omhoog. Hij slikt niets meer.")
    assert read(handing, "sanne", ScalingProposal.objects.exclude(pk=first.id).get()) == []


def test_after_an_urgent_scaling_that_asks_a_receiver_the_directors_name_one_and_the_holder_after_the_term() -> None:
    world = make_world()
    case = open_with(world, phase=3)
    new = NewProposal(4, enough(world, 3, 4), "Ernstige dreiging vannacht.")
    scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case, new=new)
    assert found(rows_of(world, "sanne", later=HOUR), Cause.NOT_RECEIVED) == [(Act.NAME_RECEIVER, False)]
    assert found(rows_of(world, "dirk", later=HOUR), Cause.NOT_RECEIVED) == []
    assert found(rows_of(world, "dirk", later=2 * WEEK), Cause.NOT_RECEIVED) == [(Act.NAME_RECEIVER, True)]
    code = Case.objects.get(pk=case).code
    page = case_page(viewer_of(world.actor("sanne"), now=NOW + HOUR), code, now=NOW + HOUR)
    look = aftercare_look(page, now=NOW + HOUR)
    assert look is not None
    assert look.shout.startswith(UNNAMED)
    name = NewReceiver(member_id=world.id("sanne"))
    name_receiver(actor=world.actor("sanne"), now=NOW + HOUR, case_id=case, receiver=name)
    assert UNNAMED not in [row.why for row in rows_of(world, "sanne", later=2 * HOUR)]


def test_an_urgent_scaling_that_asks_no_receiver_does_not_ask_for_one() -> None:
    world = make_world()
    case = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Ernstige dreiging vannacht.")
    scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case, new=new)
    assert found(rows_of(world, "sanne", later=HOUR), Cause.NOT_RECEIVED) == []


def read(handing: Handing, who: str, proposal: ScalingProposal) -> list[tuple[str, str]]:
    """Give what the page of a decision tells somebody of handing on."""
    viewer = handing.viewer(who)
    return list(after_deciding(viewer, scaling_of_proposal(viewer, proposal.id, now=NOW + HOUR), NOW + HOUR))


def test_what_the_timeline_says() -> None:
    assert receiver_sentence("accepted", "Loes (Welzijn)", "Sanne") == (
        "Loes (Welzijn) neemt het over.",
        " Vastgelegd door Sanne.",
    )
    assert pulse_sentence("scale_up", "Sanne", "") == ("Vinger aan de pols: het moet weer omhoog,", " zegt Sanne.")
