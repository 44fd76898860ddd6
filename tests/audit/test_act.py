"""An act and its entry are one: both happen, or neither; and a refusal leaves nothing but its own entry."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import Error

from houvast.audit.events import Event
from houvast.audit.models import Chain, Entry
from houvast.audit.services.act import act, record_read, record_refused_read
from houvast.kernel.actor import Actor, system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import refuse
from houvast.vault.models import Key
from houvast.vault.services.create_key import create_key
from tests.attacks import Attacker
from tests.lives import lives
from tests.worlds import NOW

ROBOT = system("tests")
INNER, OUTER = Event("tests.inner", "deed iets"), Event("tests.outer", "deed iets groters")
NO = refuse("not_the_decider", "Dat beslist iemand anders.")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*")


def outcomes() -> list[tuple[str, str]]:
    """Give the event and outcome of each entry, in order."""
    return list(Entry.objects.order_by("at", "number").values_list("event", "outcome"))


@pytest.mark.django_db
def test_an_act_that_is_done_leaves_its_write_and_one_entry() -> None:
    with act(INNER, actor=ROBOT, now=NOW) as doing:
        key = create_key(now=NOW)
        doing.subject, doing.subject_id, doing.ground, doing.details = "key", key.id, "tests", {"count": 1}
    assert Key.objects.filter(pk=key.id).exists()
    entry = Entry.objects.get()
    assert (entry.event, entry.outcome, entry.subject, entry.subject_id) == ("tests.inner", "done", "key", key.id)
    assert (entry.actor_kind, entry.actor_name, entry.ground, entry.details) == (
        "system",
        "tests",
        "tests",
        {"count": 1},
    )
    assert entry.at == NOW


@pytest.mark.django_db
@pytest.mark.parametrize(("said", "reason"), [(Refused(NO), "not_the_decider"), (NotVisible(), "not_visible")])
def test_a_refused_act_leaves_nothing_but_its_refusal(said: Refused | NotVisible, reason: str) -> None:
    with pytest.raises(type(said)), act(INNER, actor=ROBOT, now=NOW) as doing:
        create_key(now=NOW)
        doing.ground, doing.details = "tests", {"count": 1}
        raise said
    assert not Key.objects.exists()
    entry = Entry.objects.get()
    assert (entry.outcome, entry.details, entry.ground) == ("refused", {"reason": reason}, "")


@pytest.mark.django_db
@pytest.mark.parametrize("said", [Invalid({"name": "Geef een naam."}), Conflict("Een ander was eerder."), ValueError()])
def test_what_can_be_mended_and_what_broke_leave_nothing(said: Exception) -> None:
    with pytest.raises(type(said)), act(INNER, actor=ROBOT, now=NOW):
        create_key(now=NOW)
        raise said
    assert not Key.objects.exists()
    assert outcomes() == []


def blocked_chain() -> None:
    """Put an entry at the end of the system's chain without moving its head, so that no next entry can be added."""
    with act(INNER, actor=ROBOT, now=NOW):
        pass
    attacker = Attacker("default")
    chain = attacker.rows("SELECT * FROM audit_chain")[0]
    last = attacker.rows("SELECT * FROM audit_entry")[0]
    attacker.forge("audit_entry", last, id=new_id(), number=2, previous_hash=chain["head_hash"])


def test_an_act_whose_entry_cannot_be_written_does_not_happen(committed: str) -> None:
    blocked_chain()
    with pytest.raises(Error), act(INNER, actor=ROBOT, now=NOW):
        create_key(now=NOW)
    assert not Key.objects.exists()
    assert Entry.objects.count() == 2


def test_a_read_whose_entry_cannot_be_written_is_not_given(committed: str) -> None:
    blocked_chain()
    with pytest.raises(Error):
        record_read(INNER, actor=ROBOT, now=NOW)
    assert Entry.objects.count() == 2


def test_a_refusal_whose_entry_cannot_be_written_is_an_error(committed: str) -> None:
    blocked_chain()
    with pytest.raises(Error), act(INNER, actor=ROBOT, now=NOW):
        raise Refused(NO)
    assert Entry.objects.count() == 2


