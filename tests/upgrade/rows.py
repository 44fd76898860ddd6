"""The rows of every table of Houvast as text, to keep a database of an old version and to load it into its tables."""

import gzip
import json
from pathlib import Path

from django.apps.registry import Apps
from django.db import connections, transaction
from django.db.models import Model

ROOMS = ("audit", "vault", "directory", "residents", "cases", "intake")
FIRST = "0001_first_tables"
KEPT = Path(__file__).with_name("data") / "0001.json.gz"

Rows = dict[str, list[dict[str, object]]]


def models_of(apps: Apps) -> list[type[Model]]:
    """Give the models of every room, of now or of an old version."""
    return [model for room in ROOMS for model in apps.get_app_config(room).get_models()]


def dump(apps: Apps) -> Rows:
    """Give every row of every table."""
    return {
        model._meta.label: [_texts(row) for row in model._default_manager.order_by("pk")] for model in models_of(apps)
    }


def _texts(row: Model) -> dict[str, object]:
    given = {field: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {field.attname: None if value is None else field.value_to_string(row) for field, value in given.items()}


def load(apps: Apps, rows: Rows, alias: str) -> None:
    """Put rows into the tables of an old version; tables point at each other, so all of it is one transaction."""
    with transaction.atomic(using=alias):
        for model in models_of(apps):
            fields = {field.attname: field for field in model._meta.concrete_fields}
            model._default_manager.using(alias).bulk_create(
                model(**{name: None if value is None else fields[name].to_python(value) for name, value in row.items()})
                for row in rows[model._meta.label]
            )


def drop_rules(alias: str) -> None:
    """Take the rules of today off the tables: those of the old version came with its own tables."""
    connection = connections[alias]
    on_sqlite = "SELECT name, '' FROM sqlite_master WHERE type = 'trigger'"
    on_postgresql = "SELECT tgname, ' ON ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(on_sqlite if connection.vendor == "sqlite" else on_postgresql)
        for name, place in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}{place}")


def write(rows: Rows) -> None:
    """Keep rows; the same rows give the same file."""
    KEPT.write_bytes(gzip.compress(json.dumps(rows, indent=0).encode(), mtime=0))


def read() -> Rows:
    """Read what was kept."""
    found: Rows = json.loads(gzip.decompress(KEPT.read_bytes()))
    return found
