"""The database keeps what was known of a resident before, and who is shielded from whom: raw SQL attacks each rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol
from uuid import UUID

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.kernel.actor import Actor
from houvast.kernel.database_rules import Rule
from houvast.kernel.ids import new_id
from houvast.residents.database import HISTORIES, RULES
from houvast.residents.rules.networking import Allowed, NetworkStep, TellingGround, Turn
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.rules.shielding import Other
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.correct_resident import correct_resident
from houvast.residents.services.end_network_member import end_network_member
from houvast.residents.services.mark_same_person import end_same_person, mark_same_person
from houvast.residents.services.record_network_turn import record_network_turn
from houvast.residents.services.shield_resident import shield_resident
from tests.attacks import Attacker, Value, assert_not_emptied, assert_refused
from tests.databases import Databases
from tests.worlds import NOW, make_resident, make_world

TABLES = (
    "residents_formerdata",
    "residents_resident",
    "residents_shield",
    "residents_networkturn",
    "residents_sameperson",
)
SHIELD, TURN, SAME = "residents_shield", "residents_networkturn", "residents_sameperson"
LONG_AGO = "2020-01-01 00:00:00"
FIXED: dict[str, Value] = {
    **{key: new_id() for key in ("id", "resident_id", "municipality_id", "from_resident_id", "added_by_id")},
    "from_network_member_id": new_id(),
    "reason_sealed": b"x",
    "review_on": "2020-01-01",
    "added_at": LONG_AGO,
}
FIXED_SAME: dict[str, Value] = {
    **{key: new_id() for key in ("id", "network_member_id", "resident_id", "municipality_id", "added_by_id")},
    "added_at": LONG_AGO,
}
FORMER = "residents_formerdata"


@dataclass(frozen=True)
class Made:
    """A resident who was corrected once, another from whom they are shielded, and another municipality.

    `far` is a resident of that one; `relative` of who was corrected is marked as the other, after that was taken back.
    """

    corrected: UUID
    untouched: UUID
    elsewhere: UUID
    far: UUID
    relative: UUID


class Try(Protocol):
    """An attack on a register in which somebody was corrected."""

    def __call__(self, attacker: Attacker, /, made: Made) -> None:
        """Attack."""


def _forge(attacker: Attacker, made: Made, **changes: str | int | UUID) -> None:
    row = attacker.rows(f"SELECT * FROM {FORMER}")[0]
    attacker.forge(FORMER, row, **{"id": new_id(), "version": 1, **changes})


def _at(statement: str) -> Try:
    """Attack with a statement about one resident."""
    return lambda attacker, made: attacker.run(statement, made.corrected)


def _at_untouched(statement: str) -> Try:
    """Attack with a statement about the other."""
    return lambda attacker, made: attacker.run(statement, made.untouched)


def _shield(attacker: Attacker, made: Made, **changes: Value) -> None:
    row = attacker.rows(f"SELECT * FROM {SHIELD}")[0]
    other = {"resident_id": made.untouched, "from_resident_id": made.corrected}
    attacker.forge(SHIELD, row, **{"id": new_id(), **other, **changes})


def _turn(attacker: Attacker, made: Made, **changes: Value) -> None:
    row = attacker.rows(f"SELECT * FROM {TURN} WHERE network_member_id = %s", made.relative)[0]
    attacker.forge(TURN, row, **{"id": new_id(), "number": 2, **changes})


def _same(attacker: Attacker, made: Made, **changes: Value) -> None:
    """Attack with a mark of somebody of a network of whom it was taken back."""
    row = attacker.rows(f"SELECT * FROM {SAME} WHERE ended_at IS NOT NULL")[0]
    attacker.forge(SAME, row, **{"id": new_id(), "ended_at": None, "ended_by_id": None, **changes})


def _changing(table: str, column: str, value: Value) -> Try:
    """Attack with what ends, and changes something on its way."""
    ending = "ended_at = '2036-01-01 00:00:00', ended_by_id = added_by_id"
    return lambda attacker, made: attacker.run(
        f"UPDATE {table} SET {column} = %s, {ending} WHERE ended_at IS NULL", value
    )


TRIES: dict[str, tuple[Try, ...]] = {
    "residents_formerdata_no_update": (
        _at("UPDATE residents_formerdata SET before_sealed = '' WHERE resident_id = %s"),
        _at("UPDATE residents_formerdata SET corrected_by_id = NULL WHERE resident_id = %s"),
    ),
    "residents_formerdata_no_delete": (_at("DELETE FROM residents_formerdata WHERE resident_id = %s"),),
    "residents_formerdata_same_municipality_id": (
        lambda attacker, made: _forge(attacker, made, municipality_id=made.elsewhere),
    ),
    "residents_formerdata_of_now": (
        lambda attacker, made: _forge(attacker, made, version=2),
        lambda attacker, made: _forge(attacker, made, resident_id=made.untouched),
    ),
    "residents_resident_kept": (
        _at("UPDATE residents_resident SET surname = 'Anders', version = 2 WHERE id = %s"),
        _at("UPDATE residents_resident SET version = 0 WHERE id = %s"),
        lambda attacker, made: attacker.run("UPDATE residents_resident SET version = 7 WHERE id = %s", made.untouched),
    ),
    f"{SHIELD}_same_municipality_id": (lambda attacker, made: _shield(attacker, made, municipality_id=made.elsewhere),),
    f"{TURN}_no_update": (
        lambda attacker, made: attacker.run(
            f"UPDATE {TURN} SET number = 9 WHERE network_member_id = %s", made.relative
        ),
    ),
    f"{TURN}_no_delete": (
        lambda attacker, made: attacker.run(f"DELETE FROM {TURN} WHERE network_member_id = %s", made.relative),
    ),
    f"{TURN}_same_municipality_id": (lambda attacker, made: _turn(attacker, made, municipality_id=made.elsewhere),),
    f"{TURN}_follows": (lambda attacker, made: _turn(attacker, made, number=3),),
    f"{TURN}_over": (
        lambda attacker, made: _turn(
            attacker,
            made,
            network_member_id=attacker.rows(f"SELECT * FROM {TURN} WHERE step = 'ended'")[0]["network_member_id"],
        ),
    ),
    f"{SHIELD}_no_delete": (_at(f"DELETE FROM {SHIELD} WHERE resident_id = %s"),),
    f"{SHIELD}_fixed": tuple(_changing(SHIELD, column, value) for column, value in FIXED.items()),
    f"{SHIELD}_ended_once": (
        _at(f"UPDATE {SHIELD} SET end_reason_sealed = 'x' WHERE resident_id = %s"),
        _at(f"UPDATE {SHIELD} SET ended_at = '{LONG_AGO}' WHERE resident_id = %s"),
    ),
    f"{SHIELD}_reason": (
        lambda attacker, made: _shield(attacker, made, reason_sealed=b""),
        lambda attacker, made: _shield(attacker, made, ended_at=LONG_AGO),
    ),
    f"{SAME}_same_municipality_id": (lambda attacker, made: _same(attacker, made, municipality_id=made.elsewhere),),
    f"{SAME}_no_delete": (_at_untouched(f"DELETE FROM {SAME} WHERE resident_id = %s"),),
    f"{SAME}_fixed": tuple(_changing(SAME, column, value) for column, value in FIXED_SAME.items()),
    f"{SAME}_another": (
        lambda attacker, made: _same(attacker, made, resident_id=made.corrected),
        lambda attacker, made: _same(attacker, made, resident_id=made.far),
        lambda attacker, made: _same(attacker, made, ended_at=LONG_AGO),
    ),
    f"{SAME}_ended_once": (
        lambda attacker, made: attacker.run(f"UPDATE {SAME} SET ended_at = NULL WHERE ended_at IS NOT NULL"),
        lambda attacker, made: attacker.run(f"UPDATE {SAME} SET ended_at = '{LONG_AGO}' WHERE ended_at IS NULL"),
    ),
}


def _befriend(sanne: Actor, resident_id: UUID) -> UUID:
    """Give somebody a relative who may hear something, and one whose place ended; gives the first."""
    stays, goes = (NewNetworkMember(resident_id, name, "zus") for name in ("Geke", "Janna"))
    for new in (stays, goes):
        add_network_member(actor=sanne, now=NOW, new=new)
    turn = Turn(NetworkStep.ALLOWED, NOW.date(), (Allowed.PLAN,), TellingGround.RESIDENT)
    record_network_turn(actor=sanne, now=NOW, resident_id=resident_id, network_member_id=stays.id, turn=turn)
    end_network_member(actor=sanne, now=NOW, resident_id=resident_id, network_member_id=goes.id)
    return stays.id


def _mark(sanne: Actor, relative: UUID, resident_id: UUID, about: UUID) -> None:
    """Mark somebody of the network of `about` as a resident, take that back, and mark it again."""
    mark_same_person(actor=sanne, now=NOW, network_member_id=relative, resident_id=resident_id)
    end_same_person(actor=sanne, now=NOW, network_member_id=relative, about=[about])
    mark_same_person(actor=sanne, now=NOW, network_member_id=relative, resident_id=resident_id)


@pytest.fixture(scope="module")
def made(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """Correct somebody in a database of this file; no attack changes it, so all use the same."""
    with django_db_blocker.unblock():
        name = databases.copy("residents_attacked")
        databases.use(name)
        world, other = make_world(), make_world("opsterland", "Opsterland")
        corrected, untouched = make_resident(world), make_resident(world, "Vegt")
        correct_resident(
            actor=world.actor("sanne"), now=NOW, resident_id=corrected.id, seen=0, data=PersonalData("Dijkstra")
        )
        shield_resident(
            actor=world.actor("sanne"),
            now=NOW,
            resident_id=corrected.id,
            other=Other(resident_id=untouched.id),
            reason="Hij zoekt hem.",
            review_on=NOW.date() + timedelta(days=30),
        )
        relative = _befriend(world.actor("sanne"), corrected.id)
        far = make_resident(other).id
        _mark(world.actor("sanne"), relative, untouched.id, corrected.id)
        yield Made(corrected.id, untouched.id, other.municipality.id, far, relative)
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def test_each_rule_has_an_attack_and_each_attack_a_rule() -> None:
    assert {rule.name for rule in RULES} == TRIES.keys()


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, Rule)], ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, made: Made) -> None:
    for attack in TRIES[rule.name]:
        assert_refused(partial(attack, made=made), rule.message, TABLES)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_history_is_not_emptied_in_one_blow(table: str, made: Made) -> None:
    assert_not_emptied(table)
