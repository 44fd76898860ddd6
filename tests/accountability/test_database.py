"""The database keeps the rules of accountability by itself: raw SQL attacks each of them."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from houvast.accountability.database import HISTORIES, RULES
from houvast.accountability.models import Alarm, AlarmAnswer, Destruction, HoldEnd, LegalHold
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.periods import periods_of
from houvast.accountability.services.place_hold import place_hold
from houvast.accountability.services.set_period import set_period
from houvast.cases.models import Case
from houvast.kernel.database_rules import Rule
from tests.accountability.request_attacks import REQUEST_ATTACKS, make_requests
from tests.accountability.sampled import SAMPLE_ATTACKS, draw, judge, reads
from tests.accountability.worlds import LATER, Kept, approve, make_kept
from tests.attacks import Attack, Attacker, Value, assert_refused
from tests.databases import Databases
from tests.worlds import NOW, World

PROPOSAL, ANSWER = "accountability_destructionproposal", "accountability_destructionanswer"


@pytest.fixture(scope="module")
def kept(databases: Databases, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Kept]:
    """Give a database in which each table has a row; no attack changes it."""
    with django_db_blocker.unblock():
        name = databases.copy("attacked")
        databases.use(name)
        made = make_kept()
        privacy, here = made.world.actor("privacy"), made.world.municipality
        set_period(actor=privacy, now=NOW, period=periods_of(here.id)[0])
        approve(made)
        hold = place_hold(
            actor=privacy,
            now=LATER,
            kind=UnitKind.CASE,
            unit_id=made.case,
            reason="court",
            review_on=date(2061, 1, 1),
        )
        HoldEnd.objects.create(hold=LegalHold.objects.get(pk=hold), ended_by_id=made.world.id("dirk"), ended_at=NOW)
        Destruction.objects.create(
            municipality=here,
            unit="concern",
            unit_id=uuid4(),
            proposed_by_id=uuid4(),
            approved_by_id=uuid4(),
            destroyed_at=NOW,
        )
        make_requests(made.world)
        reads(made.world, "sanne", made.other)
        judge(made.world, draw(made.world))
        _alarm(made.world)
        yield made
        connections.close_all()
        databases.use("shared")
        databases.drop(name)


def _alarm(world: World) -> None:
    here, today = world.municipality, NOW.date()
    for who in ("sanne", "bram"):
        alarm = Alarm.objects.create(
            municipality=here, member_id=world.id(who), day=today, cases=50, threshold=40, at=NOW
        )
    AlarmAnswer.objects.create(alarm=alarm, municipality=here, outcome="talked", by_id=world.id("privacy"), at=NOW)


def _answer(*, by_itself: bool = False, **changes: Value) -> Attack:
    """Attack with an answer to the alarm that has none, by who it is about or with something else."""

    def attack(attacker: Attacker) -> None:
        said = attacker.rows("SELECT * FROM accountability_alarmanswer")[0]
        alarm = attacker.rows("SELECT * FROM accountability_alarm WHERE id <> %s", said["alarm_id"])[0]
        by = {"by_id": alarm["member_id"]} if by_itself else {}
        attacker.forge("accountability_alarmanswer", said, id=uuid4(), alarm_id=alarm["id"], **by, **changes)

    return attack


def _again(table: str, **changes: Value) -> Attack:
    def attack(attacker: Attacker) -> None:
        attacker.forge(table, attacker.rows(f"SELECT * FROM {table}")[0], id=uuid4(), **changes)

    return attack


def _by_oneself(attacker: Attacker) -> None:
    (proposal,) = attacker.rows(f"SELECT * FROM {PROPOSAL}")
    (answer,) = attacker.rows(f"SELECT * FROM {ANSWER}")
    attacker.forge(ANSWER, answer, id=uuid4(), answered_by_id=proposal["proposed_by_id"])


def _without_certificate(kept: Kept) -> Attack:
    key = Case.objects.get(pk=kept.case).key_id
    return lambda attacker: attacker.run("UPDATE vault_key SET destroyed_at = %s WHERE id = %s", "2060-01-01", key)


def attacks_on(rule: Rule, kept: Kept) -> Attack:
    """Give the attack on a rule."""
    others: dict[str, Attack] = {
        f"{PROPOSAL}_follows": _again(PROPOSAL, number=3, unit_id=uuid4()),
        f"{PROPOSAL}_one_open": _again(PROPOSAL, number=2),
        f"{ANSWER}_two_people": _by_oneself,
        "accountability_case_key_certified": _without_certificate(kept),
        **REQUEST_ATTACKS,
        **SAMPLE_ATTACKS,
        "accountability_alarmanswer_another": _answer(by_itself=True),
        "accountability_alarmanswer_same_municipality_id": _answer(municipality_id=uuid4()),
    }
    if rule.name in others:
        return others[rule.name]
    column = "id"
    if rule.operation == "DELETE":
        return lambda attacker: attacker.run(f"DELETE FROM {rule.table}")
    return lambda attacker: attacker.run(f"UPDATE {rule.table} SET {column} = {column}")


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, Rule)], ids=lambda rule: str(rule.name))
def test_the_database_refuses_what_breaks(rule: Rule, kept: Kept) -> None:
    assert_refused(attacks_on(rule, kept), rule.message, [*HISTORIES, "vault_key"])
