"""The queue of triage and the page of a concern, each in a fixed number of queries."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.intake.models import Concern
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.repeats import Link
from houvast.intake.rules.triage import Outcome, Step
from houvast.intake.selectors.concern_pages import concern_page
from houvast.intake.selectors.lines import CameBack
from houvast.intake.selectors.queue import queue
from houvast.intake.services.answer_pass_on import answer_pass_on
from houvast.intake.services.confirm_person import confirm_person
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.import_list import import_list
from houvast.intake.services.send_to_next_step import send_to_next_step
from houvast.intake.services.take_concern import take_concern
from houvast.intake.services.undo_decision import undo_decision
from houvast.kernel.errors import NotVisible
from houvast.kernel.partial_date import PartialDate
from tests.intake.worlds import make_concern, make_duo, make_point
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

VEGT = PersonFacts(
    "Vegt", "van der", "Yvonne", PartialDate(1998, 5, 25), None, "132496689", "Sennweg", "16", "9934 AB", "Delfzijl"
)
NEIGHBOUR = PersonFacts("Prins", "", "Alie", street="Sennweg", house_number="16", postcode="9934 AB", place="Delfzijl")


def seen_by(world: World, who: str, now: datetime = NOW) -> Viewer:
    found = viewer(world.id(who), now=now)
    assert found is not None
    return found


def test_the_queue_is_ordered_by_its_clock_and_counts_what_was_decided_today() -> None:
    world = make_world()
    point = make_point(world)
    normal = make_concern(world, point)
    urgent = make_concern(world, point, urgency="urgent", person=PersonFacts())
    done, undone, older = (make_concern(world, point) for _ in range(3))
    marit = world.actor("marit")
    for concern, at in ((done, NOW), (undone, NOW), (older, NOW - timedelta(days=1))):
        new = NewDecision(Outcome.NOTHING, "once")
        decide_concern(actor=marit, now=at, concern_id=concern.id, version=0, new=new)
    undo_decision(actor=marit, now=NOW, concern_id=undone.id)
    take_concern(actor=marit, now=NOW, concern_id=normal.id)
    found = queue(seen_by(world, "marit"), now=NOW)
    assert found.page.rows[0].id == urgent.id
    assert {line.id for line in found.page.rows} == {urgent.id, normal.id, undone.id}
    assert (found.decided_today, found.to_go, found.to_repair, found.page.after) == (1, 3, 0, "")
    first = found.page.rows[0]
    assert (first.name, first.point, first.step, first.own_ground) == (
        "Naam onbekend",
        "Meldpunt Zorg en Veiligheid",
        Step.OGGZ,
        True,
    )
    busy = next(line.busy for line in found.page.rows if line.id == normal.id)
    assert busy is not None
    assert busy.name == "Marit uit Eemsdelta"
    assert next(line.name for line in found.page.rows if line.id == normal.id) == "Vegt, Yvonne van der"


def test_a_page_begins_after_the_last_row_of_the_one_before() -> None:
    world = make_world()
    point = make_point(world)
    made = {make_concern(world, point).id for _ in range(5)}
    marit = seen_by(world, "marit")
    seen, after = [], ""
    for _ in range(3):
        page = queue(marit, now=NOW, after=after, size=2).page
        seen += [line.id for line in page.rows]
        after = page.after
    assert (len(seen), set(seen), after) == (5, made, "")
    for nonsense in ("x", "2026-11-23T09:00:00_" + str(uuid4()), "2026-11-23T09:00:00+00:00_x"):
        assert len(queue(marit, now=NOW, after=nonsense).page.rows) == 5


def test_what_came_back_says_why_and_its_clock_is_the_term_that_passed() -> None:
    world = make_world()
    point = make_point(world)
    overdue, returned, asked = (make_concern(world, point) for _ in range(3))
    new = NewDecision(Outcome.PASSED_ON, "other_task", to_team=world.teams["Gebiedsteam"].id)
    term = datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)
    for concern, at in ((overdue, NOW), (returned, NOW), (asked, NOW + timedelta(days=2))):
        decide_concern(actor=world.actor("marit"), now=at, concern_id=concern.id, version=0, new=new)
    answer_pass_on(actor=world.actor("sanne"), now=NOW, concern_id=returned.id, accepted=False, reason="Vol.")
    lines = {line.id: line for line in queue(seen_by(world, "marit"), now=term).page.rows}
    assert {key: line.came_back for key, line in lines.items()} == {
        overdue.id: CameBack.NOT_ANSWERED,
        returned.id: CameBack.RETURNED,
    }
    assert (lines[overdue.id].clock.until, lines[overdue.id].clock.late) == (term, True)


def test_a_duo_partner_sees_who_waits_and_not_what_was_told() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world), person=VEGT, text="Kanarie in het signaal.")
    make_concern(world, make_point(world, "public_order", name="Politie"))
    lines = queue(seen_by(world, "nadia"), now=NOW).page.rows
    assert {line.own_ground for line in lines} == {True, False}
    page = concern_page(seen_by(world, "nadia"), concern.id, now=NOW)
    assert page.told is None
    assert "Kanarie" not in repr(page)
    assert page.name == "Vegt, Yvonne van der"


def test_the_page_shows_what_was_told_what_to_ask_and_what_was_decided() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world, "public_order", "oggz"), person=VEGT, incident="PL0100-77")
    send_to_next_step(actor=world.actor("nadia"), now=NOW, concern_id=concern.id, version=0, text="Geen gevaar.")
    new = NewDecision(Outcome.PASSED_ON, "other_task", "Kent u haar?", to_team=world.teams["Gebiedsteam"].id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=1, new=new)
    answer_pass_on(actor=world.actor("sanne"), now=NOW, concern_id=concern.id, accepted=False, reason="Wij zijn vol.")
    page = concern_page(seen_by(world, "marit"), concern.id, now=NOW)
    assert page.told is not None
    assert (page.told.text, page.told.bsn_masked) == ("De gordijnen blijven dicht.", "••••••689")
    assert page.told.reporter == "Buurvrouw, 0596 00 01 12"
    assert page.instruction == ("Is er nu gevaar voor de persoon of voor een ander?",)
    assert (page.born, page.address, page.incident) == (
        PartialDate(1998, 5, 25),
        "Sennweg 16, 9934 AB Delfzijl",
        "PL0100-77",
    )
    assert [(line.label, line.by, line.text) for line in page.history] == [
        ("Verder naar de volgende stap", "Nadia uit Eemsdelta", "Geen gevaar."),
        ("Doorgeven", "Marit uit Eemsdelta", "Kent u haar?"),
    ]
    answer = page.history[1].answer
    assert answer is not None
    assert (page.history[1].to_team, answer.accepted, answer.reason) == ("Gebiedsteam", False, "Wij zijn vol.")
    assert (page.came_back, page.version, page.facts.waits) == (CameBack.RETURNED, 3, True)


def test_a_reader_without_ground_sees_the_history_without_its_texts() -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.PASSED_ON, "other_task", "Kanarie.", to_team=world.teams["Gebiedsteam"].id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    answer_pass_on(actor=world.actor("sanne"), now=NOW, concern_id=concern.id, accepted=False, reason="Kanarie.")
    page = concern_page(seen_by(world, "nadia"), concern.id, now=NOW)
    assert page.history[0].reason == "Dit hoort bij de taak van een ander"
    assert "Kanarie" not in repr(page)


def test_the_page_of_what_went_straight_out_says_so_and_no_more() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world), person=VEGT)
    new = NewDecision(Outcome.STRAIGHT_OUT, receiver="veilig_thuis")
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    page = concern_page(seen_by(world, "marit"), concern.id, now=NOW)
    assert (page.gone, page.name, page.told, page.earlier) == (True, "Naam onbekend", None, ())
    assert page.history[0].receiver == "Veilig Thuis"


def test_what_one_may_not_see_has_no_page() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    with pytest.raises(NotVisible):
        concern_page(seen_by(world, "sanne"), concern.id, now=NOW)


def reported(concern: Concern, day: date) -> Concern:
    Concern.objects.filter(pk=concern.pk).update(reported_on=day)
    return concern


def test_earlier_concerns_in_six_weeks_are_facts_with_their_dates() -> None:
    world = make_world()
    point = make_point(world)
    resident = make_resident(world)
    now = make_concern(world, point, person=VEGT)
    same_person = reported(make_concern(world, point, person=VEGT), date(2026, 11, 14))
    same_address = reported(make_concern(world, point, person=NEIGHBOUR), date(2026, 10, 29))
    confirmed = reported(make_concern(world, point, person=PersonFacts("Onbekend")), date(2026, 10, 20))
    reported(make_concern(world, point, person=VEGT), date(2026, 10, 10))  # 43 days before: too long ago
    reported(make_concern(world, point, person=PersonFacts("Vegt", first_names="Bo")), date(2026, 11, 1))
    for concern in (now, confirmed):
        confirm_person(actor=world.actor("marit"), now=NOW, concern_id=concern.id, resident_id=resident.id)
    page = concern_page(seen_by(world, "marit"), now.id, now=NOW)
    assert [(each.id, each.link) for each in page.earlier] == [
        (same_person.id, Link.PERSON),
        (same_address.id, Link.ADDRESS),
        (confirmed.id, Link.PERSON),
    ]
    line = next(line for line in queue(seen_by(world, "marit"), now=NOW).page.rows if line.id == now.id)
    assert line.earlier == page.earlier


def queries_of(world: World, concern: Concern) -> tuple[int, int]:
    marit = seen_by(world, "marit")
    with CaptureQueriesContext(
        connection,
    ) as of_queue:
        assert queue(marit, now=NOW).page.rows
    with CaptureQueriesContext(connection) as of_page:
        concern_page(marit, concern.id, now=NOW)
    return len(of_queue), len(of_page)


def test_the_number_of_queries_is_the_same_with_10_and_200_concerns() -> None:
    world = make_world()
    point = make_point(world)
    make_duo(world, "marit", "nadia")
    for number in range(10):
        concern = make_concern(world, point, person=VEGT, incident=f"PL{number}")
    few = queries_of(world, concern)
    for number in range(190):
        person = replace(VEGT, surname=f"Vegt{number}", street=f"Weg{number}", postcode="", bsn=None)
        concern = make_concern(world, point, person=person)
    assert queries_of(world, concern) == few
    assert max(few) <= 9  # one of them for the names of themes, as the municipality has them now


def test_the_queue_counts_the_rows_that_wait_to_be_repaired() -> None:
    world = make_world()
    rows = "Incidentnummer;Datum;Achternaam;Gemeente\n;22-11-2026;Vegt;Eemsdelta\n"
    import_list(actor=world.actor("marit"), now=NOW, content=rows.encode())
    assert queue(seen_by(world, "marit"), now=NOW).to_repair == 1
    assert queue(seen_by(world, "sanne"), now=NOW).to_repair == 0
