"""Tasks: agreed by who leads, seen and reported by who does them, gone for them when withdrawn."""

from datetime import date
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import CaseResident
from houvast.cases.scopes import access
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.kernel.actor import member
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import allow
from houvast.plans.models import Task
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.scopes import task_steps
from houvast.plans.selectors import tasks
from houvast.plans.services.add_task import NewTask, add_task
from houvast.plans.services.record_task_step import record_task_step
from houvast.residents.models import NetworkMember, Resident
from tests.lives import open_with
from tests.plans.worlds import SLEEP, THURSDAY, Planned
from tests.worlds import NOW, START, make_resident

DONE = NextStep(Standing.DONE)


def step(planned: Planned, task_id: UUID, what: NextStep, who: str = "sanne", seen: UUID | None = None) -> None:
    record_task_step(actor=planned.world.actor(who), now=NOW, task_id=task_id, step=what, seen_step=seen)


def the_task(planned: Planned, task_id: UUID, who: str = "sanne") -> tasks.TaskLine:
    found = tasks.one(planned.viewer(who), task_id, now=NOW)
    assert found is not None
    return found


def sister_of(planned: Planned, resident: Resident) -> NetworkMember:
    return NetworkMember.objects.create(
        resident=resident,
        municipality=planned.world.municipality,
        name="Janna (verzonnen)",
        relation="zus",
        since=START.date(),
        ground="oggz",
        organisation=planned.world.organisation,
        retention_from=START.date(),
    )


def owner_of(planned: Planned, kind: str) -> Owner:
    """Give somebody of each kind who can do something in the case."""
    resident = CaseResident.objects.get(case_id=planned.case_id).resident
    if kind == "network":
        return Owner(network_member_id=sister_of(planned, resident).id)
    if kind == "organisation":
        new = NewCaseOrganisation(planned.partner.organisation_id)
        add_organisation(actor=planned.world.actor("sanne"), now=NOW, case_id=planned.case_id, new=new)
        return Owner(organisation_id=planned.partner.organisation_id)
    return {
        "member": Owner(member_id=planned.world.id("iris")),
        "partner": Owner(member_id=planned.partner.id),
        "team": Owner(team_id=planned.world.teams["Jeugd"].id),
        "resident": Owner(resident_id=resident.id),
    }[kind]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("member", "Iris uit Eemsdelta"),
        ("partner", "Yara Mensah"),
        ("team", "Jeugd"),
        ("resident", "Ruben Dijkhuis"),
        ("network", "Janna (verzonnen)"),
        ("organisation", "GGZ (verzonnen)"),
    ],
)
def test_anybody_around_a_case_can_do_a_task(planned: Planned, kind: str, name: str) -> None:
    line = the_task(planned, planned.agree(owner_of(planned, kind)))
    assert (line.owner, line.what, line.goal, line.due_on) == (name, "Belt de huisarts", SLEEP.id, THURSDAY)
    assert (line.standing, line.is_mine) == (Standing.OPEN, False)


def strangers(planned: Planned) -> list[Owner]:
    other = make_resident(planned.world, "Vegt")
    open_with(planned.world, other.id)
    return [
        Owner(member_id=new_id()),
        Owner(team_id=new_id()),
        Owner(organisation_id=planned.partner.organisation_id),
        Owner(resident_id=other.id),
        Owner(network_member_id=sister_of(planned, other).id),
    ]


def test_who_has_nothing_to_do_with_a_case_gets_no_task_in_it(planned: Planned) -> None:
    for stranger in strangers(planned):
        with pytest.raises(Invalid) as wrong:
            planned.agree(stranger)
        assert wrong.value.problems.keys() == {"owner"}
    assert not Task.objects.exists()


def test_who_does_a_task_sees_it_and_no_other(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "partner"))
    planned.agree(owner_of(planned, "member"), "Belt school")
    seen = tasks.mine(planned.partner_viewer, now=NOW, most=9)
    assert [(line.id, line.is_mine) for line in seen] == [(task_id, True)]
    assert tasks.of_case(planned.partner_viewer, planned.case_id, now=NOW) == seen


def test_a_task_of_a_team_is_its_members_work(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "team"))
    assert [line.id for line in tasks.mine(planned.viewer("iris"), now=NOW, most=9)] == [task_id]
    step(planned, task_id, DONE, "iris")
    assert tasks.mine(planned.viewer("iris"), now=NOW, most=9) == ()
    assert the_task(planned, task_id).said_by == "Iris uit Eemsdelta"


def test_a_withdrawn_task_is_gone_for_who_would_do_it(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "member"))
    step(planned, task_id, NextStep(Standing.WITHDRAWN, "Zij belt zelf."))
    assert tasks.one(planned.viewer("iris"), task_id, now=NOW) is None
    assert the_task(planned, task_id).why == "Zij belt zelf."


def test_who_did_a_task_no_longer_sees_the_case_and_sees_it_again_when_the_task_is_open_again(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "partner"))
    record_task_step(actor=member(planned.partner.id), now=NOW, task_id=task_id, step=DONE)
    assert tasks.one(planned.partner_viewer, task_id, now=NOW) is None
    assert not access(planned.partner_viewer, now=NOW).filter(case_id=planned.case_id).exists()
    step(planned, task_id, NextStep(Standing.OPEN, "Toch niet gelukt.", THURSDAY))
    assert tasks.one(planned.partner_viewer, task_id, now=NOW) is not None


