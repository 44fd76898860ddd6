"""Mijn werk: what waits for whom, by cause, and why each row is there."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import HandOverAnswer, TakeOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.reviewing import NewReview
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.bands import by_ids
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.return_seat import return_seat
from houvast.cases.services.review_phase import review_phase
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.desk.rules.work import Act, Cause, WorkGroup, WorkRow, review_is_near
from houvast.desk.selectors.timeline import timeline
from houvast.desk.selectors.work import Work, work
from houvast.directory.models import Member, MemberFunction
from houvast.directory.selectors import parsed_model, viewer
from houvast.intake.selectors.tallies import Tally
from houvast.vault import sealing
from houvast.web.look import PRIMARY
from houvast.web.look import Act as Button
from houvast.web.work.pages import groups
from tests.lives import enough, handed_on, open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db

CASE_DIRECTION, PROCESS_DIRECTION = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION
WEEK = timedelta(days=7)
NONE = (Tally(0, more=False), Tally(0, more=False), Tally(0, more=False))


def rows_of(world: World, who: str, *, later: timedelta = timedelta(0)) -> list[WorkRow]:
    """Give what waits for somebody."""
    looks = viewer(world.id(who), now=NOW + later)
    assert looks is not None
    return [row for group in work(looks, now=NOW + later).groups for row in group.rows]


def found(rows: list[WorkRow], cause: Cause) -> list[tuple[Act, bool]]:
    """Give the acts of one cause, and whether each is late."""
    return [(row.act, row.late) for row in rows if row.cause is cause]


def test_a_vacancy_waits_for_the_process_directors_and_for_nobody_else() -> None:
    world = make_world()
    open_with(world, director=None)
    acts = found(rows_of(world, "marit"), Cause.NOBODY_LEADS)
    assert (Act.ASSIGN, False) in acts
    assert rows_of(world, "sanne") == []
    assert rows_of(world, "beheer") == []


def test_a_seat_given_back_is_late_after_a_day() -> None:
    world = make_world()
    case_id = open_with(world)
    return_seat(
        actor=world.actor("sanne"), now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, reason="Andere baan."
    )
    assert (Act.ASSIGN, True) in found(rows_of(world, "nadia", later=WEEK), Cause.NOBODY_LEADS)


def test_a_hand_over_waits_for_who_is_asked_and_goes_to_the_operational_holder_when_the_term_is_over() -> None:
    world = make_world()
    case_id = open_with(world)
    ask_hand_over(
        actor=world.actor("sanne"),
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=world.id("bram"),
        reason="Andere wijk.",
    )
    assert found(rows_of(world, "bram"), Cause.YOUR_DECISION) == [(Act.ANSWER_HAND_OVER, False)]
    assert found(rows_of(world, "erik"), Cause.TERM_PASSED) == []
    for who in ("erik", "sanne"):
        assert (Act.SEE_HAND_OVER, True) in found(rows_of(world, who, later=WEEK), Cause.TERM_PASSED), who


def test_a_proposal_waits_for_whom_the_model_names() -> None:
    world = make_world()
    case_id = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    for who in ("marit", "nadia"):
        assert (Act.DECIDE, False) in found(rows_of(world, who), Cause.YOUR_DECISION), who
    assert found(rows_of(world, "wiebe"), Cause.YOUR_DECISION) == []
    assert (Act.DECIDE, True) in found(rows_of(world, "marit", later=WEEK), Cause.TERM_PASSED)


def test_no_text_of_a_proposal_is_opened_for_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world()
    case_id = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)

    def opened(*_: object, **__: object) -> bytes:
        raise AssertionError("a sealed text was opened")

    monkeypatch.setattr(sealing, "_open", opened)
    with CaptureQueriesContext(connection) as asked:
        assert (Act.DECIDE, False) in found(rows_of(world, "marit"), Cause.YOUR_DECISION)
    assert not any("reason_sealed" in query["sql"] for query in asked if "scalingproposal" in query["sql"])


def test_urgency_waits_for_another_and_shows_to_who_scaled_when_it_is_late() -> None:
    world = make_world()
    case_id = open_with(world)
    marit = Choice(member_id=world.id("marit"))
    assign_seat(actor=world.actor("marit"), now=NOW, case_id=case_id, responsibility=PROCESS_DIRECTION, choice=marit)
    new = NewProposal(3, frozenset(list(enough(world, 2, 3))[:1]), "Ernstige dreiging vannacht.")
    scale_urgently(actor=world.actor("marit"), now=NOW, case_id=case_id, new=new)
    assert (Act.CONFIRM_URGENCY, False) in found(rows_of(world, "erik"), Cause.YOUR_DECISION)
    assert found(rows_of(world, "marit"), Cause.TERM_PASSED) == []
    assert (Act.SEE_URGENCY, True) in found(rows_of(world, "marit", later=WEEK), Cause.TERM_PASSED)


def test_a_review_is_one_step_away_and_gone_when_somebody_looked() -> None:
    world = make_world()
    case_id = open_with(world)
    up = NewProposal(3, enough(world, 2, 3), "Het moet.")
    scale(actor=world.actor("marit"), now=NOW, case_id=case_id, new=up, how=Deciding())
    assert found(rows_of(world, "sanne", later=3 * WEEK), Cause.REVIEW) == []
    near = [row for row in rows_of(world, "sanne", later=4 * WEEK) if row.cause is Cause.REVIEW]
    assert [(row.act, row.late) for row in near] == [(Act.REVIEW, False)]
    assert groups(Work((WorkGroup(Cause.REVIEW, tuple(near), more=False),), *NONE))[0].rows[0].act == Button(
        "Fase herzien", f"/casussen/{near[0].code}/herzien/", PRIMARY
    )
    assert found(rows_of(world, "sanne", later=7 * WEEK), Cause.REVIEW) == [(Act.REVIEW, True)]
    again = NewReview("Het gaat beter.", resident_asked=True, review_on=(NOW + 9 * WEEK).date())
    review_phase(actor=world.actor("sanne"), now=NOW + 7 * WEEK, case_id=case_id, new=again)
    assert found(rows_of(world, "sanne", later=7 * WEEK), Cause.REVIEW) == []
    assert found(rows_of(world, "sanne", later=8 * WEEK), Cause.REVIEW) == [(Act.REVIEW, False)]
    looks = viewer(world.id("sanne"), now=NOW)
    assert looks is not None
    told = timeline(looks, case_id, (), parsed_model(world.adopted), now=NOW + 8 * WEEK)
    assert (told[0].strong, told[0].text) == (
        "AVE 3 past nog,",
        " volgens Sanne uit Eemsdelta. Opnieuw kijken op ma 25 jan.",
    )


def test_what_must_follow_names_its_scaling_and_stays_with_who_led_after_the_case_has_closed() -> None:
    world = make_world()
    case_id = open_with(world)
    marit = {PROCESS_DIRECTION: Choice(member_id=world.id("marit"))}
    up = NewProposal(3, enough(world, 2, 3), "Het moet.")
    scale(actor=world.actor("marit"), now=NOW, case_id=case_id, new=up, how=Deciding(chosen=marit))
    down = NewProposal(2, enough(world, 3, 2), "Het kan.")
    called = Deciding(not_waited="De partners zijn gebeld.", handing_on=handed_on(world))
    scale(actor=world.actor("marit"), now=NOW + WEEK, case_id=case_id, new=down, how=called)

    def lines(who: str, later: timedelta) -> list[str]:
        return [row.why for row in rows_of(world, who, later=later) if row.act is Act.FOLLOW_UP]

    first = "Nog niet vastgelegd wie is gehoord bij het opschalen naar AVE 3 (ma 23 nov)."
    told = [f"{first} In totaal 4 dingen aan te vullen; dit eerst."]
    assert lines("sanne", WEEK) == told
    close_case(
        actor=world.actor("sanne"),
        now=NOW + WEEK,
        case_id=case_id,
        new=NewClosing("moved", "Verhuisd.", (NOW + 4 * WEEK).date()),
    )
    for later in (2 * WEEK, 6 * WEEK):
        assert len(lines("sanne", later)) == len(told), later
    assert sorted(lines("sanne", 2 * WEEK)) == sorted(f"{line} De casus is gesloten." for line in told)
    assert lines("bram", 2 * WEEK) == []


def test_a_next_time_that_is_soon_comes_halfway() -> None:
    looked, day = date(2026, 11, 23), timedelta(days=1)
    assert not review_is_near(looked + 14 * day, looked, looked + 6 * day)
    assert review_is_near(looked + 14 * day, looked, looked + 7 * day)
    assert not review_is_near(looked + day, looked, looked)
    assert review_is_near(looked + day, looked, looked + day)


def test_who_is_given_a_case_by_somebody_else_is_told_for_two_working_days() -> None:
    world = make_world()
    case_id = open_with(world)
    given = (Act.LOOK_AGAIN, False)
    assert found(rows_of(world, "sanne"), Cause.NEW_FOR_YOU) == [given]
    assert found(rows_of(world, "sanne", later=timedelta(days=2)), Cause.NEW_FOR_YOU) == [given]
    assert found(rows_of(world, "sanne", later=timedelta(days=3)), Cause.NEW_FOR_YOU) == []
    own = Choice(member_id=world.id("marit"))
    marit = world.actor("marit")
    assign_seat(actor=marit, now=NOW, case_id=case_id, responsibility=PROCESS_DIRECTION, choice=own)
    assert found(rows_of(world, "marit"), Cause.NEW_FOR_YOU) == []


def test_a_seat_that_ends_leads_to_what_its_reader_may_do() -> None:
    world = make_world()
    fill_seat_temporarily(
        actor=world.actor("marit"),
        now=NOW,
        case_id=open_with(world),
        responsibility=PROCESS_DIRECTION,
        member_id=world.id("bos"),
        until=(NOW + timedelta(days=3)).date(),
        reason="Verlof.",
    )
    assert found(rows_of(world, "bos"), Cause.TEMPORARY) == [(Act.FIND_HOLDER, False)]
    assert found(rows_of(world, "sanne"), Cause.TEMPORARY) == [(Act.LOOK_AGAIN, False)]


def test_a_temporary_filling_that_is_over_is_late_and_never_vacant() -> None:
    world = make_world()
    case_id = open_with(world)
    fill_seat_temporarily(
        actor=world.actor("marit"),
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        member_id=world.id("bram"),
        until=(NOW + timedelta(days=3)).date(),
        reason="Verlof.",
    )
    assert (Act.ASK_HOLDER, False) in found(rows_of(world, "bram"), Cause.TEMPORARY)
    late = rows_of(world, "bram", later=WEEK)
    assert (Act.ASK_HOLDER, True) in found(late, Cause.TERM_PASSED)
    assert found(late, Cause.NOBODY_LEADS) == []


def test_a_seat_of_which_the_function_ends_asks_in_time_who_takes_it_over() -> None:
    """The directory knows that Sanne stops; the seat itself was given for good."""
    world = make_world()
    assign_seat(
        actor=world.actor("marit"),
        now=NOW,
        case_id=open_with(world),
        responsibility=PROCESS_DIRECTION,
        choice=Choice(member_id=world.id("marit")),
    )
    end = NOW + timedelta(days=20)
    MemberFunction.objects.filter(member=world.id("sanne")).update(until_at=end)

    def says(who: str, later: timedelta) -> list[tuple[Cause, str, str]]:
        rows = rows_of(world, who, later=later)
        return [(row.cause, row.why, row.when) for row in rows if row.act in (Act.FIND_HOLDER, Act.ASK_HOLDER)]

    assert says("marit", timedelta(days=5)) == []
    asked = "De functie van Sanne uit Eemsdelta stopt. Wie neemt de casusregie over?"
    assert says("marit", WEEK) == [(Cause.TEMPORARY, asked, "over 13 dagen")]
    assert [why for _, why, _ in says("sanne", WEEK)] == ["Uw functie stopt. Wie neemt de casusregie over?"]
    over = "De functie van Sanne uit Eemsdelta is gestopt. Wie neemt de casusregie over?"
    assert says("marit", 3 * WEEK) == [(Cause.TERM_PASSED, over, "gisteren")]


def test_who_leaves_ends_a_seat_as_a_function_does_and_another_row_of_it_goes_on() -> None:
    world = make_world()
    case_id = open_with(world)
    sanne, end = world.members["sanne"], NOW + WEEK

    def ends() -> date | None:
        looks = viewer(world.id("sanne"), now=NOW)
        assert looks is not None
        return by_ids(looks, [case_id], now=NOW)[case_id].band.seat(CASE_DIRECTION).ends

    assert ends() is None
    MemberFunction.objects.filter(member=sanne).update(until_at=end)
    assert ends() == end.date()
    held = MemberFunction.objects.get(member=sanne)
    MemberFunction.objects.create(
        member=sanne, function=held.function, domain="youth", title=held.title, from_at=held.from_at
    )
    assert ends() is None
    midnight = datetime(2026, 11, 27, 23, tzinfo=UTC)
    Member.objects.filter(pk=sanne.id).update(until_at=midnight)
    assert ends() == date(2026, 11, 27)


def test_who_asked_is_told_that_somebody_does_not_take_over() -> None:
    world = make_world()
    case_id, sanne = open_with(world), world.actor("sanne")
    asked = ask_hand_over(
        actor=sanne, now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, to_member=world.id("bram"), reason="Wijk."
    )
    refused = HandOverAnswer.Outcome.REFUSED
    answer_hand_over(actor=world.actor("bram"), now=NOW, hand_over_id=asked, outcome=refused, reason="Te druk.")
    for outcome in (TakeOverAnswer.Outcome.RETURNED, TakeOverAnswer.Outcome.SHARED):
        youth = world.teams["Jeugd"].id
        team = ask_take_over(actor=sanne, now=NOW, case_id=case_id, to_team=youth, reason="Een kind.")
        answer_take_over(actor=world.actor("iris"), now=NOW, request_id=team, outcome=outcome, advice="Bel Wmo.")
    rows = rows_of(world, "sanne")
    assert sorted(row.why for row in rows if row.cause is Cause.ANSWERED) == [
        "Bram uit Eemsdelta neemt de casusregie niet over.",
        "Jeugd doet mee. De regie blijft waar zij is.",
        "Jeugd geeft de casus terug, met advies.",
    ]
    assert found(rows_of(world, "sanne", later=timedelta(days=4)), Cause.ANSWERED) == []
    assert found(rows_of(world, "marit"), Cause.ANSWERED) == []
