"""May somebody act? Every condition of every policy, in tables: who, in what case, and what the answer is."""

from dataclasses import replace
from uuid import UUID

import pytest

from houvast.ave.load import load_text, shipped
from houvast.ave.model import Boundary
from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy
from houvast.cases.policy import CaseFacts
from houvast.cases.rules.seats import NOT_REQUIRED, VACANT, held
from houvast.directory.viewer import Viewer
from houvast.kernel.ids import new_id

HERE, ELSEWHERE, PARTNER = new_id(), new_id(), new_id()
CASE, PROCESS, OPERATIONAL, ADMINISTRATIVE = Responsibility
MODEL = load_text(shipped()["groningen"].read_text("utf-8"), "groningen")
DIRECTOR, LEADER, MANAGER, ALDERMAN = new_id(), new_id(), new_id(), new_id()
ASKED, ASKER, TEAM = new_id(), new_id(), new_id()

OPEN = CaseFacts(
    municipality_id=HERE,
    region="groningen",
    phase=3,
    is_closed=False,
    seats={
        CASE: held(DIRECTOR, "casusregisseur-wijkteam"),
        PROCESS: held(LEADER, "procesregisseur-zvh"),
        OPERATIONAL: held(MANAGER, "manager-sociaal-domein"),
        ADMINISTRATIVE: held(ALDERMAN, "wethouder"),
    },
    process_functions=frozenset({"procesregisseur-oggz"}),
)
EMPTY = replace(OPEN, seats={CASE: VACANT, PROCESS: VACANT, OPERATIONAL: VACANT, ADMINISTRATIVE: NOT_REQUIRED})
CLOSED = replace(OPEN, is_closed=True, seats=dict.fromkeys(Responsibility, NOT_REQUIRED))


def somebody(
    member: UUID | None = None,
    *,
    of: UUID | None = HERE,
    functions: tuple[str, ...] = (),
    domains: tuple[str, ...] = (),
    mandates: tuple[str, ...] = (),
    stands_in_for: tuple[UUID, ...] = (),
    teams: tuple[UUID, ...] = (),
    partner_region: str | None = None,
) -> Viewer:
    """Give somebody who looks, of this municipality unless said otherwise."""
    member = member or new_id()
    return Viewer(
        member_id=member,
        name="Iemand",
        title="",
        member_ids=frozenset({member, *stands_in_for}),
        team_ids=frozenset(teams),
        organisation_id=new_id(),
        municipality_id=of,
        municipality_name="",
        municipality_code="",
        partner_region=partner_region,
        functions=frozenset(functions),
        domains=frozenset(domains),
        mandates=frozenset(mandates),
        duo_member_ids=frozenset(),
        is_administrator=False,
        is_privacy_officer=False,
    )


def safety_house(region: str) -> Viewer:
    """Give a process director of the safety house of a region, without a seat in the case."""
    return somebody(of=None, functions=("procesregisseur-zvh",), partner_region=region)


NOBODY = somebody()
WATCHER = somebody(functions=("procesregisseur-oggz",))
WATCHER_ELSEWHERE = somebody(of=ELSEWHERE, functions=("procesregisseur-oggz",))
HOLDERS = {"director": somebody(DIRECTOR), "leader": somebody(LEADER, of=None), "manager": somebody(MANAGER)}
STAND_IN = somebody(stands_in_for=(DIRECTOR,))
STAND_IN_OF_MANAGER = somebody(stands_in_for=(MANAGER,))


def boundary(from_phase: int, to_phase: int) -> Boundary:
    """Give a boundary of the model."""
    found = MODEL.boundary(from_phase, to_phase)
    assert found is not None
    return found


UP, HIGH, DOWN, LOW = boundary(2, 3), boundary(3, 4), boundary(3, 2), boundary(4, 3)


def test_who_leads_processes_in_phase_3_or_4_watches_over_vacancies() -> None:
    leading = {"procesregisseur-oggz", "procesregisseur-oov", "procesregisseur-zvh"}
    assert policy.process_functions(MODEL) == leading


