"""`houvast import-e33`, as somebody types it."""

import json
from pathlib import Path

import pytest

from houvast.audit.models import Entry
from houvast.cli.main import main
from houvast.intake.models import Concern
from tests.intake.worlds import make_ten

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parent.parent / "intake" / "data" / "e33-voorbeeld.csv"
SMALL = "Zaak;Datum;Achternaam;Gemeente\nPL1;01-02-2026;Vegt;Eemsdelta\nPL2;01-02-2026;Vegt;Atlantis\n"


def test_it_files_the_concerns_as_the_named_system_actor_and_writes_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_ten()
    target = tmp_path / "verslag.json"
    assert main(["import-e33", str(EXAMPLE), "--report", str(target)]) == 0
    report = json.loads(target.read_text("utf-8"))
    assert list(report) == ["read", "accepted", "already_known", "refused", "warnings"]
    assert (report["read"], report["accepted"], report["already_known"]) == (240, 229, 3)
    assert (len(report["refused"]), len(report["warnings"])) == (8, 5)
    assert list(report["refused"][0]) == ["row", "column", "reason"]
    assert Concern.objects.count() == 229
    assert set(Entry.objects.values_list("actor_kind", "actor_name")) == {("system", "import-e33")}
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "240 regels gelezen: 229 nieuwe signalen, 3 al bekend, 8 te herstellen."
    assert "Regel 32, Gemeente: Deze gemeente is niet bekend. Controleer de naam." in shown


def test_a_dry_run_says_so_and_stores_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_ten()
    target = tmp_path / "verslag.json"
    assert main(["import-e33", str(EXAMPLE), "--dry-run", "--report", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["accepted"] == 229
    assert not Concern.objects.exists()
    assert not Entry.objects.exists()
    assert capsys.readouterr().out.endswith("Dit was een proef: er is niets opgeslagen.\n")


def test_a_report_that_cannot_be_written_is_told_before_anything_is_filed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_ten()
    assert main(["import-e33", str(EXAMPLE), "--report", str(tmp_path / "nergens" / "verslag.json")]) == 1
    assert "bestaat niet" in capsys.readouterr().err
    assert main(["import-e33", str(EXAMPLE), "--report", str(tmp_path)]) == 1
    assert "een map en geen bestand" in capsys.readouterr().err
    assert not Concern.objects.exists()


def test_a_source_with_other_columns_has_a_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_ten()
    listed, mapping = tmp_path / "lijst.csv", tmp_path / "kolommen.toml"
    listed.write_text(SMALL, "utf-8")
    mapping.write_text('[kolommen]\nincidentnummer = "Zaak"\n', "utf-8")
    assert main(["import-e33", str(listed)]) == 1
    assert "kolom ontbreekt" in capsys.readouterr().err
    assert main(["import-e33", str(listed), "--mapping", str(mapping)]) == 0
    assert Concern.objects.get().incident_number == "PL1"


@pytest.mark.parametrize("content", [b"", b"[kolommen]\nonbekend = 1", b"\xff\xfe["])
def test_a_mapping_that_is_wrong_is_told(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = tmp_path / "kolommen.toml"
    mapping.write_bytes(content)
    assert main(["import-e33", str(EXAMPLE), "--mapping", str(mapping)]) == 1
    assert capsys.readouterr().err.startswith("De kolommen zijn niet te lezen: ")


def test_a_file_that_is_not_there_or_is_no_list_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import-e33", str(tmp_path / "weg.csv")]) == 1
    assert "bestaat niet" in capsys.readouterr().err
    empty = tmp_path / "leeg.csv"
    empty.touch()
    assert main(["import-e33", str(empty)]) == 1
    assert capsys.readouterr().err == "Het bestand is leeg.\n"
