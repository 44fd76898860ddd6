"""The database keeps the rules of who takes part by itself: raw SQL attacks each of them, on both engines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.kernel.database_rules import Rule
from houvast.kernel.ids import new_id
from houvast.participation.database import HISTORIES, RULES
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.settings import OwnPageFacts
from houvast.participation.rules.wishing import NewWish, WishKind
from houvast.participation.rules.withholding import MOST_DAYS
from houvast.participation.services.decline_wish import decline_wish
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.make_wish import make_wish
from houvast.participation.services.set_own_page import set_own_page
from houvast.participation.services.withhold_part import NewWithheld, withhold_part
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from tests.attacks import Attacker, assert_not_emptied, assert_refused, contents
from tests.databases import Databases
from tests.lives import open_with
from tests.participation.attacks import TABLES, TRIES, Made
from tests.participation.worlds import Household, ask_code, held, try_code
from tests.worlds import NOW, make_resident, make_world

REFUSING = [rule for rule in RULES if isinstance(rule, Rule)]


def _make() -> Made:
    home, there = Household(), make_world("opsterland", "Opsterland")
    code = held(home.give().code)
    try_code(code, ask_code(code))
    ask_code(code, NOW + timedelta(minutes=2))
    other = home.give(replace(home.other, sees_plan=False)).participant_id
    end_own_page(actor=home.sanne, now=NOW, participant_id=other)
    facts = OwnPageFacts("", "Noord", "050", "Klachten", "0596")
    here = home.world.municipality.id
    set_own_page(actor=home.world.actor("beheer"), now=NOW, municipality_id=here, facts=facts)
    withheld = NewWithheld(OwnPart.HELPERS, "Verzonnen.", 30, code.who.id)
    withhold_part(actor=home.sanne, now=NOW, case_id=home.case_id, new=withheld)
    home.give(home.near())
    for name in ("Bram", "Bo"):
        new = NewWish(WishKind.SOMEBODY, "Mag alles weten.", name, "vriend")
        wish = make_wish(actor=code.who.actor, now=NOW, participant_id=code.who.id, new=new)
    decline_wish(actor=home.sanne, now=NOW, wish_id=wish, answer="Verzonnen.")
    near = NewNetworkMember(make_resident(home.world, "Vegt").id, "Bo Vos", "buur")
    neighbour = add_network_member(actor=home.sanne, now=NOW, new=near)
    other_case, stranger = open_with(home.world, make_resident(home.world, "Bolt").id), make_resident(there)
    return Made(home.case_id, other_case, home.ruben.id, home.lieke.id, stranger.id, neighbour, there.municipality.id)


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Make it in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("participation_attacked")
        databases.use(name)
        yield _make()
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in REFUSING} == TRIES.keys()


def test_the_database_refuses_what_breaks(made: Made) -> None:
    assert [table for table, rows in contents(TABLES).items() if not rows] == []
    for rule in REFUSING:
        for attack in TRIES[rule.name]:
            assert_refused(partial(attack, made=made), rule.message, TABLES)


def test_a_day_to_look_again_is_not_past_its_limit(made: Made) -> None:
    for days in (0, MOST_DAYS + 1):
        forged = partial(_forge_days, days=days)
        assert_refused(forged, "participation_look_again", TABLES)


def test_a_yes_gives_what_was_wished_and_a_date_is_about_something(made: Made) -> None:
    by = "answered_at = at, answered_by_id = (SELECT given_by_id FROM participation_participant LIMIT 1)"
    wrong = ("is_granted = TRUE", "is_granted = TRUE, new_on = '2026-12-01'", "is_granted = NULL, answer_sealed = 'y'")
    for setting in wrong:
        statement = f"UPDATE participation_wish SET {setting}, {by} WHERE answered_at IS NULL"
        assert_refused(partial(Attacker.run, statement=statement), "participation_wish_answer", TABLES)
    assert_refused(_forge_about, "participation_wish_about", TABLES)


def _forge_about(attacker: Attacker) -> None:
    row = attacker.rows("SELECT * FROM participation_wish WHERE answered_at IS NULL")[0]
    attacker.insert("participation_wish", {**row, "id": new_id(), "about_id": new_id()})


def _forge_days(attacker: Attacker, days: int) -> None:
    row = attacker.rows("SELECT * FROM participation_withheldpart")[0]
    attacker.insert("participation_withheldpart", {**row, "id": new_id(), "part": "step", "days": days})


def test_a_history_is_not_emptied_in_one_blow(made: Made) -> None:
    for table in HISTORIES:
        assert_not_emptied(table)


def test_every_table_of_the_room_is_attacked() -> None:
    assert {model._meta.db_table for model in apps.get_app_config("participation").get_models()} == set(TABLES)
