"""A filled database of the first version is brought up to date: nothing is lost, and everything still holds."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from pytest_django.plugin import DjangoDbBlocker

from houvast.audit.models import Chain, Entry
from houvast.audit.verify import first_broken
from houvast.cases.models import Access, AftercarePlan, Case, Note
from houvast.cases.rules.matrix import Part, Relation
from houvast.desk.selectors.case_page import case_page
from houvast.directory.models import Account
from houvast.directory.selectors import viewer
from houvast.upkeep.database import differences, migrate, owner_alias
from houvast.upkeep.health import pending_migrations
from tests.databases import Databases
from tests.upgrade import rows
from tests.worlds import NOW, START

SMALL = 300_000


@pytest.fixture(scope="module")
def kept() -> rows.Rows:
    """Give the rows of the first version."""
    return rows.read()


@pytest.fixture(scope="module")
def upgraded(
    databases: Databases, django_db_setup: None, kept: rows.Rows, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give a database of the first version with its rows, brought up to date; these tests only read it."""
    with django_db_blocker.unblock():
        name = databases.empty("upgraded")
        databases.use(name)
        _begin_as_the_first_version(kept)
        migrate(now=START, verbosity=0)
        yield
        databases.use("shared")
        databases.drop(name)


def _begin_as_the_first_version(kept: rows.Rows) -> None:
    alias = owner_alias()
    executor = MigrationExecutor(connections[alias])
    first = [(room, rows.FIRST) for room in rows.ROOMS]
    # Rooms that came later were not there yet.
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("houvast.")}
    executor.migrate([*first, *(node for node in executor.loader.graph.leaf_nodes() if node[0] not in ours)])
    old = executor.loader.project_state(first).apps
    assert old is not None
    rows.load(old, kept, alias)


def test_the_kept_database_is_small_and_has_a_row_in_every_table(kept: rows.Rows) -> None:
    assert rows.KEPT.stat().st_size < SMALL
    assert [label for label, found in kept.items() if not found] == []


@pytest.mark.usefixtures("upgraded")
def test_nothing_is_lost_and_the_database_keeps_its_rules(kept: rows.Rows) -> None:
    assert pending_migrations() == []
    assert differences(connection) == []
    assert Case.objects.count() == len(kept["cases.Case"])
    assert Note.objects.count() == len(kept["cases.Note"])
    assert Entry.objects.exclude(event="vault.epoch_begun").count() == len(kept["audit.Entry"])
    assert Entry.objects.get(event="vault.epoch_begun").actor_name == "migrate"  # keys were wrapped in the first epoch


def _tables() -> dict[str, tuple[list[str], list[str]]]:
    """Give the columns and constraints of every table, without the names that the engine made up."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            columns = connection.introspection.get_table_description(cursor, table)
            rules = connection.introspection.get_constraints(cursor, table).values()
            found[table] = (
                sorted(f"{each.name} {each.type_code} {each.null_ok}" for each in columns),
                sorted(str(sorted((name, str(said)) for name, said in each.items())) for each in rules),
            )
    return found


def test_migrating_makes_the_tables_that_the_models_say(databases: Databases, upgraded: None) -> None:
    migrated = _tables()
    connections.close_all()
    here = str(connection.settings_dict["NAME"])
    databases.use("shared")
    expected = _tables()
    connections.close_all()
    for alias in connections:
        connections[alias].settings_dict["NAME"] = here
    assert migrated == expected


@pytest.mark.usefixtures("upgraded")
def test_every_chain_of_the_log_still_holds() -> None:
    for chain in Chain.objects.all():
        assert first_broken(chain, Entry.objects.filter(chain=chain).order_by("number")) is None


@pytest.mark.usefixtures("upgraded")
def test_a_case_of_the_first_version_reads_well() -> None:
    sanne = Account.objects.get(username="sanne.eemsdelta").member_id
    who = viewer(sanne, now=NOW)
    assert who is not None
    page = case_page(who, "C-2026-0001", now=NOW)
    assert page.found.band.name == "Huishouden Dijkhuis"
    assert page.found.band.phase.number == 2
    assert [note.text for note in page.notes] == ["Gesproken."]
    assert [person.resident.name for person in page.people] == ["Ruben Dijkhuis"]
    later = case_page(who, "C-2026-0001", now=NOW + timedelta(days=1))
    assert {Part.MOMENTS, Part.CARE_MOMENTS} <= later.parts


@pytest.mark.usefixtures("upgraded")
def test_the_directors_of_open_cases_see_moments_on_the_reason_that_they_had() -> None:
    given = Access.objects.filter(part__in=("moments", "care_moments"), withdrawn_at__isnull=True)
    for relation in (Relation.CASE_DIRECTOR, Relation.PROCESS_DIRECTOR):
        bands = Access.objects.filter(relation=relation, part="band", withdrawn_at__isnull=True)
        moments = given.filter(relation=relation, part="moments")
        columns = ("case_id", "member_id", "source_id", "from_at", "until_at", "ground")
        assert sorted(map(str, moments.values_list(*columns))) == sorted(map(str, bands.values_list(*columns)))
        assert moments.exists()
    assert not given.exclude(relation__in=(Relation.CASE_DIRECTOR, Relation.PROCESS_DIRECTOR)).exists()


@pytest.mark.usefixtures("upgraded")
def test_the_day_to_look_again_to_a_closed_case_is_kept_with_all_other_aftercare(kept: rows.Rows) -> None:
    closed = [row for row in kept["cases.Closure"] if row["aftercare_on"]]
    plans = AftercarePlan.objects.values_list("period_id", "case_id", "check_on", "made_by_id")
    assert closed
    assert sorted([str(value) for value in plan] for plan in plans) == sorted(
        [str(row[name]) for name in ("period_id", "case_id", "aftercare_on", "closed_by_id")] for row in closed
    )


@pytest.mark.usefixtures("upgraded")
def test_who_watches_over_a_case_sees_its_aftercare_on_the_reason_that_they_had() -> None:
    watching = (
        Relation.CASE_DIRECTOR,
        Relation.PROCESS_DIRECTOR,
        Relation.OPERATIONAL_HOLDER,
        Relation.AFTERCARE,
    )
    held = Access.objects.filter(withdrawn_at__isnull=True)
    columns = ("relation", "case_id", "member_id", "source_id", "from_at", "until_at", "ground")
    bands = held.filter(relation__in=watching, part="band").values_list(*columns)
    assert sorted(map(str, held.filter(part="aftercare").values_list(*columns))) == sorted(map(str, bands))
    assert bands.exists()
    looking = held.filter(relation=Relation.AFTERCARE, part="aftercare").order_by("from_at")
    assert [each.until_at is None for each in looking] == [False, True]
