"""The commands that keep a database right, on a database of their own."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from houvast.audit.second_place import checkpoints_in
from houvast.cli.checkpoints import keep_going
from houvast.cli.main import main
from tests.cli.test_main import houvast


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder, with a space in its name, in which a practice database was made."""
    directory = tmp_path_factory.mktemp("een map")
    done = houvast("migrate", directory=directory, HOUVAST_PRACTICE="1")
    assert done.returncode == 0, done.stderr
    assert (directory / ".houvast" / "houvast.sqlite3").exists()
    return directory


def test_a_second_migrate_is_fine(practice: Path) -> None:
    assert houvast("migrate", directory=practice, HOUVAST_PRACTICE="1").returncode == 0


def test_check_database_and_health_find_nothing_wrong(practice: Path) -> None:
    checked = houvast("check-database", directory=practice, HOUVAST_PRACTICE="1")
    assert (checked.returncode, checked.stderr) == (0, "")
    healthy = houvast("health", directory=practice, HOUVAST_PRACTICE="1")
    assert healthy.returncode == 0
    assert healthy.stdout.splitlines()[:5] == [
        "database: goed",
        "regels van de database: goed",
        "migraties: goed",
        "controlepunten van het logboek: niet goed",
        "kopieën van de sleutelbos: niet ingesteld",
    ]


def test_the_log_is_exported_and_verified_without_a_database(
    practice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "export.jsonl"
    made = houvast("audit", "export", str(file), directory=practice, HOUVAST_PRACTICE="1")
    assert (made.returncode, made.stderr) == (0, "")
    told = "Het logboek is heel: 1 regels en 1 controlepunten kloppen.\n"
    assert houvast("audit", "verify", directory=practice, HOUVAST_PRACTICE="1").stdout == told
    key = json.loads(file.read_text().splitlines()[0])["public_key"]
    outside = practice / ".houvast" / "controlepunten.jsonl"
    offline = ["audit", "verify", "--export", str(file), "--checkpoints", str(outside)]
    assert main([*offline, "--public-key", key]) == 0
    assert capsys.readouterr().out == told
    assert main([*offline, "--public-key", "f" * 64]) == 1
    assert main(offline) == 2
    assert main(["audit", "verify", "--public-key", key, "--export", str(outside)]) == 2
    capsys.readouterr()
    file.write_text(file.read_text().replace('"event":"log.exported"', '"event":"log.read"'))
    assert main([*offline, "--public-key", key]) == 1
    assert "De eerste regel die niet klopt: regel 1 van keten system." in capsys.readouterr().err


def test_checkpoints_are_made_as_long_as_there_is_somebody_to_make_them_for(
    committed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "controlepunten.jsonl"
    monkeypatch.setattr(settings, "HOUVAST_CHECKPOINT_FILE", tmp_path)
    rounds = iter([True, True, False])

    def is_open() -> bool:
        monkeypatch.setattr(settings, "HOUVAST_CHECKPOINT_FILE", file)
        return next(rounds)

    keep_going(is_open)
    assert len(list(checkpoints_in(file))) == 1
    assert capsys.readouterr().err.count("Een controlepunt van het logboek lukte niet") == 1


def test_serve_refuses_a_database_without_tables(tmp_path: Path) -> None:
    done = houvast("serve", directory=tmp_path, HOUVAST_PRACTICE="1", PORT="0")
    assert done.returncode == 2
    done = houvast("serve", directory=tmp_path, HOUVAST_PRACTICE="1", PORT="39217")
    assert done.returncode == 1
    assert done.stderr == "De tabellen horen niet bij deze versie van Houvast. Draai eerst: houvast migrate\n"
