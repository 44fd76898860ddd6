"""Nothing grows beyond what one can read in one go (docs/architecture.md, Sizes)."""

import ast
from pathlib import Path

from tests.architecture.project import files, name, nodes, told

FILE_LINES = 400
FUNCTION_LINES = 50
CLASS_LINES = 250
TEMPLATE_LINES = 200


def python_files() -> list[Path]:
    return [path for path in files(".py") if "migrations" not in path.parts]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(kinds: tuple[type[ast.AST], ...], limit: int) -> list[str]:
    return [
        f"{name(path)}:{node.lineno} {node.name}: {(node.end_lineno or node.lineno) - node.lineno + 1} lines"
        for path in python_files()
        for node in nodes(path)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and isinstance(node, kinds)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > limit
    ]


def test_no_python_file_is_too_long() -> None:
    found = [f"{name(path)}: {lines(path)} lines" for path in python_files() if lines(path) > FILE_LINES]
    assert not found, told(f"Split these files by subject; at most {FILE_LINES} lines:", found)


def test_no_template_is_too_long() -> None:
    found = [f"{name(path)}: {lines(path)} lines" for path in files(".html") if lines(path) > TEMPLATE_LINES]
    assert not found, told(f"Move parts to templates of their own; at most {TEMPLATE_LINES} lines:", found)


def test_no_function_is_too_long() -> None:
    found = too_long((ast.FunctionDef, ast.AsyncFunctionDef), FUNCTION_LINES)
    assert not found, told(f"Give the steps names of their own; at most {FUNCTION_LINES} lines:", found)


def test_no_class_is_too_long() -> None:
    found = too_long((ast.ClassDef,), CLASS_LINES)
    assert not found, told(f"Split these classes; at most {CLASS_LINES} lines:", found)


def test_the_measure_sees_functions_and_classes() -> None:
    assert too_long((ast.FunctionDef, ast.AsyncFunctionDef), 1)
    assert too_long((ast.ClassDef,), 1)