def test_the_log_says_nothing_of_sight_for_who_has_no_account(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "resident"))
    step(planned, task_id, DONE)
    assert not Entry.objects.filter(event__startswith="access.", subject_id=task_id).exists()


def test_only_who_leads_withdraws(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "member"))
    with pytest.raises(Refused):
        step(planned, task_id, NextStep(Standing.WITHDRAWN, "Geen tijd."), "iris")


def test_a_task_can_wait_for_what_is_not_there(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "member"), "Beschermd wonen zoeken")
    step(
        planned,
        task_id,
        NextStep(Standing.WAITING, "Geen plek.", THURSDAY, date(2026, 11, 9), 4, "shelter"),
        "iris",
    )
    line = the_task(planned, task_id)
    waits = (line.standing, line.waiting_since, line.asked, line.missing)
    assert waits == (Standing.WAITING, date(2026, 11, 9), 4, "shelter")
    assert [each.id for each in tasks.mine(planned.viewer("iris"), now=NOW, most=9)] == [task_id]


def test_a_step_that_lacks_something_is_told(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "member"))
    with pytest.raises(Invalid) as wrong:
        step(planned, task_id, NextStep(Standing.NOT_DONE))
    assert wrong.value.problems.keys() == {"why"}


def test_two_who_report_at_once_are_told_apart(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "member"))
    seen = the_task(planned, task_id).step_id
    step(planned, task_id, DONE, "iris", seen)
    with pytest.raises(Conflict):
        step(planned, task_id, NextStep(Standing.NOT_DONE, "Niemand nam op."), "sanne", seen)


def test_pressing_twice_adds_one_task(planned: Planned) -> None:
    new = NewTask("Belt", owner_of(planned, "member"), THURSDAY)
    sanne = planned.world.actor("sanne")
    add_task(actor=sanne, now=NOW, case_id=planned.case_id, new=new)
    with pytest.raises(Conflict):
        add_task(actor=sanne, now=NOW, case_id=planned.case_id, new=new)
    assert Task.objects.count() == 1


@pytest.mark.parametrize(("who", "why"), [("erik", Refused), ("iris", NotVisible), ("privacy", NotVisible)])
def test_only_who_leads_agrees_on_tasks(planned: Planned, who: str, why: type[Exception]) -> None:
    new = NewTask("Belt", owner_of(planned, "member"), THURSDAY)
    with pytest.raises(why):
        add_task(actor=planned.world.actor(who), now=NOW, case_id=planned.case_id, new=new)


def test_a_higher_room_may_allow_a_task_by_its_own_policy(planned: Planned) -> None:
    new = NewTask("Belt", owner_of(planned, "team"), THURSDAY, source=Task.Source.RESOLUTION, source_id=new_id())
    erik = planned.world.actor("erik")
    task_id = add_task(actor=erik, now=NOW, case_id=planned.case_id, new=new, verdict=allow("meeting"))
    assert Task.objects.get(pk=task_id).source_id == new.source_id
    assert Entry.objects.get(event="task.added").ground == "meeting"


def test_a_task_that_one_does_not_see_cannot_be_reported(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "member"))
    with pytest.raises(NotVisible):
        step(planned, task_id, DONE, "bram")
    with pytest.raises(NotVisible):
        record_task_step(actor=member(planned.partner.id), now=NOW, task_id=new_id(), step=DONE)
    assert Entry.objects.filter(event="task.step_recorded", outcome="refused").count() == 2


def test_overdue_tasks_are_counted_for_who_leads(planned: Planned) -> None:
    planned.agree(owner_of(planned, "member"))
    sanne = planned.viewer("sanne")
    assert tasks.overdue_in(sanne, (planned.case_id,), now=NOW, today=THURSDAY) == {}
    assert tasks.overdue_in(sanne, (planned.case_id,), now=NOW, today=date(2026, 11, 27)) == {planned.case_id: 1}
    assert tasks.of_case(sanne, planned.case_id, now=NOW)[0].is_overdue(date(2026, 11, 27))


def test_the_log_tells_who_got_sight_of_a_task_and_no_word_of_it(planned: Planned) -> None:
    task_id = planned.agree(owner_of(planned, "member"))
    given = Entry.objects.get(event="access.given")
    added = Entry.objects.get(event="task.added")
    assert (given.subject, given.subject_id, given.ground) == ("task", task_id, "does_the_task")
    assert given.details["members"] == [str(planned.world.id("iris"))]
    assert added.details == {"owner": "member", "source": "plan"}


def test_who_does_a_task_sees_how_that_one_stands_and_no_other(planned: Planned) -> None:
    own = planned.agree(Owner(member_id=planned.partner.id))
    planned.agree(Owner(member_id=planned.world.id("iris")))
    assert set(task_steps(planned.partner_viewer, now=NOW).values_list("task_id", flat=True)) == {own}
    assert task_steps(planned.viewer("sanne"), now=NOW).count() == 2
