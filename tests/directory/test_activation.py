"""A code sets a password: random, only hashed at rest, for a time, for once; and a password is repaired by two."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Account, Activation, FactorRepair, Member
from houvast.directory.services.activate_account import activate_account
from houvast.directory.services.approve_factor_repair import approve_factor_repair
from houvast.directory.services.ask_factor_repair import ask_factor_repair
from houvast.directory.services.end_member import end_member
from houvast.directory.services.make_activation import make_activation
from houvast.directory.services.open_account import open_account
from houvast.directory.services.steps.activation import VALID, digest_of, new_code
from houvast.kernel.actor import Actor, member, system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.worlds import NOW, World, add_member, make_world

COMMAND = system("test")
GOOD = "een lange zin over fietsen"


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def account(world: World) -> UUID:
    return open_account(world.id("marit"), "marit", actor=COMMAND, now=NOW)


@pytest.fixture
def second(world: World) -> Member:
    return add_member(world.organisation, "Tweede beheerder", "functioneel-beheerder", "", "beheerder", None)


def made(world: World, account: UUID) -> str:
    return make_activation(account, actor=world.actor("beheer"), now=NOW).code


def activate(world: World, account: UUID, code: str, new: str = GOOD, after: timedelta = timedelta()) -> None:
    activate_account(account, code, new, actor=world.actor("marit"), now=NOW + after)


def has_password(account: UUID) -> bool:
    return Account.objects.get(pk=account).has_usable_password()


def test_the_holder_sets_the_password_with_the_code(world: World, account: UUID) -> None:
    activate(world, account, made(world, account))
    assert Account.objects.get(pk=account).check_password(GOOD)
    assert Activation.objects.get().used_at == NOW
    done = Entry.objects.filter(event__startswith="account.activat", outcome="done")
    assert dict(done.values_list("event", "actor_member")) == {
        "account.activation_made": world.id("beheer"),
        "account.activated": world.id("marit"),
    }


def test_no_code_is_readable_anywhere(world: World, account: UUID) -> None:
    handed = make_activation(account, actor=world.actor("beheer"), now=NOW)
    activate(world, account, handed.code)
    kept = str(list(Activation.objects.values())) + str(list(Entry.objects.values()))
    assert handed.code not in kept
    assert handed.code not in repr(handed)
    assert Activation.objects.get().digest == digest_of(account, handed.code)


def test_codes_are_long_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {16}
    assert not set("".join(codes)) & set("OILU")


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: f" {code[:4]}-{code[4:]} ", lambda code: code.replace("0", "o").replace("1", "l")]
)
def test_a_code_may_be_typed_as_people_type(world: World, account: UUID, typed: Callable[[str], str]) -> None:
    activate(world, account, typed(made(world, account)))
    assert has_password(account)


def test_a_code_works_once(world: World, account: UUID) -> None:
    code = made(world, account)
    activate(world, account, code)
    with pytest.raises(Invalid) as error:
        activate(world, account, code, "een andere lange zin over regen")
    assert set(error.value.problems) == {"code"}
    assert Account.objects.get(pk=account).check_password(GOOD)


def test_a_code_works_until_its_last_moment(world: World, account: UUID) -> None:
    code = made(world, account)
    with pytest.raises(Invalid):
        activate(world, account, code, after=VALID)
    activate(world, account, code, after=VALID - timedelta(seconds=1))
    assert has_password(account)


def test_a_newer_code_takes_the_place_of_an_older_one(world: World, account: UUID) -> None:
    older, newer = made(world, account), made(world, account)
    with pytest.raises(Invalid):
        activate(world, account, older)
    activate(world, account, newer)
    assert has_password(account)


@pytest.mark.parametrize("code", ["", "0000-0000-0000-0000", "é" * 16, "\x00"])
def test_a_wrong_code_sets_nothing(world: World, account: UUID, code: str) -> None:
    made(world, account)
    with pytest.raises(Invalid):
        activate(world, account, code)
    assert not has_password(account)


def test_the_code_of_another_account_is_no_code(world: World, account: UUID) -> None:
    other = open_account(world.id("bos"), "bos", actor=COMMAND, now=NOW)
    code = made(world, account)
    made(world, other)
    with pytest.raises(Invalid):
        activate_account(other, code, GOOD, actor=world.actor("bos"), now=NOW)


def test_a_weak_password_does_not_spend_the_code(world: World, account: UUID) -> None:
    code = made(world, account)
    with pytest.raises(Invalid) as error:
        activate(world, account, code, "kort")
    assert set(error.value.problems) == {"new"}
    activate(world, account, code)


@pytest.mark.parametrize("who", ["marit", "bos", "privacy"])
def test_only_an_administrator_makes_a_code(world: World, account: UUID, who: str) -> None:
    with pytest.raises(Refused):
        make_activation(account, actor=world.actor(who), now=NOW)
    refused = Entry.objects.get(outcome="refused")
    assert refused.event == "account.activation_made"


def test_nobody_makes_a_code_for_oneself_or_for_elsewhere(world: World, account: UUID) -> None:
    own = open_account(world.id("beheer"), "beheer", actor=COMMAND, now=NOW)
    with pytest.raises(Refused, match="eigen rechten"):
        make_activation(own, actor=world.actor("beheer"), now=NOW)
    stranger = make_world("opsterland", "Opsterland").actor("beheer")
    with pytest.raises(Refused):
        make_activation(account, actor=stranger, now=NOW)


def test_a_command_makes_the_first_code(world: World, account: UUID) -> None:
    activate(world, account, make_activation(account, actor=COMMAND, now=NOW).code)
    assert Activation.objects.get().made_by_id is None


def test_nobody_else_uses_a_code(world: World, account: UUID) -> None:
    code = made(world, account)
    with pytest.raises(Refused):
        activate_account(account, code, GOOD, actor=world.actor("beheer"), now=NOW)


def test_an_account_with_a_password_gets_no_code_from_one_person(world: World, account: UUID) -> None:
    activate(world, account, made(world, account))
    with pytest.raises(Conflict, match="herstel"):
        made(world, account)


def test_a_practice_account_keeps_its_password(world: World) -> None:
    practised = open_account(world.id("bos"), "bos", practice=True, actor=COMMAND, now=NOW)
    with pytest.raises(Refused, match="oefenaccount"):
        made(world, practised)
    with pytest.raises(Refused, match="oefenaccount"):
        ask_factor_repair(practised, "memorised", actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Refused, match="oefenaccount"):
        activate_account(practised, "x", GOOD, actor=world.actor("bos"), now=NOW)


def test_who_is_not_there_or_left_gets_no_code(world: World, account: UUID) -> None:
    with pytest.raises(NotVisible):
        made(world, new_id())
    end_member(world.id("marit"), actor=COMMAND, now=NOW)
    with pytest.raises(Conflict, match="weg"):
        made(world, account)


def test_a_forgotten_password_is_repaired_by_two(world: World, account: UUID, second: Member) -> None:
    activate(world, account, made(world, account))
    asked = ask_factor_repair(account, "memorised", actor=world.actor("beheer"), now=NOW)
    assert has_password(account)
    with pytest.raises(Refused, match="twee mensen"):
        approve_factor_repair(asked, actor=world.actor("beheer"), now=NOW)
    assert has_password(account)
    before = Account.objects.get(pk=account).get_session_auth_hash()
    approve_factor_repair(asked, actor=member(second.id), now=NOW)
    after = Account.objects.get(pk=account)
    assert not after.has_usable_password()
    assert after.get_session_auth_hash() != before
    entry = Entry.objects.get(event="account.repair_approved", outcome="done")
    assert entry.details["factor"] == "memorised"
    activate(world, account, made(world, account), "een andere lange zin over regen")
    assert has_password(account)


def test_each_factor_is_repaired_by_itself(world: World, second: Member) -> None:
    real = open_account(world.id("bos"), "bos", actor=COMMAND, now=NOW)
    Account.objects.get(pk=real).authenticator_set.create(type="totp", data={})
    asks: list[Callable[[Actor], UUID]] = [
        lambda actor: ask_factor_repair(real, actor=actor, now=NOW),
        lambda actor: ask_factor_repair(real, "memorised", actor=actor, now=NOW),
    ]
    asked = [ask(world.actor("beheer")) for ask in asks]
    for ask in asks:
        with pytest.raises(Conflict, match="al gevraagd"):
            ask(world.actor("beheer"))
    approve_factor_repair(asked[1], actor=member(second.id), now=NOW)
    assert Account.objects.get(pk=real).authenticator_set.exists()
    approve_factor_repair(asked[0], actor=member(second.id), now=NOW)
    assert not Account.objects.get(pk=real).authenticator_set.exists()
    assert FactorRepair.objects.filter(approved_at__isnull=False).count() == 2