@pytest.mark.parametrize(
    ("viewer", "answer"),
    [
        (somebody(domains=("wmo",)), "works_on_domain"),
        (somebody(domains=("wmo",), of=ELSEWHERE), "other_municipality"),
        (somebody(domains=("wmo",), of=None), "other_municipality"),
        (somebody(), "no_domain"),
    ],
)
def test_may_open(viewer: Viewer, answer: str) -> None:
    verdict = policy.may_open(viewer, HERE)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("domains", "asked", "answer"),
    [
        (("wmo", "oggz"), "oggz", "works_on_domain"),
        (("wmo",), "youth", "other_domain"),
        (("public_order",), "oggz", "other_domain"),
        ((), "oggz", "no_domain"),
        (("oggz",), "", "other_domain"),
    ],
)
def test_a_case_opens_on_a_domain_of_whoever_opens_it(domains: tuple[str, ...], asked: str, answer: str) -> None:
    verdict = policy.may_open(somebody(domains=domains), HERE, asked)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "seat", "answer"),
    [
        (WATCHER, OPEN, CASE, "process_direction"),
        (HOLDERS["leader"], OPEN, CASE, "process_direction"),
        (HOLDERS["manager"], OPEN, PROCESS, "operational"),
        (STAND_IN_OF_MANAGER, OPEN, PROCESS, "operational"),
        (HOLDERS["director"], OPEN, PROCESS, "not_process_director"),
        (WATCHER_ELSEWHERE, OPEN, CASE, "not_process_director"),
        (NOBODY, EMPTY, CASE, "not_process_director"),
        (WATCHER, OPEN, OPERATIONAL, "fills_itself"),
        (WATCHER, OPEN, ADMINISTRATIVE, "fills_itself"),
        (WATCHER, CLOSED, CASE, "case_closed"),
    ],
)
def test_may_assign(viewer: Viewer, facts: CaseFacts, seat: Responsibility, answer: str) -> None:
    verdict = policy.may_assign(viewer, facts, seat)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "seat", "answer"),
    [
        (HOLDERS["director"], OPEN, CASE, "holder"),
        (STAND_IN, OPEN, CASE, "holder"),
        (WATCHER, OPEN, CASE, "process_direction"),
        (HOLDERS["manager"], OPEN, CASE, "operational"),
        (NOBODY, OPEN, CASE, "not_process_director"),
        (WATCHER, EMPTY, CASE, "nobody_holds_it"),
        (HOLDERS["director"], CLOSED, CASE, "case_closed"),
    ],
)
def test_may_hand_over(viewer: Viewer, facts: CaseFacts, seat: Responsibility, answer: str) -> None:
    verdict = policy.may_hand_over(viewer, facts, seat)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "seat", "beyond", "answer"),
    [
        (WATCHER, OPEN, CASE, False, "process_direction"),
        (HOLDERS["manager"], OPEN, CASE, False, "operational"),
        (HOLDERS["director"], OPEN, CASE, False, "not_process_director"),
        (WATCHER, OPEN, CASE, True, "extension_to_operational"),
        (HOLDERS["manager"], OPEN, CASE, True, "operational"),
        (HOLDERS["manager"], OPEN, OPERATIONAL, True, "extension_to_operational"),
        (WATCHER, CLOSED, CASE, False, "case_closed"),
    ],
)
def test_may_fill_temporarily(
    viewer: Viewer, facts: CaseFacts, seat: Responsibility, beyond: bool, answer: str
) -> None:
    verdict = policy.may_fill_temporarily(viewer, facts, seat, beyond_model=beyond)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "seat", "answer"),
    [
        (HOLDERS["director"], OPEN, CASE, "holder"),
        (STAND_IN, OPEN, CASE, "holder"),
        (WATCHER, OPEN, CASE, "not_the_holder"),
        (HOLDERS["manager"], OPEN, OPERATIONAL, "fills_itself"),
        (HOLDERS["director"], CLOSED, CASE, "case_closed"),
    ],
)
def test_may_return(viewer: Viewer, facts: CaseFacts, seat: Responsibility, answer: str) -> None:
    verdict = policy.may_return(viewer, facts, seat)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "withdraws", "answer"),
    [
        (somebody(ASKED), OPEN, False, "was_asked"),
        (somebody(stands_in_for=(ASKED,)), OPEN, False, "was_asked"),
        (somebody(ASKER), OPEN, False, "not_asked"),
        (WATCHER, OPEN, False, "not_asked"),
        (somebody(ASKER), OPEN, True, "asked"),
        (WATCHER, OPEN, True, "asked"),
        (somebody(ASKED), OPEN, True, "not_the_asker"),
        (somebody(ASKED), CLOSED, False, "case_closed"),
    ],
)
def test_may_answer_hand_over(viewer: Viewer, facts: CaseFacts, withdraws: bool, answer: str) -> None:
    verdict = policy.may_answer_hand_over(viewer, facts, asked_member=ASKED, asked_by=ASKER, withdraws=withdraws)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (HOLDERS["director"], OPEN, "director"),
        (HOLDERS["leader"], OPEN, "director"),
        (STAND_IN, OPEN, "director"),
        (WATCHER, OPEN, "not_a_director"),
        (HOLDERS["manager"], OPEN, "not_a_director"),
        (WATCHER_ELSEWHERE, OPEN, "not_a_director"),
        (WATCHER, CLOSED, "case_closed"),
    ],
)
def test_may_work_in_may_close_and_may_review(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    for may in (policy.may_work_in, policy.may_close, policy.may_review):
        verdict = may(viewer, facts)
        assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (somebody(DIRECTOR), OPEN, "director"),
        (somebody(DIRECTOR, of=None), OPEN, "not_of_municipality"),
        (somebody(DIRECTOR, of=ELSEWHERE), OPEN, "not_of_municipality"),
        (somebody(), OPEN, "not_a_director"),
        (somebody(DIRECTOR), CLOSED, "case_closed"),
    ],
)
def test_may_look_up_residents(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    verdict = policy.may_look_up_residents(viewer, facts)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (somebody(teams=(TEAM,)), OPEN, "in_team"),
        (somebody(teams=(new_id(),)), OPEN, "not_in_team"),
        (somebody(teams=(TEAM,)), CLOSED, "case_closed"),
    ],
)
def test_may_answer_take_over(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    verdict = policy.may_answer_take_over(viewer, facts, to_team=TEAM)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (somebody(ASKER), OPEN, "asked"),
        (somebody(stands_in_for=(ASKER,)), OPEN, "asked"),
        (WATCHER, OPEN, "process_direction"),
        (HOLDERS["leader"], OPEN, "process_direction"),
        (WATCHER_ELSEWHERE, OPEN, "not_the_asker"),
        (HOLDERS["director"], OPEN, "not_the_asker"),
        (somebody(teams=(TEAM,)), OPEN, "not_the_asker"),
        (somebody(ASKER), CLOSED, "case_closed"),
    ],
)
def test_may_withdraw_take_over(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    verdict = policy.may_withdraw_take_over(viewer, facts, asked_by=ASKER)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (somebody(domains=("wmo",)), CLOSED, "works_on_domain"),
        (somebody(domains=("wmo",)), OPEN, "not_closed"),
        (somebody(), CLOSED, "no_domain"),
        (somebody(domains=("wmo",), of=ELSEWHERE), CLOSED, "other_municipality"),
    ],
)
def test_may_reopen(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    verdict = policy.may_reopen(viewer, facts)
    assert (verdict.reason or verdict.ground) == answer


MAYOR = "burgemeester"


@pytest.mark.parametrize(
    ("viewer", "facts", "step", "on_behalf_of", "answer"),
    [
        (somebody(functions=("procesregisseur-oggz",)), OPEN, UP, "", "named_by_model"),
        (somebody(functions=("procesregisseur-oggz",), of=ELSEWHERE), OPEN, UP, "", "not_the_decider"),
        (somebody(LEADER, functions=("procesregisseur-oggz",), of=None), OPEN, UP, "", "named_by_model"),
        (safety_house("groningen"), OPEN, LOW, "", "named_by_model"),
        (safety_house(""), OPEN, LOW, "", "named_by_model"),
        (safety_house("fryslan"), OPEN, LOW, "", "not_the_decider"),
        (safety_house("groningen"), OPEN, UP, "", "not_the_decider"),
        (somebody(functions=("procesregisseur-zvh",), of=ELSEWHERE), OPEN, LOW, "", "not_the_decider"),
        (somebody(functions=("wethouder",)), OPEN, UP, "", "not_the_decider"),
        (somebody(mandates=(MAYOR,)), OPEN, HIGH, MAYOR, "mandate"),
        (somebody(mandates=(MAYOR,)), OPEN, HIGH, "", "not_the_decider"),
        (somebody(mandates=("wethouder",)), OPEN, HIGH, MAYOR, "no_mandate"),
        (somebody(mandates=("wethouder",)), OPEN, HIGH, "wethouder", "no_mandate"),
        (somebody(DIRECTOR, mandates=(MAYOR,), of=ELSEWHERE), OPEN, HIGH, MAYOR, "no_mandate"),
        (somebody(functions=(MAYOR,)), CLOSED, HIGH, "", "case_closed"),
    ],
)
def test_may_decide(viewer: Viewer, facts: CaseFacts, step: Boundary, on_behalf_of: str, answer: str) -> None:
    verdict = policy.may_decide(viewer, facts, step, on_behalf_of=on_behalf_of)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "step", "answer"),
    [
        (HOLDERS["director"], OPEN, HIGH, "proposes"),
        (somebody(functions=("teamleider",)), OPEN, UP, "proposes"),
        (somebody(functions=("teamleider",), of=ELSEWHERE), OPEN, UP, "not_the_proposer"),
        (safety_house("groningen"), OPEN, LOW, "proposes"),
        (safety_house("fryslan"), OPEN, LOW, "not_the_proposer"),
        (HOLDERS["manager"], OPEN, UP, "not_the_proposer"),
        (HOLDERS["director"], CLOSED, HIGH, "case_closed"),
    ],
)
def test_may_propose(viewer: Viewer, facts: CaseFacts, step: Boundary, answer: str) -> None:
    verdict = policy.may_propose(viewer, facts, step)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "answer"),
    [
        (somebody(ASKER), OPEN, "proposer"),
        (somebody(stands_in_for=(ASKER,)), OPEN, "proposer"),
        (WATCHER, OPEN, "not_the_proposer"),
        (somebody(ASKER), CLOSED, "case_closed"),
    ],
)
def test_may_withdraw(viewer: Viewer, facts: CaseFacts, answer: str) -> None:
    verdict = policy.may_withdraw(viewer, facts, proposed_by=ASKER)
    assert (verdict.reason or verdict.ground) == answer


