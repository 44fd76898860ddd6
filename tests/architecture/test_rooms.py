"""A room's tables are its own, its verbs stand in services, and the floors have every package."""

import ast
import re
from pathlib import Path

from django.apps import apps

from tests.architecture.project import (
    ROOT,
    SOURCE,
    contract,
    dotted,
    floors,
    functions,
    name,
    nodes,
    room,
    source_files,
    told,
)

MANAGERS = {"objects", "_default_manager", "_base_manager"}
WRITES_AUDIT_ITSELF = {"audit", "vault"}


def model_rooms() -> dict[str, str]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("houvast.")]
    return {model.__name__: model.__module__.split(".")[1] for model in ours}


def reads_tables(path: Path) -> bool:
    inside = path.relative_to(SOURCE).parts[1:]
    return bool(inside) and (
        inside[0] in {"services", "migrations"} or re.match(r"(scopes|selectors)", inside[0]) is not None
    )


def managers(path: Path) -> list[tuple[int, str]]:
    return [
        (node.lineno, dotted(node.value).rpartition(".")[2])
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS
    ]


def services() -> list[Path]:
    found = SOURCE.glob("*/services/**/*.py")
    return sorted(path for path in found if path.stem != "__init__" and room(path) not in WRITES_AUDIT_ITSELF)


def is_step(path: Path) -> bool:
    return path.parent.name == "steps"


def lacks_actor_or_now(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return not {"actor", "now"} <= {argument.arg for argument in function.args.kwonlyargs}


def imported_services(path: Path) -> list[tuple[str, str, str]]:
    return [
        (found[1], found[2], alias.name)
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        if (found := re.match(r"houvast\.(\w+)\.services\.(.+)$", node.module or ""))
        for alias in node.names
    ]


def test_tables_are_read_and_written_in_scopes_selectors_and_services_only() -> None:
    found = [
        f"{name(path)}:{line} {model or 'a manager'}"
        for path in source_files()
        if not reads_tables(path)
        for line, model in managers(path)
    ]
    assert not found, told("Move this to scopes.py, selectors.py or a service of the room that owns the table:", found)


def test_nobody_reads_the_tables_of_another_room() -> None:
    rooms = model_rooms()
    found = [
        f"{name(path)}:{line} {model or 'a manager that is not named'}"
        for path in source_files()
        for line, model in managers(path)
        if rooms.get(model) != room(path)
    ]
    assert not found, told("Call a selector or a service of the room that owns the table:", found)


def test_the_managers_are_seen() -> None:
    assert len([line for path in source_files() for line, _ in managers(path)]) > 5


def test_a_service_is_one_verb_in_a_file_of_its_name() -> None:
    found = [
        name(path)
        for path in services()
        if not is_step(path) and path.stem not in {function.name for function in functions(path)}
    ]
    assert not found, told(
        "Name the file after its verb. What verbs share is no verb: put it in services/steps/, for this room only:",
        found,
    )


def test_every_verb_takes_who_acts_and_when() -> None:
    found = [
        f"{name(path)}: {function.name}"
        for path in services()
        if not is_step(path)
        for function in functions(path)
        if function.name == path.stem and lacks_actor_or_now(function)
    ]
    assert not found, told(
        "A service takes keyword-only `actor` and `now`. If it is a step that verbs share, move it to services/steps/:",
        found,
    )


def test_other_rooms_and_doors_call_verbs_only() -> None:
    verbs = {
        (room(path), path.stem, function.name)
        for path in services()
        if not is_step(path)
        for function in functions(path)
        if not lacks_actor_or_now(function)
    }
    defined = {(room(path), path.stem, function.name) for path in services() for function in functions(path)}
    found = [
        f"{name(path)}: {'.'.join(called)}"
        for path in source_files()
        for called in imported_services(path)
        if called[0] != room(path) and called[0] not in WRITES_AUDIT_ITSELF
        if called[1].startswith("steps") or (called in defined and called not in verbs)
    ]
    assert not found, told("Call a service that takes `actor` and `now`, so that somebody answers for it:", found)


def test_every_package_has_a_floor() -> None:
    standing = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert floors().keys() == standing - {"__init__"}, "Give each package its floor in .importlinter."


def test_every_feature_of_the_web_is_held_apart() -> None:
    standing = {f"houvast.web.{path.parent.name}" for path in (SOURCE / "web").glob("*/__init__.py")}
    assert set(contract("features", "modules")) == standing, (
        "List each feature of web in the contract in .importlinter."
    )


def test_the_linter_ignores_nothing() -> None:
    contracts = (ROOT / ".importlinter").read_text(encoding="utf-8")
    assert "ignore" not in contracts, "Nothing goes on an ignore list: move the code to the floor where it belongs."
