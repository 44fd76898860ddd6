"""What somebody asked for and did not get is on record: once, with the code or the id that was asked for."""

from uuid import UUID

import pytest
from django.db import transaction

from houvast.audit.models import Entry
from houvast.cases.models import Case
from tests.rights.forms import FORMS
from tests.rights.walking import Walk, pattern_of


def _refusals(walk: Walk, viewer: str, method: str, address: str, form: str = "") -> list[Entry]:
    """Give what the log gets from one request that is not answered."""
    with transaction.atomic():
        known = set(Entry.objects.values_list("pk", flat=True))
        answer = walk.ask(viewer, method, address, FORMS[form], stays=True)
        assert answer.status in (403, 404)
        added = list(Entry.objects.exclude(pk__in=known))
        transaction.set_rollback(True)
    return added


def _main(walk: Walk) -> UUID:
    return Case.objects.get(code=walk.region.words["main"]).id


def test_asking_for_a_case_that_one_cannot_see_is_on_record(walk: Walk) -> None:
    (entry,) = _refusals(walk, "tdir", "GET", "/casussen/{main}/")
    there = walk.region.there
    assert (entry.event, entry.outcome, entry.actor_member) == ("page.refused", "refused", there.id("sanne"))
    assert entry.municipality == there.municipality.id
    assert (entry.case, entry.chain.name) == (_main(walk), f"case:{_main(walk)}")
    assert entry.details == {
        "page": "casussen/<slug:code>/",
        "code": walk.region.words["main"],
        "reason": "not_visible",
    }


def test_a_code_that_is_none_is_not_written_down(walk: Walk) -> None:
    (entry,) = _refusals(walk, "dir", "GET", "/casussen/jan-jansen-uit-loppersum/")
    assert entry.details == {"page": "casussen/<slug:code>/", "reason": "not_visible"}
    assert entry.case is None


def test_a_code_of_no_case_is_on_record_without_one(walk: Walk) -> None:
    (entry,) = _refusals(walk, "dir", "GET", "/casussen/C-1999-0001/")
    assert (entry.details["code"], entry.case) == ("C-1999-0001", None)


@pytest.mark.parametrize(
    ("viewer", "method", "address", "form"),
    [
        ("care", "GET", "/overdrachten/{hand_over}/", ""),
        ("tdir", "GET", "/voorstellen/{proposal}/", ""),
        ("tdir", "GET", "/oordelen/{judgement}/", ""),
        ("tdir", "GET", "/momenten/{moment}/", ""),
        ("tdir", "GET", "/taken/{task}/", ""),
        ("tdir", "POST", "/taken/{task}/", "task_done"),
        ("tdir", "POST", "/spoed/{urgent}/", "confirm"),
    ],
)
def test_what_is_asked_by_its_id_is_on_record_with_its_case(
    walk: Walk, viewer: str, method: str, address: str, form: str
) -> None:
    (entry,) = _refusals(walk, viewer, method, address, form)
    assert entry.subject_id == UUID(walk.region.words[address.partition("{")[2].partition("}")[0]])
    assert entry.case is not None


def test_what_is_of_no_case_is_on_record_without_one(walk: Walk) -> None:
    (entry,) = _refusals(walk, "tdir", "GET", f"/voorstellen/{UUID(int=0)}/")
    assert (entry.subject_id, entry.case) == (UUID(int=0), None)


@pytest.mark.parametrize(
    ("viewer", "address", "form", "reason"),
    [
        ("oper", "/casussen/{main}/notitie/", "note", "not_a_director"),
        ("adm", "/casussen/nieuw/", "new_case", "no_domain"),
        ("mayor", "/voorstellen/{proposal}/", "take_back", "not_the_proposer"),
        ("team", "/casussen/{main}/mensen/laten-gaan/{row}/", "empty", "not_a_director"),
    ],
)
def test_an_act_that_is_refused_is_on_record_once(
    walk: Walk, viewer: str, address: str, form: str, reason: str
) -> None:
    (entry,) = _refusals(walk, viewer, "POST", address, form)
    assert (entry.outcome, entry.details["reason"]) == ("refused", reason)
    assert (entry.case is None) == (address == "/casussen/nieuw/")


READ_FIRST = [
    ("dir", "/casussen/{calm}/overdragen/casusregie/"),
    ("dir", "/casussen/{calm}/teruggeven/casusregie/"),
    ("proc", "/casussen/{calm}/toewijzen/casusregie/"),
    ("proc", "/casussen/{calm}/tijdelijk/casusregie/"),
    ("dir", "/casussen/{calm}/sluiten/"),
    ("dir", "/casussen/{closed}/heropenen/"),
    ("dir", "/casussen/{calm}/koppelen/"),
    ("dir", "/casussen/{calm}/notitie/"),
    ("dir", "/casussen/{calm}/team-vragen/"),
    ("dir", "/casussen/{calm}/herzien/"),
    ("dir", "/casussen/{calm}/mensen/organisatie/"),
    ("dir", "/casussen/{calm}/mensen/inwoner/"),
    ("seat", "/overdrachten/{hand_over}/"),
    ("take", "/overnames/{take_over}/"),
    ("dir", "/overnames/{take_over}/intrekken/"),
]


@pytest.mark.parametrize(("viewer", "address"), READ_FIRST, ids=[address for _, address in READ_FIRST])
def test_the_page_of_an_act_is_on_record_before_it_shows_a_case(walk: Walk, viewer: str, address: str) -> None:
    with transaction.atomic():
        known = set(Entry.objects.values_list("pk", flat=True))
        answer = walk.ask(viewer, "GET", address, stays=True)
        added = list(Entry.objects.exclude(pk__in=known).filter(outcome="read", case__isnull=False))
        transaction.set_rollback(True)
    assert answer.status == 200
    (entry,) = added
    assert (entry.event, entry.details) == ("case.read", {"page": pattern_of(address)})
