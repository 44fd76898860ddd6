"""The files of the project and what stands in them, for the tests that keep the house in order."""

import ast
import configparser
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "houvast"
FOLDERS = (ROOT / "src", ROOT / "tests", ROOT / "tools", ROOT / "typings")
DOORS = ("web", "cli")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(suffix: str, *, folders: tuple[Path, ...] = FOLDERS) -> list[Path]:
    """List our own files with a suffix."""
    found = (path for folder in folders for path in folder.rglob(f"*{suffix}"))
    return sorted(path for path in found if "__pycache__" not in path.parts and path.is_file())


def source_files() -> list[Path]:
    """List the Python files of the package itself, without migrations."""
    return [path for path in files(".py", folders=(SOURCE,)) if "migrations" not in path.parts]


def name(path: Path) -> str:
    """Name a file as one would say it: from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    """Give the package on a floor to which a source file belongs."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    """Parse a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def nodes(path: Path) -> Iterator[ast.AST]:
    """Walk through everything in a Python file."""
    return ast.walk(tree(path))


def functions(path: Path) -> list[Function]:
    """List the functions at the top of a module."""
    return [node for node in tree(path).body if isinstance(node, Function)]


def dotted(node: ast.AST) -> str:
    """Write a name like `timezone.now` as it stands in the code; "" for anything else than names and dots."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def contract(which: str, key: str) -> list[str]:
    """Give the lines under a key of a contract of the import linter."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return [line.strip() for line in parser[f"importlinter:contract:{which}"][key].strip().splitlines()]


@cache
def floors() -> dict[str, int]:
    """Give each package its floor, 0 at the bottom: the one table of floors is the contract of the import linter."""
    lines = contract("floors", "layers")
    return {package.strip(): number for number, line in enumerate(reversed(lines)) for package in line.split("|")}


def told(what_to_do: str, found: list[str]) -> str:
    """Write the message of a failing test: what to do instead, then where."""
    return "\n".join([what_to_do, *(f"  {line}" for line in sorted(found))])
