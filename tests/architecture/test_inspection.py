"""Who asks what is held gets all of it: each table and each sealed text is told by its room, or has its reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import Model

from houvast.accountability.rules.not_told import not_told
from tests.architecture.project import SOURCE, nodes, told

SEALED = "_sealed"


def telling(room: str) -> list[Path]:
    """Give the modules in which a room says what it holds about somebody."""
    return sorted((SOURCE / room).glob("selectors*/inspection*.py")) + sorted((SOURCE / room).glob("*_inspection.py"))


def says(room: str) -> set[str]:
    """Give the tables that those modules read, and every field or word that they name."""
    found: set[str] = set()
    for path in telling(room):
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom) and node.module == f"houvast.{room}.models":
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.Attribute):
                found.add(node.attr.removesuffix(SEALED))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def tables() -> Iterator[tuple[str, type[Model]]]:
    for model in apps.get_models():
        if model.__module__.startswith("houvast."):
            yield model.__module__.split(".")[1], model


def held() -> dict[str, bool]:
    """Say of each table, and of each sealed text of a table that is told, whether its room tells it."""
    told_by = {room: says(room) for room in {room for room, _ in tables()}}
    found = {}
    for room, model in tables():
        name = f"{room}.{model.__name__}"
        found[name] = model.__name__ in told_by[room]
        if found[name]:
            texts = [field.name.removesuffix(SEALED) for field in model._meta.fields if field.name.endswith(SEALED)]
            found.update({f"{name}.{text}": text in told_by[room] for text in texts})
    return found


def test_everything_that_is_held_is_told_or_has_its_reason() -> None:
    reasons, forgotten = not_told(), [name for name, is_told in held().items() if not is_told]
    missing = [name for name in forgotten if name not in reasons]
    assert not missing, told(
        "Tell this in the room's inspection.py, or say in accountability/rules/not_told.py why no answer tells it:",
        missing,
    )


def test_no_reason_is_left_for_what_is_told_or_gone() -> None:
    found = held()
    left = [name for name in not_told() if found.get(name, True)]
    assert not left, told("Take this out of accountability/rules/not_told.py: it is told, or is not there:", left)