@pytest.mark.django_db
def test_acts_inside_an_act_each_have_their_entry() -> None:
    with act(OUTER, actor=ROBOT, now=NOW), act(INNER, actor=ROBOT, now=NOW):
        create_key(now=NOW)
    assert outcomes() == [("tests.inner", "done"), ("tests.outer", "done")]


@pytest.mark.django_db
def test_a_refusal_inside_an_act_undoes_both_and_is_on_record_once_as_what_was_refused() -> None:
    with pytest.raises(Refused), act(OUTER, actor=ROBOT, now=NOW):
        with act(INNER, actor=ROBOT, now=NOW):
            create_key(now=NOW)
        with act(INNER, actor=ROBOT, now=NOW):
            raise Refused(NO)
    assert not Key.objects.exists()
    assert outcomes() == [("tests.inner", "refused")]


@pytest.mark.django_db
@pytest.mark.parametrize(("own", "told"), [(None, UUID(int=1)), (UUID(int=2), UUID(int=2))])
def test_a_refusal_inside_the_act_on_a_case_names_that_case_unless_it_has_its_own(own: UUID | None, told: UUID) -> None:
    outer = act(OUTER, actor=ROBOT, now=NOW, case=UUID(int=1))
    with pytest.raises(Refused), outer, act(INNER, actor=ROBOT, now=NOW, case=own):
        raise Refused(NO)
    refused = Entry.objects.get()
    assert (refused.event, refused.case, refused.chain.name) == ("tests.inner", told, f"case:{told}")


@pytest.mark.django_db
def test_after_a_refusal_the_next_act_is_outermost_again() -> None:
    for _ in range(2):
        with pytest.raises(Refused), act(INNER, actor=ROBOT, now=NOW):
            raise Refused(NO)
    assert outcomes() == [("tests.inner", "refused")] * 2


@pytest.mark.django_db
def test_each_case_each_municipality_and_the_system_have_a_chain_of_their_own() -> None:
    case, municipality = new_id(), new_id()
    places: list[tuple[UUID | None, UUID | None]] = [(None, None), (municipality, None), (municipality, case)] * 2
    for of, about in places:
        with act(INNER, actor=ROBOT, now=NOW, municipality=of, case=about):
            pass
    names = {"system", f"municipality:{municipality}", f"case:{case}"}
    assert {chain.name: chain.head_number for chain in Chain.objects.all()} == dict.fromkeys(names, 2)
    for name in names:
        first, second = Entry.objects.filter(chain__name=name).order_by("number")
        assert (first.number, first.previous_hash, second.number) == (1, "", 2)
        assert second.previous_hash == first.hash
        assert Chain.objects.get(name=name).head_hash == second.hash


@pytest.mark.django_db
def test_a_read_says_who_read_what_on_which_ground() -> None:
    reader, case = new_id(), new_id()
    record_read(
        INNER,
        actor=Actor(kind=system("x").kind, name="export"),
        now=NOW,
        case=case,
        subject="case",
        subject_id=reader,
        ground="seat",
        details={"fields": ["bsn"]},
    )
    entry = Entry.objects.get()
    assert (entry.outcome, entry.case, entry.subject, entry.subject_id) == ("read", case, "case", reader)
    assert (entry.ground, entry.details, entry.actor_name) == ("seat", {"fields": ["bsn"]}, "export")


@pytest.mark.django_db
def test_who_asks_for_what_does_not_exist_for_them_is_on_record() -> None:
    asked = new_id()
    record_refused_read(INNER, actor=ROBOT, now=NOW + timedelta(minutes=1), subject="case", subject_id=asked)
    entry = Entry.objects.get()
    assert (entry.outcome, entry.subject_id, entry.details) == ("refused", asked, {"reason": "not_visible"})


@pytest.mark.django_db
def test_no_entry_of_a_whole_life_carries_free_text() -> None:
    lives()
    entries = Entry.objects.all()
    assert len({entry.event for entry in entries}) > 10
    for entry in entries:
        for value in entry.details.values():
            each = value if isinstance(value, list) else [value]
            assert all(CODE.fullmatch(part) for part in each if isinstance(part, str)), (entry.event, value)
            assert all(isinstance(part, str | int | bool) or part is None for part in each)
        codes = (entry.event, entry.subject, entry.ground, entry.actor_name)
        assert all(code == "" or CODE.fullmatch(code) for code in codes)
