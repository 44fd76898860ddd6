"""Attacks on the rules that the database keeps of links to tasks and their codes."""

from uuid import UUID

from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import Owner
from houvast.plans.services.add_task import NewTask, add_task
from houvast.plans.services.withdraw_task_link import withdraw_task_link
from tests.attacks import Attacker, Row, Value
from tests.lives import open_with
from tests.plans.attacks import LONG_AGO, Made, Try, against, running
from tests.plans.links import add_contact, make_linked
from tests.plans.worlds import THURSDAY, Planned
from tests.worlds import NOW, make_resident

LINK, END, CODE = "plans_tasklink", "plans_tasklinkend", "plans_linkcode"
FIXED: dict[str, Value] = {
    **{key: new_id() for key in ("id", "link_id", "case_id", "municipality_id")},
    "number": 9,
    "digest": "x",
    "made_at": LONG_AGO,
    "valid_until": LONG_AGO,
}
"""What cannot change of a code."""


def make_links(planned: Planned) -> UUID:
    """Make a case with a link that nobody opened, one that was withdrawn, one answered and one half-way; gives it."""
    world, partner_id = planned.world, planned.partner.organisation_id
    sanne, case_id = world.actor("sanne"), open_with(world, make_resident(world, "Bolt").id)
    add_contact(sanne, planned.case_id, partner_id)
    task = NewTask("Iets anders", Owner(member_id=world.id("iris")), THURSDAY)
    add_task(actor=sanne, now=NOW, case_id=case_id, new=task)
    unopened, withdrawn, answered, half_way = (
        make_linked(sanne, case_id, partner_id, name=name) for name in ("Jan Prins", "Ria Bos", "Bo Vos", "Mia Kok")
    )
    unopened.ask_code()
    unopened.try_code("geen code")
    withdraw_task_link(actor=sanne, now=NOW, task_id=withdrawn.task_id)
    answered.answer(proof=answered.prove())
    half_way.prove()
    return case_id


_CODE_IS_USED = f"EXISTS (SELECT 1 FROM {CODE} c WHERE c.link_id = l.id AND c.used_at IS NOT NULL)"


def _open(attacker: Attacker, made: Made, *, half_way: bool = False) -> Row:
    """Give the link that nobody opened, or the one of which the code was given."""
    works = f"SELECT * FROM {LINK} l WHERE l.case_id = %s AND l.id NOT IN (SELECT e.link_id FROM {END} e)"
    return attacker.rows(f"{works} AND {'' if half_way else 'NOT '}{_CODE_IS_USED}", made.linked)[0]


def _ended(attacker: Attacker, made: Made, cause: str) -> Row:
    return attacker.rows(f"SELECT * FROM {END} WHERE case_id = %s AND cause = %s", made.linked, cause)[0]


def _contact_elsewhere(attacker: Attacker, made: Made) -> Value:
    return attacker.rows("SELECT id FROM cases_caseorganisation WHERE case_id = %s", made.case)[0]["id"]


def _link(attacker: Attacker, made: Made, **changes: Value) -> None:
    """Make one more link to the task whose link was withdrawn, with something wrong in it."""
    link_id = _ended(attacker, made, "withdrawn")["link_id"]
    row = attacker.rows(f"SELECT * FROM {LINK} WHERE id = %s", link_id)[0]
    attacker.insert(LINK, {**row, "id": new_id(), "digest": str(new_id()), **changes})


def _code(attacker: Attacker, made: Made, **changes: Value) -> None:
    """Make the next code of the link that nobody opened, with something wrong in it."""
    row = attacker.rows(f"SELECT * FROM {CODE} WHERE link_id = %s", _open(attacker, made)["id"])[0]
    attacker.insert(CODE, {**row, "id": new_id(), "number": 2, "tries": 0, "used_at": None, **changes})


def _end(attacker: Attacker, made: Made, *, half_way: bool = False, **changes: Value) -> None:
    """End a link that works, with something wrong in it."""
    link_id = _open(attacker, made, half_way=half_way)["id"]
    attacker.insert(END, {**_ended(attacker, made, "withdrawn"), "id": new_id(), "link_id": link_id, **changes})


def _changing(column: str, value: Value) -> Try:
    """Change a code while trying it."""

    def attack(attacker: Attacker, made: Made) -> None:
        link_id = _open(attacker, made)["id"]
        attacker.run(f"UPDATE {CODE} SET tries = tries + 1, {column} = %s WHERE link_id = %s", value, link_id)

    return attack


for _table in (LINK, END):
    against(f"{_table}_no_update")(running(f"UPDATE {_table} SET id = id"))
for _column, _value in FIXED.items():
    against(f"{CODE}_fixed")(_changing(_column, _value))


@against(f"{LINK}_same_municipality_id")
def a_link_is_put_in_another_municipality(attacker: Attacker, made: Made) -> None:
    _link(attacker, made, municipality_id=made.other_municipality)


@against(f"{END}_same_municipality_id")
def an_end_is_put_in_another_municipality(attacker: Attacker, made: Made) -> None:
    _end(attacker, made, municipality_id=made.other_municipality)


