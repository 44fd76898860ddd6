"""The commands that keep a database right, on a database of their own."""

from pathlib import Path

import pytest

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
    assert healthy.stdout.splitlines()[:3] == ["database: goed", "regels van de database: goed", "migraties: goed"]


def test_serve_refuses_a_database_without_tables(tmp_path: Path) -> None:
    done = houvast("serve", directory=tmp_path, HOUVAST_PRACTICE="1", PORT="0")
    assert done.returncode == 2
    done = houvast("serve", directory=tmp_path, HOUVAST_PRACTICE="1", PORT="39217")
    assert done.returncode == 1
    assert done.stderr == "De tabellen horen niet bij deze versie van Houvast. Draai eerst: houvast migrate\n"
