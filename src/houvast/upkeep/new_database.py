"""A new database gets its tables from the models, all at once (ADR 0034)."""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def is_new(connection: BaseDatabaseWrapper) -> bool:
    """Say whether a database has nothing of Houvast yet: no table, and no step that was ever done."""
    done = {app for app, _ in MigrationRecorder(connection).applied_migrations()}
    return done.isdisjoint(_rooms()) and _tables().isdisjoint(connection.introspection.table_names())


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """Make every table of Houvast and call each step that leads to them done; all of it, or nothing."""
    recorder, rooms = MigrationRecorder(connection), _rooms()
    recorder.ensure_schema()
    with connection.schema_editor() as editor:
        for room in rooms:
            for model in apps.get_app_config(room).get_models():
                editor.create_model(model)
        for room, step in MigrationLoader(connection).disk_migrations:
            if room in rooms:
                recorder.record_applied(room, step)


def _rooms() -> list[str]:
    return [config.label for config in apps.get_app_configs() if config.name.startswith("houvast.")]


def _tables() -> set[str]:
    return {model._meta.db_table for room in _rooms() for model in apps.get_app_config(room).get_models()}