@against(f"{CODE}_same_municipality_id")
def a_code_is_put_in_another_municipality(attacker: Attacker, made: Made) -> None:
    _code(attacker, made, municipality_id=made.other_municipality)


@against(f"{LINK}_same_case_id")
def a_link_is_put_in_another_case(attacker: Attacker, made: Made) -> None:
    _link(attacker, made, case_id=made.case, contact_id=_contact_elsewhere(attacker, made))


@against(f"{END}_same_case_id")
def an_end_is_put_in_another_case(attacker: Attacker, made: Made) -> None:
    _end(attacker, made, case_id=made.case)


@against(f"{CODE}_same_case_id")
def a_code_is_put_in_another_case(attacker: Attacker, made: Made) -> None:
    _code(attacker, made, case_id=made.case)


@against(f"{LINK}_to_its_partner")
def a_link_is_for_a_contact_of_another_case(attacker: Attacker, made: Made) -> None:
    _link(attacker, made, contact_id=_contact_elsewhere(attacker, made))


@against(f"{LINK}_to_its_partner")
def a_link_is_to_a_task_of_somebody_else(attacker: Attacker, made: Made) -> None:
    task = attacker.rows("SELECT * FROM plans_task WHERE case_id = %s AND partner_id IS NULL", made.linked)[0]
    _link(attacker, made, task_id=task["id"], step_id=task["step_id"])


@against(f"{LINK}_to_open_task")
def a_link_is_to_a_task_that_is_done(attacker: Attacker, made: Made) -> None:
    step_id = _ended(attacker, made, "answered")["answer_id"]
    task = attacker.rows("SELECT * FROM plans_task WHERE step_id = %s", step_id)[0]
    _link(attacker, made, task_id=task["id"], step_id=step_id)


@against(f"{LINK}_to_open_task")
def a_link_is_to_how_a_task_never_stood(attacker: Attacker, made: Made) -> None:
    _link(attacker, made, step_id=new_id())


@against(f"{LINK}_one_at_a_time")
def a_second_link_opens_the_same_task(attacker: Attacker, made: Made) -> None:
    attacker.insert(LINK, {**_open(attacker, made), "id": new_id(), "digest": str(new_id())})


@against(f"{END}_by_its_step")
def a_link_is_answered_by_a_step_of_another_task(attacker: Attacker, made: Made) -> None:
    answer_id = _ended(attacker, made, "answered")["answer_id"]
    _end(attacker, made, half_way=True, cause="answered", answer_id=answer_id, by_id=None)


@against(f"{END}_by_its_step")
def a_link_is_answered_by_a_step_of_a_member(attacker: Attacker, made: Made) -> None:
    step_id = _open(attacker, made, half_way=True)["step_id"]
    _end(attacker, made, half_way=True, cause="answered", answer_id=step_id, by_id=None)


@against(f"{END}_after_code")
def a_link_is_answered_without_a_code(attacker: Attacker, made: Made) -> None:
    step = attacker.rows("SELECT * FROM plans_taskstep WHERE id = %s", _open(attacker, made)["step_id"])[0]
    answer = {**step, "id": new_id(), "number": 2, "state": "done", "due_on": None, "by_id": None}
    attacker.insert("plans_taskstep", answer)
    _end(attacker, made, cause="answered", answer_id=answer["id"], by_id=None)


@against(f"{CODE}_follows")
def a_code_leaves_a_number_out(attacker: Attacker, made: Made) -> None:
    _code(attacker, made, number=9)


@against(f"{CODE}_unused_first")
def a_code_begins_tried(attacker: Attacker, made: Made) -> None:
    _code(attacker, made, tries=1)


@against(f"{CODE}_unused_first")
def a_code_begins_used(attacker: Attacker, made: Made) -> None:
    _code(attacker, made, used_at=LONG_AGO)


@against(f"{CODE}_unused_first")
def a_code_begins_too_old(attacker: Attacker, made: Made) -> None:
    _code(attacker, made, valid_until=LONG_AGO)


@against(f"{CODE}_unused_first")
def a_code_is_for_a_link_that_ended(attacker: Attacker, made: Made) -> None:
    link_id = _ended(attacker, made, "answered")["link_id"]
    row = attacker.rows(f"SELECT * FROM {CODE} WHERE link_id = %s", link_id)[0]
    attacker.insert(CODE, {**row, "id": new_id(), "number": 2, "tries": 0, "used_at": None})


def _trying(change: str) -> Try:
    def attack(attacker: Attacker, made: Made) -> None:
        attacker.run(f"UPDATE {CODE} SET {change} WHERE link_id = %s", _open(attacker, made)["id"])

    return attack


for _change in (
    "tries = tries",
    "tries = tries - 1",
    "tries = tries + 5",
    "used_at = made_at",
    "tries = tries + 1, used_at = '2030-01-01 00:00:00'",
):
    against(f"{CODE}_few_tries")(_trying(_change))


@against(f"{CODE}_few_tries")
def a_code_is_tried_after_it_was_used(attacker: Attacker, made: Made) -> None:
    link_id = _ended(attacker, made, "answered")["link_id"]
    attacker.run(f"UPDATE {CODE} SET tries = tries + 1 WHERE link_id = %s", link_id)
