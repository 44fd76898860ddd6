"""The console command speaks Dutch, refuses unsafe settings and needs no settings where it needs no database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from houvast.cli.command import never
from houvast.cli.commands import REGISTER, commands
from houvast.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
NATIONAL = ROOT / "src/houvast/ave/models/landelijk.toml"
PROGRAM = "import sys; from houvast.cli.main import main; sys.exit(main(sys.argv[1:]))"
NEEDED_ARGUMENTS = {
    "import-e33": ["lijst.csv"],
    "audit": ["verify"],
    "keys": ["rotate", "vault"],
    "first-administrator": ["eemsdelta", "--name", "Anna", "--username", "anna"],
}
ENGLISH = ("usage:", "options:", "positional arguments", "show this help", "error:")


def houvast(*arguments: str, directory: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in a process of its own that knows no settings but these."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        cwd=directory,
        env={"PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C", "PATH": os.environ["PATH"], **environment},
        timeout=180,
        check=False,
    )


def test_help_lists_every_command_and_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    shown = capsys.readouterr().out
    assert stopped.value.code == 0
    for name in ("migrate", "serve", "check-database", "health", "ave", *REGISTER):
        assert name in shown
    for setting in ("HOUVAST_PRACTICE", "PORT", "DATABASE_URL", "DATABASE_OWNER_URL", "HOUVAST_HOSTS"):
        assert setting in shown


def test_without_a_command_it_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "opdrachten:" in capsys.readouterr().out


@pytest.mark.parametrize("name", [*REGISTER, "ave check"])
def test_the_help_of_a_command_is_dutch(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*name.split(), "--help"])
    shown = capsys.readouterr().out
    assert shown.startswith(f"gebruik: houvast {name}")
    assert not [word for word in ENGLISH if word in shown]


@pytest.mark.parametrize("arguments", [["bestaat-niet"], ["ave"], ["ave", "check"], ["migrate", "--vreemd"]])
def test_a_wrong_command_line_is_refused_in_dutch(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    told = capsys.readouterr().err
    assert stopped.value.code == 2
    assert "Deze opdracht klopt niet. Uitleg: houvast" in told
    assert not [word for word in ENGLISH if word in told]


def test_ave_needs_no_settings(tmp_path: Path) -> None:
    done = houvast("ave", "check", str(NATIONAL), directory=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 fouten" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_ave_check_ends_with_1_on_a_model_that_cannot_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "stuk.toml"
    broken.write_text("dit is geen toml", encoding="utf-8")
    done = houvast("ave", "check", str(broken), directory=tmp_path)
    assert done.returncode == 1
    assert str(broken) in done.stdout


@pytest.mark.parametrize("name", [name for name, command in commands().items() if command.needs_django is not never])
def test_unsafe_settings_stop_every_command_that_reads_them(name: str, tmp_path: Path) -> None:
    done = houvast(name, *NEEDED_ARGUMENTS.get(name, []), directory=tmp_path)
    assert done.returncode == 2
    assert "Houvast start niet:" in done.stderr
    assert "HOUVAST_VAULT_KEY ontbreekt" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_does_not_answer_is_told_in_dutch(tmp_path: Path) -> None:
    nowhere = f"sqlite:///{tmp_path}/bestaat/niet.sqlite3"
    done = houvast("check-database", directory=tmp_path, HOUVAST_PRACTICE="1", DATABASE_URL=nowhere)
    assert done.returncode == 1
    assert "Houvast kan niet met de database werken" in done.stderr
    assert "Traceback" not in done.stderr
