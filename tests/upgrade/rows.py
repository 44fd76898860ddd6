"""The rows of every table of Houvast as text, to keep a database of an old version and to load it into its tables."""

import gzip
import json
from pathlib import Path

from django.apps.registry import Apps
from django.db import transaction
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


def write(rows: Rows) -> None:
    """Keep rows; the same rows give the same file."""
    KEPT.write_bytes(gzip.compress(json.dumps(rows, indent=0).encode(), mtime=0))


def read() -> Rows:
    """Read what was kept."""
    found: Rows = json.loads(gzip.decompress(KEPT.read_bytes()))
    return found
