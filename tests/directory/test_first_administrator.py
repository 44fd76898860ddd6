"""A municipality begins with one administrator, made by a command; never a second one behind the first one's back."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from django.db import IntegrityError
from pytest_django import Settings

from houvast.audit.models import Entry
from houvast.cli.main import main
from houvast.directory.models import Account, Activation, Member, MemberFunction, Municipality, Organisation
from houvast.directory.selectors import viewer
from houvast.directory.services.activate_account import activate_account
from houvast.directory.services.make_first_administrator import FirstAdministrator, make_first_administrator
from houvast.directory.services.open_account import open_account
from houvast.kernel.actor import member, system
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.upkeep import health
from tests.cases.test_together import at_once
from tests.worlds import NOW, World, make_world

COMMAND = system("test")
HAS_ONE = (
    "Deze gemeente heeft al een functioneel beheerder met een account. Een beheerder neemt anderen op onder Beheer."
)
GOOD = "een lange zin over fietsen"
NEW = FirstAdministrator("het-hogeland", "Anna Voorbeeld", "Anna.V", "Het Hogeland", "Groningen")
COMMAND_LINE = ["first-administrator", "het-hogeland", "--name", "Anna Voorbeeld", "--username", "Anna.V"]
NEW_PLACE = ["--municipality-name", "Het Hogeland", "--region", "Groningen"]


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def in_eemsdelta(username: str = "anna") -> FirstAdministrator:
    return FirstAdministrator("eemsdelta", "Anna Voorbeeld", username)


def holder(username: str) -> UUID:
    return Account.objects.get(username=username).member_id


def test_an_empty_installation_gets_all_that_one_administrator_needs(db: None) -> None:
    made = make_first_administrator(NEW, actor=COMMAND, now=NOW)
    account = Account.objects.get(username="anna.v")
    activate_account(account.id, made.in_fours, GOOD, actor=member(account.member_id), now=NOW)
    seen = viewer(account.member_id, now=NOW)
    assert seen is not None
    assert (seen.name, seen.title, seen.is_administrator) == ("Anna Voorbeeld", "functioneel beheerder", True)
    assert (seen.municipality_code, seen.municipality_name, seen.domains) == (
        "het-hogeland",
        "Het Hogeland",
        frozenset(),
    )
    assert Organisation.objects.get().name == "Gemeente Het Hogeland"
    municipality = Municipality.objects.get()
    entries = Entry.objects.exclude(event="account.activated").order_by("number")
    assert list(entries.values_list("chain__name", "event", "actor_name", "outcome")) == [
        (f"municipality:{municipality.id}", event, "test", "done")
        for event in (
            "directory.municipality_registered",
            "directory.organisation_registered",
            "directory.member_registered",
            "directory.function_given",
            "account.opened",
            "account.activation_made",
            "directory.first_administrator_made",
        )
    ]
    assert entries.get(event="directory.first_administrator_made").subject_id == account.id


def test_what_is_there_already_is_used(world: World) -> None:
    before = Member.objects.count()
    make_first_administrator(in_eemsdelta(), actor=COMMAND, now=NOW)
    assert Member.objects.get(pk=holder("anna")).organisation_id == world.organisation.id
    assert (Municipality.objects.count(), Organisation.objects.count(), Member.objects.count()) == (1, 1, before + 1)


def test_a_code_that_ran_out_is_made_anew_for_the_same_name(world: World) -> None:
    first = make_first_administrator(in_eemsdelta(), actor=COMMAND, now=NOW)
    later = NOW + timedelta(days=4)
    second = make_first_administrator(in_eemsdelta("ANNA"), actor=COMMAND, now=later)
    assert first.code != second.code
    assert Account.objects.count() == 1
    assert Activation.objects.get(withdrawn_at__isnull=True).valid_until == second.valid_until


def test_who_set_a_password_gets_no_new_code(world: World) -> None:
    made = make_first_administrator(in_eemsdelta(), actor=COMMAND, now=NOW)
    account = Account.objects.get()
    activate_account(account.id, made.code, GOOD, actor=member(account.member_id), now=NOW)
    with pytest.raises(Conflict):
        make_first_administrator(in_eemsdelta(), actor=COMMAND, now=NOW)


def test_it_is_refused_beside_an_administrator_with_an_account(world: World) -> None:
    open_account(world.id("beheer"), "beheer", actor=COMMAND, now=NOW)
    with pytest.raises(Refused):
        make_first_administrator(in_eemsdelta(), actor=COMMAND, now=NOW)
    refused = Entry.objects.get(outcome="refused")
    assert (refused.municipality, refused.details) == (world.municipality.id, {"reason": "has_administrator"})
    assert not Account.objects.filter(username="anna").exists()


def test_an_administrator_who_left_or_sits_elsewhere_does_not_count(world: World) -> None:
    open_account(world.id("beheer"), "weg", actor=COMMAND, now=NOW)
    MemberFunction.objects.filter(member=world.id("beheer")).update(until_at=NOW)
    elsewhere = make_world("oldambt", "Oldambt")
    open_account(elsewhere.id("beheer"), "elders", actor=COMMAND, now=NOW)
    make_first_administrator(in_eemsdelta(), actor=COMMAND, now=NOW)
    assert Account.objects.filter(username="anna").exists()


def test_of_two_at_once_in_a_new_municipality_one_is_told_that_there_is_one(committed: str) -> None:
    calls = [replace(NEW, username=f"anna.{number}") for number in range(4)]
    outcomes = at_once([partial(make_first_administrator, new, actor=COMMAND, now=NOW) for new in calls])
    assert outcomes.count("done") == 1
    assert {each for each in outcomes if each != "done"} == {f"Refused: {HAS_ONE}"}
    assert (Municipality.objects.count(), Account.objects.count()) == (1, 1)


def test_who_finds_that_another_just_took_the_municipality_into_use_looks_again(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_was_first(*_given: object, **_named: object) -> None:
        monkeypatch.undo()
        raise IntegrityError

    monkeypatch.setattr("houvast.directory.services.make_first_administrator.register_municipality", another_was_first)
    make_first_administrator(NEW, actor=COMMAND, now=NOW)
    assert (Municipality.objects.count(), Account.objects.get().username) == (1, "anna.v")


def test_a_person_cannot_do_it(world: World) -> None:
    with pytest.raises(Refused):
        make_first_administrator(in_eemsdelta(), actor=world.actor("beheer"), now=NOW)
    assert not Account.objects.exists()


@pytest.mark.parametrize(
    ("new", "fields"),
    [
        (FirstAdministrator("Het Hogeland", " ", "anna v"), {"municipality", "name", "username"}),
        (FirstAdministrator("het-hogeland", "Anna", "anna"), {"municipality_name"}),
        (FirstAdministrator("het-hogeland", "Anna", "anna", "Het Hogeland"), {"municipality_name"}),
    ],
)
def test_what_is_lacking_is_told_and_nothing_is_made(db: None, new: FirstAdministrator, fields: set[str]) -> None:
    with pytest.raises(Invalid) as wrong:
        make_first_administrator(new, actor=COMMAND, now=NOW)
    assert set(wrong.value.problems) == fields
    assert not Municipality.objects.exists()
    assert not Entry.objects.exists()


def test_the_command_shows_the_code_once(db: None, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.HOUVAST_PRACTICE = False
    assert main(COMMAND_LINE) == 1
    assert "--municipality-name en --region: Houvast kent deze gemeente nog niet." in capsys.readouterr().err
    assert main([*COMMAND_LINE, *NEW_PLACE]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("De activatiecode voor anna.v is: ")
    code = shown.splitlines()[0].rpartition(": ")[2].replace("-", "")
    assert len(code) == 16
    assert code not in str(list(Activation.objects.values())) + str(list(Entry.objects.values()))
    assert main([*COMMAND_LINE, "--username", "ander"]) == 1
    assert "Deze gemeente heeft al een functioneel beheerder" in capsys.readouterr().err


def test_the_command_leaves_the_practice_region_alone(
    world: World, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.HOUVAST_PRACTICE = True
    assert main([*COMMAND_LINE, *NEW_PLACE]) == 1
    open_account(world.id("beheer"), "beheer", practice=True, actor=COMMAND, now=NOW)
    settings.HOUVAST_PRACTICE = False
    assert main([*COMMAND_LINE, *NEW_PLACE]) == 1
    assert "In deze database staan oefenaccounts." in capsys.readouterr().err
    assert not Municipality.objects.filter(code="het-hogeland").exists()


def test_the_command_waits_for_the_tables(
    db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.HOUVAST_PRACTICE = False
    monkeypatch.setattr(health, "pending_migrations", lambda: True)
    assert main([*COMMAND_LINE, *NEW_PLACE]) == 1
    assert "Draai eerst: houvast migrate" in capsys.readouterr().err
    assert not Municipality.objects.exists()
