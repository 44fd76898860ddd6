"""What someone sees who checks or shows a model file, and the exit code."""

from io import StringIO
from pathlib import Path

import pytest

from houvast.ave.commands import run_check, run_show
from houvast.ave.load import shipped, shipped_themes

FILES = Path(__file__).parent / "files"
WHOLE = FILES / "heel.toml"


def _broken(tmp_path: Path, *pairs: tuple[str, str]) -> Path:
    text = WHOLE.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "kapot.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_checking_a_whole_file_says_so_and_succeeds() -> None:
    out = StringIO()
    assert run_check(WHOLE, out) == 0
    assert out.getvalue() == f"{WHOLE}: 0 fouten, 0 keer let op.\n"


def test_checking_a_file_with_an_error_prints_it_and_fails(tmp_path: Path) -> None:
    path = _broken(tmp_path, ("fasen = [2]", "fasen = [9]"))
    out = StringIO()
    assert run_check(path, out) == 1
    assert "[tafel.overleg.fasen]\n  Fase 9 bestaat niet.\n  Waarom: " in out.getvalue()
    assert out.getvalue().endswith(f"{path}: 1 fout, 0 keer let op.\n")


def test_something_to_look_at_is_not_a_failure(tmp_path: Path) -> None:
    path = _broken(tmp_path, (', wijkagent = "nee"', ""))
    out = StringIO()
    assert run_check(path, out) == 0
    assert out.getvalue().startswith("let op: ")
    assert out.getvalue().endswith(f"{path}: 0 fouten, 1 keer let op.\n")


@pytest.mark.parametrize("content", [b"kapot", b"\xff\xfe", None], ids=["no toml", "no utf-8", "no file"])
def test_a_file_that_cannot_be_read_is_a_finding_and_no_crash(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "stuk.toml"
    if content is not None:
        path.write_bytes(content)
    for run in (run_check, run_show):
        out = StringIO()
        assert run(path, out) == 1
        assert out.getvalue().startswith(f"fout: {path}")


@pytest.mark.parametrize("path", [*shipped().values(), *shipped_themes().values()], ids=lambda path: path.stem)
def test_what_is_shipped_can_be_checked_and_shown(path: Path) -> None:
    assert run_check(path, StringIO()) == 0
    out = StringIO()
    assert run_show(path, out) == 0
    assert "TAFELS EN PROTOCOLLEN" in out.getvalue()


def test_a_model_with_an_error_is_not_shown(tmp_path: Path) -> None:
    path = _broken(tmp_path, ("fasen = [2]", "fasen = [9]"), (', wijkagent = "nee"', ""))
    out = StringIO()
    assert run_show(path, out) == 1
    assert out.getvalue().startswith("fout: ")
    assert "let op" not in out.getvalue()
    assert "FASE 1" not in out.getvalue()
