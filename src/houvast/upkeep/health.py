"""Whether an installation can do its work: no personal data, fit for a monitor."""

from dataclasses import dataclass
from importlib.metadata import version

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from houvast.upkeep.database import differences


@dataclass(frozen=True, slots=True)
class Health:
    """What is in order, and which version of Houvast this is."""

    database: bool
    database_rules: bool
    migrations: bool
    version: str

    @property
    def is_well(self) -> bool:
        """Say whether everything is in order."""
        return self.database and self.database_rules and self.migrations


def health() -> Health:
    """Look at the database that Houvast works with. Never fails: a database that does not answer is not in order."""
    number = version("houvast")
    try:
        return Health(
            database=True,
            database_rules=not differences(connection),
            migrations=not pending_migrations(),
            version=number,
        )
    except Error:
        return Health(database=False, database_rules=False, migrations=False, version=number)


def pending_migrations() -> list[str]:
    """List the migrations that this version has and the database has not."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
