"""`now` is taken once, at the door; a day is a day in Amsterdam; and no table holds a float."""

import ast
from pathlib import Path

from tests.architecture.project import DOORS, dotted, name, nodes, room, source_files, told

CLOCKS = (
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "time.time",
    "time.localtime",
    "time.gmtime",
)


def reads_a_clock(node: ast.AST) -> bool:
    called = dotted(node.func) if isinstance(node, ast.Call) else ""
    return any(called == clock or called.endswith(f".{clock}") for clock in CLOCKS)


def asks_the_day_of_a_moment(node: ast.AST) -> bool:
    """Say whether a day is asked of a moment as it was stored: in UTC, where it is yesterday until one or two."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "date"):
        return False
    moment = node.func.value
    last = dotted(moment).rpartition(".")[2]
    return last == "now" or last.endswith("_at") or isinstance(moment, ast.BinOp)


def is_float_field(node: ast.AST) -> bool:
    return dotted(node).rpartition(".")[2] == "FloatField"


def where(path: Path, node: ast.AST) -> str:
    return f"{name(path)}:{getattr(node, 'lineno', 0)}"


def test_only_doors_read_the_clock() -> None:
    found = [
        where(path, node)
        for path in source_files()
        if room(path) not in DOORS
        for node in nodes(path)
        if reads_a_clock(node)
    ]
    assert not found, told(
        "Take `now` as a keyword-only argument; the door takes it once for the whole request:", found
    )


def test_a_day_is_a_day_in_amsterdam() -> None:
    found = [where(path, node) for path in source_files() for node in nodes(path) if asks_the_day_of_a_moment(node)]
    assert not found, told("Ask the day of `in_amsterdam(moment)`:", found)


def test_no_table_holds_a_float() -> None:
    found = [where(path, node) for path in source_files() for node in nodes(path) if is_float_field(node)]
    assert not found, told("Store whole things (minutes, cents) or a DecimalField:", found)


def test_all_are_recognised() -> None:
    assert asks_the_day_of_a_moment(ast.parse("request.now.date()", mode="eval").body)
    assert asks_the_day_of_a_moment(ast.parse("task.added_at.date()", mode="eval").body)
    assert asks_the_day_of_a_moment(ast.parse("(now + days).date()", mode="eval").body)
    assert not asks_the_day_of_a_moment(ast.parse("in_amsterdam(now).date()", mode="eval").body)
    assert reads_a_clock(ast.parse("timezone.now()", mode="eval").body)
    assert reads_a_clock(ast.parse("datetime.datetime.now(UTC)", mode="eval").body)
    assert not reads_a_clock(ast.parse("request.now", mode="eval").body)
    assert is_float_field(ast.parse("models.FloatField", mode="eval").body)
    assert not is_float_field(ast.parse("models.DecimalField", mode="eval").body)
