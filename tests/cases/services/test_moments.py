"""Crucial moments: planned with the list of the municipality, moved, held, reported, and over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.audit.models import Entry
from houvast.cases.models import CrucialMoment, MomentContact, MomentReport, MomentTurn
from houvast.cases.rules.checklists import SHIPPED, ListItem
from houvast.cases.selectors import moments
from houvast.cases.selectors.bands import by_ids
from houvast.cases.selectors.moments import ItemLine
from houvast.cases.services.cancel_moment import cancel_moment
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.name_moment_contact import NewContact
from houvast.cases.services.plan_moment import NewMoment, plan_moment
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.cases.services.set_checklist import set_checklist
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.cases.services.moment_scene import (
    DONE,
    LATER,
    NOT_ADMITTED,
    NOT_DONE,
    OPEN,
    TODAY,
    Scene,
    add,
    cancel,
    happen,
    move,
    name,
    report,
)
from tests.lives import PROCESS_DIRECTION, open_with
from tests.moments import CLINIC_OUT, FIRST, FROM, PRISON_OUT, SATURDAY, SECOND, items_of, let_hold, plan
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


def test_a_moment_is_planned_with_the_shipped_list_and_each_term_counts_from_its_day(scene: Scene) -> None:
    moment = scene.page().moment
    assert (moment.state, moment.days.first, moment.about) == (
        MomentTurn.State.EXPECTED,
        FIRST,
        "Ruben gaat naar huis.",
    )
    assert {item.text for item in moment.items} == {item.text for item in SHIPPED["prison_out"]}
    due = {item.text.partition(":")[0]: item.due for item in moment.items}
    assert due["Wonen"] == date(2026, 11, 26)
    assert due["Zorg"] == date(2026, 11, 27)  # three days before a Tuesday is a Saturday
    assert [item.before for item in moment.items] == [True] * 6 + [False]
    entry = Entry.objects.get(event="moment.planned")
    assert entry.case == scene.case
    assert (entry.subject, entry.details) == ("moment", {"kind": "prison_out", "happened": False})


def test_the_list_of_the_municipality_counts_for_what_is_planned_from_then_on(scene: Scene) -> None:
    beheer, place = scene.world.actor("beheer"), scene.world.municipality.id
    own = [replace(SHIPPED["prison_out"][0], text=text) for text in ("Wonen: een kamer", "Wonen: een bed")]
    for item in own:
        set_checklist(actor=beheer, now=NOW, municipality_id=place, kind=PRISON_OUT, items=[item])
    later = moments.by_id(scene.looks("sanne"), plan(scene.world, scene.case, now=LATER), now=LATER)
    assert [item.text for item in later.moment.items] == ["Wonen: een bed"]
    assert len(scene.page().moment.items) == len(SHIPPED["prison_out"])
    there = make_world("opsterland", "Opsterland", "groningen")
    made = plan(there, open_with(there), now=NOW)
    assert len(items_of(made)) == len(SHIPPED["prison_out"])


def test_only_the_administrator_of_the_municipality_sets_its_list(scene: Scene) -> None:
    items = SHIPPED["prison_out"]
    there = make_world("opsterland", "Opsterland")

    def set_by(world: World, who: str, items: tuple[ListItem, ...]) -> None:
        place = scene.world.municipality.id
        set_checklist(actor=world.actor(who), now=NOW, municipality_id=place, kind=PRISON_OUT, items=items)

    for world, who in ((scene.world, "sanne"), (there, "beheer")):
        with pytest.raises(Refused):
            set_by(world, who, items)
    with pytest.raises(Invalid):
        set_by(scene.world, "beheer", ())
    assert Entry.objects.filter(event="moment.checklist_set", outcome="refused").count() == 2


def test_assessed_and_not_admitted_has_its_follow_up_at_once(scene: Scene) -> None:
    made = plan(scene.world, scene.case, NOT_ADMITTED, now=NOW, on_date=TODAY, happened=True)
    moment = moments.by_id(scene.looks("marit"), made, now=LATER).moment
    assert (moment.state, moment.is_running) == (MomentTurn.State.HAPPENED, True)
    assert {item.due for item in moment.items} == {date(2026, 11, 25)}
    assert not any(item.before for item in moment.items)


def test_a_moment_that_moves_takes_its_terms_along_and_keeps_the_day_it_had(scene: Scene) -> None:
    report(scene, scene.item(), DONE)
    move(scene)
    page = scene.page()
    assert (page.moment.state, page.moment.days.first) == (MomentTurn.State.MOVED, SECOND)
    assert min(item.due for item in page.moment.items) == date(2026, 11, 27)  # was 26 November
    assert [turn.days.first for turn in page.turns] == [SECOND, FIRST]
    assert page.turns[0].reason == "De zitting schoof op."
    assert [item.state for item in page.moment.items].count(DONE) == 1
    assert Entry.objects.get(event="moment.moved").details == {"kind": "prison_out"}


def test_what_happened_leaves_what_comes_after_to_be_done(scene: Scene) -> None:
    happen(scene)
    moment = scene.page().moment
    assert (moment.is_expected, moment.is_running) == (False, True)
    for item in moment.items:
        if not item.before:
            report(scene, item.id, DONE)
    assert not scene.page().moment.is_running


@pytest.mark.parametrize("end", [happen, cancel])
def test_what_is_over_does_not_change_any_more(scene: Scene, end: Callable[[Scene], None]) -> None:
    end(scene)
    for again in (move, happen, cancel):
        with pytest.raises(Conflict):
            again(scene)


def test_nothing_is_prepared_for_what_was_cancelled(scene: Scene) -> None:
    cancel(scene)
    assert not scene.page().moment.is_running
    with pytest.raises(Conflict):
        report(scene, scene.item(), DONE)
    with pytest.raises(Conflict):
        add(scene)


def test_an_item_is_done_given_up_with_a_reason_and_opened_again(scene: Scene) -> None:
    with pytest.raises(Invalid, match="waarom"):
        report(scene, scene.item(), NOT_DONE, " ")
    report(scene, scene.item(), NOT_DONE, "Er is geen kamer.")
    report(scene, scene.item(), OPEN, "Toch een kamer gevonden.")
    report(scene, scene.item(), DONE, who="marit")
    report(scene, scene.item(), DONE, who="marit")
    states = MomentReport.objects.order_by("number").values_list("state", flat=True)
    assert list(states) == [NOT_DONE, OPEN, DONE]
    found = item_line(scene)
    assert (found.state, found.said, found.by) == (DONE, "", "Marit uit Eemsdelta")
    last = Entry.objects.filter(event="moment.item_reported").order_by("number").last()
    assert last is not None
    assert last.details == {"state": "done"}


def item_line(scene: Scene) -> ItemLine:
    """Give the first item of the list."""
    return moments.item_by_id(scene.looks("sanne"), scene.item(), now=LATER)[1]


def test_an_item_that_nobody_reported_cannot_be_opened_again(scene: Scene) -> None:
    report(scene, scene.item(), OPEN)
    with pytest.raises(Invalid):
        report(scene, scene.item(), OPEN, "Toch maar.")
    assert not MomentReport.objects.exists()


def test_who_holds_an_item_sees_that_item_and_the_band_until_it_is_done(scene: Scene) -> None:
    item = let_hold(scene.world, scene.moment, "bram", now=NOW)
    bram = scene.looks("bram")
    moment, seen = moments.item_by_id(bram, item, now=LATER)
    assert (moment.kind, seen.text, [each.id for each in moment.items]) == (
        PRISON_OUT,
        "De bewindvoerder bellen",
        [item],
    )
    assert scene.case in by_ids(bram, [scene.case], now=LATER)
    for unseen in (scene.item(), new_id()):
        with pytest.raises(NotVisible):
            moments.item_by_id(bram, unseen, now=LATER)
    with pytest.raises(NotVisible):
        moments.by_id(bram, scene.moment, now=LATER)
    report(scene, item, DONE, who="bram")
    with pytest.raises(NotVisible):
        moments.item_by_id(bram, item, now=LATER)
    assert by_ids(bram, [scene.case], now=LATER) == {}
    report(scene, item, OPEN, "Nog eens bellen.")
    assert moments.item_by_id(bram, item, now=LATER)[1].is_open


def test_who_holds_an_item_of_a_cancelled_moment_sees_the_case_no_more(scene: Scene) -> None:
    let_hold(scene.world, scene.moment, "bram", now=NOW)
    cancel(scene)
    assert by_ids(scene.looks("bram"), [scene.case], now=LATER) == {}


def test_who_holds_an_item_reports_no_other(scene: Scene) -> None:
    let_hold(scene.world, scene.moment, "bram", now=NOW)
    with pytest.raises(NotVisible):
        report(scene, scene.item(), DONE, who="bram")
    with pytest.raises(NotVisible):
        move(scene, who="bram")


def test_the_contact_that_was_named_last_is_called(scene: Scene) -> None:
    name(scene, "Ria (verzonnen)")
    name(scene, "Jan (verzonnen)")
    name(scene, "Jan (verzonnen)")
    assert MomentContact.objects.count() == 2
    assert [(each.side, each.name) for each in scene.page().contacts] == [(FROM, "Jan (verzonnen)")]
    with pytest.raises(Invalid, match="wie u kunt bellen"):
        name(scene, " ")


@pytest.mark.parametrize("act", [move, happen, cancel, name, add])
@pytest.mark.parametrize("who", ["nadia", "erik", "iris", "beheer"])
def test_who_does_not_lead_sees_no_moment_and_changes_none(scene: Scene, act: Callable[..., None], who: str) -> None:
    with pytest.raises(NotVisible):
        act(scene, who=who)
    with pytest.raises(NotVisible):
        scene.page(who)
    assert moments.of_case(scene.looks(who), scene.case, now=LATER) == ()


@pytest.mark.parametrize("who", ["nadia", "erik"])
def test_who_sees_the_band_and_does_not_lead_plans_nothing(scene: Scene, who: str) -> None:
    with pytest.raises(Refused):
        plan(scene.world, scene.case, now=LATER, who=who)


def test_public_order_neither_sees_nor_plans_a_moment_that_says_that_somebody_is_ill(scene: Scene) -> None:
    clinic = plan(scene.world, scene.case, CLINIC_OUT, now=NOW, on_date=SATURDAY)
    fill_seat_temporarily(
        actor=scene.world.actor("marit"),
        now=NOW,
        case_id=scene.case,
        responsibility=PROCESS_DIRECTION,
        member_id=scene.world.id("nadia"),
        until=FIRST,
        reason="Verlof.",
    )
    looks = scene.looks("nadia")
    assert [each.kind for each in moments.of_case(looks, scene.case, now=LATER)] == [PRISON_OUT]
    with pytest.raises(NotVisible):
        moments.by_id(looks, clinic, now=LATER)
    with pytest.raises(Invalid, match="geen grond"):
        plan(scene.world, scene.case, CLINIC_OUT, now=LATER, on_date=SATURDAY, who="nadia")
    assert plan(scene.world, scene.case, now=LATER, who="nadia")
    assert len(moments.of_case(scene.looks("sanne"), scene.case, now=LATER)) == 3


def test_pressing_twice_adds_one_item(scene: Scene) -> None:
    once = new_id()
    add(scene, item_id=once)
    with pytest.raises(Conflict):
        add(scene, item_id=once)


def test_pressing_twice_plans_one_moment_with_its_contacts(scene: Scene) -> None:
    new = NewMoment(PRISON_OUT, FIRST, contacts=[NewContact(FROM, "Ria (verzonnen)")])
    actor = scene.world.actor("sanne")
    plan_moment(actor=actor, now=LATER, case_id=scene.case, new=new)
    with pytest.raises(Conflict):
        plan_moment(actor=actor, now=LATER, case_id=scene.case, new=new)
    assert [each.name for each in moments.by_id(scene.looks("sanne"), new.id, now=LATER).contacts] == [
        "Ria (verzonnen)"
    ]


def test_who_acts_on_what_was_just_changed_looks_again(scene: Scene) -> None:
    move(scene)
    early = NOW + timedelta(minutes=1)
    with pytest.raises(Conflict):
        cancel_moment(actor=scene.world.actor("marit"), now=early, moment_id=scene.moment, reason="Toch niet.")
    again = Scene(scene.world, scene.case, plan(scene.world, scene.case, now=NOW))
    report(again, again.item(), DONE)
    with pytest.raises(Conflict):
        actor = scene.world.actor("marit")
        report_moment_item(actor=actor, now=early, item_id=again.item(), state=NOT_DONE, text="Nee.")


def test_a_case_stays_open_for_a_moment_that_is_still_to_come(scene: Scene) -> None:
    def close() -> None:
        close_case(
            actor=scene.world.actor("sanne"),
            now=LATER,
            case_id=scene.case,
            new=NewClosing("goals_reached", "Het gaat goed.", None),
        )

    with pytest.raises(Invalid) as told:
        close()
    assert told.value.problems.keys() == {"moment"}
    happen(scene)
    close()
    with pytest.raises(NotVisible):
        scene.page()


def test_the_nearest_moment_comes_first_and_what_is_over_last_whatever_their_number(scene: Scene) -> None:
    cancel(scene)
    far = plan(scene.world, scene.case, now=NOW, on_date=date(2027, 1, 5))
    near = plan(scene.world, scene.case, CLINIC_OUT, now=NOW, on_date=SATURDAY, until=date(2026, 11, 30))
    looks = scene.looks("sanne")
    with CaptureQueriesContext(connection) as counted:
        lines = moments.of_case(looks, scene.case, now=LATER)
    assert [line.id for line in lines] == [near, far, scene.moment]
    assert len(counted.captured_queries) == 2
    assert lines[0].days.last == date(2026, 11, 30)


def test_what_people_wrote_is_sealed_and_not_in_the_log(scene: Scene) -> None:
    word = "Kanariegeel"
    made = plan(scene.world, scene.case, now=NOW, about=word)
    add(scene, text=word)
    report(scene, items_of(made)[0], DONE, word)
    row = CrucialMoment.objects.get(pk=made)
    assert word.encode() not in bytes(row.about_sealed)
    assert not [entry for entry in Entry.objects.all() if word in str(entry.details)]
