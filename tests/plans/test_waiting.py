"""What waits for a provision: a director sees the tasks of their own cases, who manages only counts them."""

from datetime import date

from houvast.directory.models import Municipality, Organisation
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import member
from houvast.plans.rules.figures import CountedWaiting
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.selectors.managing import managed_by
from houvast.plans.selectors.tasks import counted_waiting, waiting_to_lead
from houvast.plans.services.record_task_step import record_task_step
from tests.lives import open_with
from tests.plans.worlds import THURSDAY, Planned
from tests.worlds import NOW, add_member, make_resident, make_world

SINCE = date(2026, 11, 9)
NO_ROOM = NextStep(Standing.WAITING, "Twee aanbieders gevraagd.", THURSDAY, SINCE, 2, "shelter")


def let_wait(planned: Planned) -> None:
    planned.agree(Owner(member_id=planned.world.id("iris")), "Een taak die niet wacht")
    task_id = planned.agree(Owner(member_id=planned.world.id("iris")), "Zoekt opvang")
    record_task_step(actor=planned.world.actor("iris"), now=NOW, task_id=task_id, step=NO_ROOM)


def test_a_director_sees_what_waits_in_their_own_cases(planned: Planned) -> None:
    let_wait(planned)
    (line,) = waiting_to_lead(planned.viewer("sanne"), now=NOW)
    assert (line.what, line.missing, line.waiting_since, line.asked) == ("Zoekt opvang", "shelter", SINCE, 2)
    for who in ("iris", "erik", "nadia", "wiebe"):
        assert waiting_to_lead(planned.viewer(who), now=NOW) == ()


def test_what_waits_in_a_municipality_is_counted_without_its_words(planned: Planned) -> None:
    let_wait(planned)
    let_wait(Planned(planned.world, open_with(planned.world, make_resident(planned.world, "Vegt").id), planned.partner))
    found = counted_waiting(planned.world.municipality.id)
    assert len({row.case_id for row in found}) == 2
    assert CountedWaiting(planned.case_id, "shelter", SINCE) in found
    assert counted_waiting(make_world("opsterland", "Opsterland").municipality.id) == ()


def test_numbers_are_for_who_may_carry_responsibility_by_the_model(planned: Planned) -> None:
    here = planned.world.municipality.id
    assert {who: managed_by(planned.viewer(who)) for who in ("erik", "wiebe", "burg")} == dict.fromkeys(
        ("erik", "wiebe", "burg"), here
    )
    assert {managed_by(planned.viewer(who)) for who in ("sanne", "marit", "beheer", "privacy")} == {None}
    assert managed_by(planned.partner_viewer) is None


def test_without_a_model_there_are_no_numbers(db: None) -> None:
    municipality = Municipality.objects.create(code="leeg", name="Leeg", region="Groningen")
    organisation = Organisation.objects.create(kind="municipality", name="Gemeente Leeg", municipality=municipality)
    somebody = add_member(organisation, "Erik (verzonnen)", "manager-sociaal-domein", "", "manager", None)
    assert managed_by(viewer_of(member(somebody.id), now=NOW)) is None
