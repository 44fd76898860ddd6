"""A lost second factor is repaired by two people, and it is on record."""

from datetime import timedelta
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator

from houvast.audit.models import Entry
from houvast.directory.models import FactorRepair, Member
from houvast.directory.services.approve_factor_repair import approve_factor_repair
from houvast.directory.services.ask_factor_repair import ask_factor_repair
from houvast.directory.services.open_account import open_account
from houvast.kernel.actor import Actor, member, system
from houvast.kernel.errors import Conflict, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.worlds import NOW, World, add_member, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def second(world: World) -> Member:
    return add_member(world.organisation, "Tweede beheerder", "functioneel-beheerder", "", "beheerder", None)


@pytest.fixture
def account(world: World) -> UUID:
    return open_account(world.id("marit"), "marit", practice=True, actor=system("test"), now=NOW)


def has_factor(account: UUID) -> bool:
    return Authenticator.objects.filter(user_id=account).exists()


def test_one_asks_and_another_approves(world: World, second: Member, account: UUID) -> None:
    asked = ask_factor_repair(account, actor=world.actor("beheer"), now=NOW)
    assert has_factor(account)
    approve_factor_repair(asked, actor=member(second.id), now=NOW + timedelta(hours=1))
    assert not has_factor(account)
    repair = FactorRepair.objects.get()
    assert (repair.asked_by_id, repair.approved_by_id) == (world.id("beheer"), second.id)
    done = Entry.objects.filter(outcome="done", event__startswith="account.repair").order_by("number")
    assert [(entry.event, entry.actor_member) for entry in done] == [
        ("account.repair_asked", world.id("beheer")),
        ("account.repair_approved", second.id),
    ]


def test_one_person_alone_repairs_nothing(world: World, account: UUID) -> None:
    asked = ask_factor_repair(account, actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Refused, match="twee mensen"):
        approve_factor_repair(asked, actor=world.actor("beheer"), now=NOW)
    assert has_factor(account)
    refused = Entry.objects.get(outcome="refused")
    assert (refused.event, refused.details) == ("account.repair_approved", {"reason": "two_people"})


@pytest.mark.parametrize("who", ["marit", "bos", "privacy"])
def test_who_is_no_administrator_neither_asks_nor_approves(world: World, account: UUID, who: str) -> None:
    with pytest.raises(Refused):
        ask_factor_repair(account, actor=world.actor(who), now=NOW)
    asked = ask_factor_repair(account, actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Refused):
        approve_factor_repair(asked, actor=world.actor(who), now=NOW)
    assert has_factor(account)


def test_an_administrator_of_another_municipality_has_no_say(world: World, account: UUID) -> None:
    stranger = make_world("opsterland", "Opsterland").actor("beheer")
    asked = ask_factor_repair(account, actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Refused):
        approve_factor_repair(asked, actor=stranger, now=NOW)
    assert has_factor(account)


def test_an_administrator_does_not_repair_oneself(world: World, second: Member) -> None:
    own = open_account(second.id, "tweede", practice=True, actor=system("test"), now=NOW)
    with pytest.raises(Refused):
        ask_factor_repair(own, actor=member(second.id), now=NOW)
    asked = ask_factor_repair(own, actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Refused):
        approve_factor_repair(asked, actor=member(second.id), now=NOW)


@pytest.mark.parametrize("actor", [system("houvast")])
def test_a_command_is_not_one_of_two_people(world: World, account: UUID, actor: Actor) -> None:
    with pytest.raises(Refused):
        ask_factor_repair(account, actor=actor, now=NOW)


def test_a_repair_is_approved_once_and_within_a_day(world: World, second: Member, account: UUID) -> None:
    late = ask_factor_repair(account, actor=world.actor("beheer"), now=NOW)
    with pytest.raises(Conflict):
        approve_factor_repair(late, actor=member(second.id), now=NOW + timedelta(days=1, seconds=1))
    again = NOW + timedelta(days=2)
    asked = ask_factor_repair(account, actor=world.actor("beheer"), now=again)
    with pytest.raises(Conflict, match="al gevraagd"):
        ask_factor_repair(account, actor=world.actor("beheer"), now=again)
    approve_factor_repair(asked, actor=member(second.id), now=again)
    with pytest.raises(Conflict, match="al goedgekeurd"):
        approve_factor_repair(asked, actor=member(second.id), now=again)


def test_what_does_not_exist_is_not_found(world: World) -> None:
    with pytest.raises(NotVisible):
        ask_factor_repair(new_id(), actor=world.actor("beheer"), now=NOW)
    with pytest.raises(NotVisible):
        approve_factor_repair(new_id(), actor=world.actor("beheer"), now=NOW)
