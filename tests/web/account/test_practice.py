"""The practice region shows its accounts and their codes; anywhere else nothing of it exists."""

import re

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from houvast.directory.models import Account, Organisation
from houvast.directory.selectors_sign_in import practice_code, practice_groups
from houvast.directory.services.open_account import open_account
from houvast.kernel.actor import system
from houvast.kernel.errors import Invalid
from tests.web.account.visitor import PAGE, Clock, Visitor
from tests.worlds import World, add_member, make_world


def practise(world: World, who: str, clock: Clock) -> Account:
    made = open_account(
        world.id(who), f"{world.municipality.code}.{who}", practice=True, actor=system("t"), now=clock.now
    )
    return Account.objects.get(pk=made)


def test_the_real_way_is_played_with_what_the_pages_show(world: World, visitor: Visitor, clock: Clock) -> None:
    bram = practise(world, "bram", clock)
    page = visitor.get(f"/inloggen?volgende={PAGE}").text
    assert "Bram uit Eemsdelta</a>, casusregisseur" in page
    assert "oefenen-met-ave" in page
    chosen = visitor.get(f"/inloggen?volgende={PAGE}&oefenaccount={bram.pk}").text
    assert 'value="eemsdelta.bram"' in chosen
    visitor.give_password("eemsdelta.bram", "oefenen-met-ave")
    found = re.search(r'id="oefencode">(\d{6})<', visitor.get("/inloggen/code").text)
    assert found is not None
    assert visitor.give_code(found[1]).headers["Location"] == PAGE


def test_the_code_that_is_shown_was_not_used_yet(world: World, clock: Clock) -> None:
    bram = practise(world, "bram", clock)
    for _ in range(2):
        visitor = Visitor(clock)
        visitor.give_password("eemsdelta.bram", "oefenen-met-ave")
        visitor.give_code(practice_code(bram.pk, now=clock.now))
        assert visitor.is_in()
    assert practice_code(bram.pk, now=clock.now) == ""
    last = Visitor(clock)
    last.give_password("eemsdelta.bram", "oefenen-met-ave")
    assert "Wacht een halve minuut" in last.get("/inloggen/code").text


def test_accounts_stand_per_municipality_and_partners_last(world: World, clock: Clock) -> None:
    other = make_world("aa-stad", "Aa-stad")
    partner = Organisation.objects.create(kind="police", name="Politie Noord")
    add_member(partner, "Agent Zwart", "wijkagent", "", "wijkagent", None)
    practise(world, "bram", clock)
    practise(other, "sanne", clock)
    agent = add_member(partner, "Agent Wit", "wijkagent", "", "wijkagent", None)
    open_account(agent.id, "agent.wit", practice=True, actor=system("t"), now=clock.now)
    groups = practice_groups(now=clock.now)
    assert [group.name for group in groups] == ["Aa-stad", "Eemsdelta", "Partners"]
    assert [account.title for account in groups[2].accounts] == ["wijkagent, Politie Noord"]


def test_a_real_account_is_not_listed_and_has_no_code_to_show(marit: Account, visitor: Visitor, clock: Clock) -> None:
    assert practice_groups(now=clock.now) == ()
    visitor.give_password()
    assert "oefencode" not in visitor.get("/inloggen/code").text
    assert practice_code(marit.pk, now=clock.now) == ""


def test_outside_practice_mode_nothing_of_it_exists(
    world: World, visitor: Visitor, clock: Clock, settings: Settings
) -> None:
    bram = practise(world, "bram", clock)
    settings.HOUVAST_PRACTICE = False
    assert "oefen" not in visitor.get("/inloggen").text.lower()
    assert practice_code(bram.pk, now=clock.now) == ""
    with pytest.raises(Invalid):
        practise(world, "sanne", clock)
    assert not Account.objects.filter(username="eemsdelta.sanne").exists()


def test_listing_takes_the_same_number_of_queries_for_many(
    world: World, clock: Clock, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    practise(world, "bram", clock)
    with django_assert_num_queries(2):
        practice_groups(now=clock.now)
    for who in ("marit", "nadia", "sanne", "iris"):
        practise(world, who, clock)
    with django_assert_num_queries(2):
        practice_groups(now=clock.now)
