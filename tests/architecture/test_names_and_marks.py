"""No exceptions to the linters, no skipped tests, and names that say what is inside."""

import ast
import re

import pytest

from tests.architecture.project import FOLDERS, SOURCE, files, name, nodes, told

MARKS = {
    r"type:\s*ignore": "Give it its right type, or a stub in typings/.",
    r"#\s*noqa": "Write it so that the linter has nothing to say.",
    r"fmt:\s*(skip|off)": "Let the formatter lay it out; what gets too long is two things.",
    r"pragma:\s*no\s+cover": "Test it, or remove it.",
    r"\b(TO[D]O|FIX[M]E|X[X]X)\b": "Do it now, or open an issue.",
    r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b": "A test runs everywhere, on both engines, or it goes.",
    r"unittest\.(skip|expectedFailure)": "A test runs everywhere, on both engines, or it goes.",
}
# A name that is only a number is a status (404.html, the name that Django asks for); a number at the end is a copy.
EMPTY_NAMES = re.compile(r"^(utils?|helpers?|misc|commons?)$|[^0-9][0-9]+$")


@pytest.mark.parametrize("mark", MARKS)
def test_no_linter_is_silenced_and_no_test_is_skipped(mark: str) -> None:
    found = [
        f"{name(path)}:{number}"
        for suffix in (".py", ".pyi", ".html", ".sh", ".js", ".css")
        for path in files(suffix)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(mark, line)
    ]
    assert not found, told(MARKS[mark], found)


@pytest.mark.parametrize(
    "words", [("type:", "ignore[arg-type]"), ("#", "noqa: F401"), ("fmt:", "skip"), ("pragma: no", "cover")]
)
def test_the_marks_are_recognised(words: tuple[str, str]) -> None:
    line = " ".join(words)  # written apart, or this line would be one of those that it looks for
    assert [mark for mark in MARKS if re.search(mark, line)]


def test_no_file_has_an_empty_name() -> None:
    found = [
        name(path)
        for folder in FOLDERS
        for path in folder.rglob("*")
        if "__pycache__" not in path.parts and not any(part.endswith(".egg-info") for part in path.parts)
        if EMPTY_NAMES.search(path.stem)
    ]
    assert not found, told("Name these after what is inside, and after the one thing that they are for:", found)


def test_the_source_asserts_nothing() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path in files(".py", folders=(SOURCE,))
        for node in nodes(path)
        if isinstance(node, ast.Assert)
    ]
    assert not found, told("`python -O` drops asserts: raise an error of the kernel, or let the type say it:", found)
