"""Whether an installation can do its work: no personal data, fit for a monitor."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from houvast.audit.rules.checkpoints import is_recent
from houvast.audit.second_place import newest_moment_in
from houvast.upkeep.database import differences
from houvast.upkeep.key_copies import copy_problems


@dataclass(frozen=True, slots=True)
class Health:
    """What is in order, and which version of Houvast this is.

    `key_copies` is None where no place for copies is set, as in a practice region: then there is nothing to look at.
    """

    database: bool
    database_rules: bool
    migrations: bool
    log_checkpoints: bool
    key_copies: bool | None
    version: str

    @property
    def is_well(self) -> bool:
        """Say whether Houvast can do its work. Checkpoints and copies of keys are a warning and stop nothing."""
        return self.database and self.database_rules and self.migrations


def health(now: datetime) -> Health:
    """Look at the database that Houvast works with. Never fails: a database that does not answer is not in order."""
    number = version("houvast")
    set_up = settings.HOUVAST_KEY_COPIES is not None
    checkpoints = is_recent(newest_moment_in(settings.HOUVAST_CHECKPOINT_FILE), now)
    try:
        return Health(
            database=True,
            database_rules=not differences(connection),
            migrations=not pending_migrations(),
            log_checkpoints=checkpoints,
            key_copies=not copy_problems(now=now) if set_up else None,
            version=number,
        )
    except Error:
        return Health(
            database=False,
            database_rules=False,
            migrations=False,
            log_checkpoints=checkpoints,
            key_copies=False if set_up else None,
            version=number,
        )


def pending_migrations() -> list[str]:
    """List the migrations that this version has and the database has not."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