@pytest.mark.parametrize(
    ("viewer", "facts", "step", "answer"),
    [
        (WATCHER, OPEN, HIGH, "process_direction"),
        (HOLDERS["leader"], OPEN, HIGH, "process_direction"),
        (HOLDERS["manager"], OPEN, HIGH, "not_process_director"),
        (WATCHER, OPEN, DOWN, "no_urgency"),
        (WATCHER, CLOSED, HIGH, "case_closed"),
    ],
)
def test_may_scale_urgently(viewer: Viewer, facts: CaseFacts, step: Boundary, answer: str) -> None:
    verdict = policy.may_scale_urgently(viewer, facts, step)
    assert (verdict.reason or verdict.ground) == answer


def test_a_list_is_set_by_the_administrator_of_its_own_municipality() -> None:
    administrator = replace(NOBODY, is_administrator=True)
    assert policy.may_set_up(administrator, HERE).allowed
    assert policy.may_set_up(administrator, ELSEWHERE).reason == "not_administrator"
    assert policy.may_set_up(NOBODY, HERE).reason == "not_administrator"


@pytest.mark.parametrize(
    ("viewer", "facts", "has_successor", "answer"),
    [
        (WATCHER, OPEN, True, "function"),
        (HOLDERS["leader"], OPEN, True, "function"),
        (HOLDERS["manager"], OPEN, True, "function"),
        (HOLDERS["director"], OPEN, True, "not_process_director"),
        (WATCHER, OPEN, False, "fills_itself"),
        (WATCHER, CLOSED, True, "case_closed"),
    ],
)
def test_may_let_follow(viewer: Viewer, facts: CaseFacts, has_successor: bool, answer: str) -> None:
    verdict = policy.may_let_follow(viewer, facts, has_successor=has_successor)
    assert (verdict.reason or verdict.ground) == answer
