"""As many questions to the database with few rows as with many. The numbers were counted once and are written down."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from houvast.cases.models import Case, CaseOrganisation, Note
from houvast.cases.rules.opening import Choice
from houvast.cases.services.assign_seat import assign_seat
from houvast.directory.models import Organisation
from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import Owner
from houvast.plans.services.add_task import NewTask, add_task
from houvast.vault.sealing import seal
from tests.bench.fill import fill
from tests.lives import CASE_DIRECTION
from tests.rights.walking import Walk
from tests.worlds import NOW

FEW, MANY = 10, 500
FEW_AROUND, MANY_AROUND = 10, 200
FEW_TURNS, MANY_TURNS = 2, 24

CASE = "/casussen/{calm}/"


def _count(walk: Walk, viewer: str, method: str, address: str, prepare: Callable[[], None]) -> int:
    """Count the queries of one request, after something was added that does not stay."""
    form = {"zoek": "Verzonnen"} if method == "POST" else None
    with transaction.atomic():
        prepare()
        with CaptureQueriesContext(connection) as counted:
            answer = walk.ask(viewer, method, address, form)
        transaction.set_rollback(True)
    assert answer.status == 200
    # Savepoints come from these tests, which take everything back.
    return sum("SAVEPOINT" not in query["sql"] for query in counted.captured_queries)


@pytest.mark.parametrize(
    ("viewer", "method", "address", "expected"),
    [
        ("team", "GET", "/", 28),
        ("dir", "GET", "/", 29),
        ("team", "GET", "/casussen/", 12),
        ("dir", "GET", "/casussen/?van=mij", 12),
        ("team", "POST", "/zoeken/", 12),
    ],
)
def test_lists_ask_as_much_for_many_cases_as_for_few(
    walk: Walk, viewer: str, method: str, address: str, expected: int
) -> None:
    few = _count(walk, viewer, method, address, lambda: fill(walk.region.here, FEW))
    many = _count(walk, viewer, method, address, lambda: fill(walk.region.here, MANY))
    assert (few, many) == (expected, expected)


@pytest.mark.parametrize(("address", "expected"), [(CASE, 43), (f"{CASE}tijdlijn/", 43), (f"{CASE}mensen/", 43)])
def test_a_case_page_asks_as_much_for_a_long_history_as_for_a_short_one(
    walk: Walk, address: str, expected: int
) -> None:
    few = _count(walk, "proc", "GET", address, lambda: _live(walk, FEW_AROUND, FEW_TURNS))
    many = _count(walk, "proc", "GET", address, lambda: _live(walk, MANY_AROUND, MANY_TURNS))
    assert (few, many) == (expected, expected)


def _live(walk: Walk, around: int, turns: int) -> None:
    """Give a case notes, organisations around it, and case directors one after the other."""
    here = walk.region.here
    case = Case.objects.select_related("key").get(code=walk.region.words["calm"])
    Note.objects.bulk_create(_note(walk, case) for _ in range(around))
    names = [Organisation(kind="other", name=f"Stichting {number} (verzonnen)") for number in range(around)]
    Organisation.objects.bulk_create(names)
    CaseOrganisation.objects.bulk_create(
        CaseOrganisation(case=case, municipality=here.municipality, organisation=each, since=NOW) for each in names
    )
    for number in range(turns):
        choice = Choice(member_id=here.id("sanne" if number % 2 else "bram"))
        actor = here.actor("marit")
        assign_seat(actor=actor, now=NOW, case_id=case.id, responsibility=CASE_DIRECTION, choice=choice)


def _note(walk: Walk, case: Case) -> Note:
    here, note_id = walk.region.here, new_id()
    return Note(
        id=note_id,
        case=case,
        municipality=here.municipality,
        part=Note.Part.GENERAL,
        author=here.members["sanne"],
        written_at=NOW,
        text_sealed=seal(case.key, "Gebeld.", place=f"cases_note.text:{note_id}"),
        ground="oggz",
        organisation=here.organisation,
        retention_from=NOW.date(),
    )


FEW_TASKS, MANY_TASKS = 4, 60


@pytest.mark.parametrize(
    ("viewer", "address", "expected"),
    [("dir", "/casussen/{planned}/plan/", 17), ("part", "/taken/", 11), ("part", "/", 20)],
)
def test_a_plan_and_a_list_of_tasks_ask_as_much_for_many_tasks_as_for_few(
    walk: Walk, viewer: str, address: str, expected: int
) -> None:
    few = _count(walk, viewer, "GET", address, lambda: _agree(walk, FEW_TASKS))
    many = _count(walk, viewer, "GET", address, lambda: _agree(walk, MANY_TASKS))
    assert (few, many) == (expected, expected)


def _agree(walk: Walk, number: int) -> None:
    partner = walk.region.viewers["part"]
    assert partner is not None
    case_id = Case.objects.get(code=walk.region.words["planned"]).id
    for place in range(number):
        new = NewTask(f"Belt {place}", Owner(member_id=partner.id), NOW.date())
        add_task(actor=walk.region.here.actor("sanne"), now=NOW, case_id=case_id, new=new)
