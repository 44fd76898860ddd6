"""Who asks what is held gets all of it: each table and each sealed text is told by its room, or has its reason."""

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.db.models import Model

from houvast.accountability.rules.not_told import not_told
from houvast.vault.held_rows import Told
from tests.architecture.project import SOURCE, dotted, functions, nodes, told

SEALED = "_sealed"


def telling(room: str) -> list[Path]:
    """Give the modules in which a room says what it holds about somebody."""
    return sorted((SOURCE / room).glob("selectors*/inspection*.py")) + sorted((SOURCE / room).glob("*_inspection.py"))


def tables_read(path: Path, room: str) -> set[str]:
    """Give the tables of its own room that a module takes."""
    return {
        alias.name
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module == f"houvast.{room}.models"
        for alias in node.names
    }


def texts_told(path: Path) -> set[tuple[str, str]]:
    """Give each sealed text that a module tells, with its table: by `held_rows`, or opened in a function of its own."""
    module = import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))
    found: set[tuple[str, str]] = set()
    for function in functions(path):
        kinds = {each.arg: dotted(each.annotation) for each in function.args.args if each.annotation}
        rows = {
            node.targets[0].id: table_of(node.value, {})
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and node.attr.endswith(SEALED):
                found.add((kinds.get(dotted(node.value), ""), node.attr.removesuffix(SEALED)))
            elif isinstance(node, ast.Call) and dotted(node.func) == "held_rows":
                told_by: Told = getattr(module, dotted(node.args[1]))
                found |= {(table_of(node.args[0], rows), text) for text in (*told_by.texts, *told_by.forms)}
    return found


def table_of(asked: ast.AST, rows: Mapping[str, str]) -> str:
    """Give which table a question begins with: `Note` of `Note.objects.filter(…)`; `rows` are names given before."""
    while not isinstance(asked, ast.Name):
        if isinstance(asked, ast.Attribute) and asked.attr == "objects":
            return dotted(asked.value)
        if not isinstance(asked, ast.Call | ast.Attribute):
            return ""
        asked = asked.func if isinstance(asked, ast.Call) else asked.value
    return rows.get(asked.id, "")


def tables() -> Iterator[tuple[str, type[Model]]]:
    for model in apps.get_models():
        if model.__module__.startswith("houvast."):
            yield model.__module__.split(".")[1], model


def held() -> dict[str, bool]:
    """Say of each table, and of each sealed text of a table that is told, whether its room tells it."""
    modules = {room: telling(room) for room in {room for room, _ in tables()}}
    read = {room: {table for path in paths for table in tables_read(path, room)} for room, paths in modules.items()}
    texts = {room: {text for path in paths for text in texts_told(path)} for room, paths in modules.items()}
    found = {}
    for room, model in tables():
        name = f"{room}.{model.__name__}"
        found[name] = model.__name__ in read[room]
        if found[name]:
            own = [field.name.removesuffix(SEALED) for field in model._meta.fields if field.name.endswith(SEALED)]
            found.update({f"{name}.{text}": (model.__name__, text) in texts[room] for text in own})
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
