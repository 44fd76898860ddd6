"""What loads is whole; a variant lays its own tables over another model; a theme only adds."""

from pathlib import Path

import pytest

from houvast.ave.finding import Finding
from houvast.ave.load import ModelError, load_file, load_text, load_theme, shipped_model, with_theme
from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import Holding, Responsibility

FILES = Path(__file__).parent / "files"
WHOLE = FILES / "heel.toml"
THEME = FILES / "heel-thema.toml"

HEAD = 'code = "variant"\ntitel = "Variant"\nversie = "2"\nbron = "verzonnen"\nbreidt_uit = "heel.toml"\n'


def _variant(extra: str) -> Model:
    return load_text(HEAD + extra, str(FILES / "variant.toml"))


def _up(model: Model) -> Boundary:
    boundary = model.boundary(1, 2)
    assert boundary is not None
    return boundary


def _refused(path: Path) -> Finding:
    with pytest.raises(ModelError) as refused:
        load_file(path)
    (finding,) = refused.value.findings
    assert finding.severity == "fout"
    assert finding.file == str(path)
    assert str(finding) == str(refused.value)
    return finding


def test_a_variant_keeps_what_it_does_not_mention() -> None:
    model = _variant("")
    assert (model.code, model.version, model.extends) == ("variant", "2", "heel.toml")
    assert model.phases == load_file(WHOLE).phases
    assert model.boundaries == load_file(WHOLE).boundaries


def test_a_variant_changes_one_cell_of_a_named_table() -> None:
    seat = _variant('[fase.2.stoel.casusregie.houders]\nmanager = "ja"\n').seat(2, Responsibility.CASE_DIRECTION)
    assert (seat.holding("manager"), seat.holding("regisseur")) == (Holding.YES, Holding.YES)


def test_a_list_in_a_variant_replaces_the_list_below() -> None:
    assert _up(_variant('[grens."1-2".omhoog]\nbeslist = ["manager"]\n')).decides == ("manager",)


def test_criteria_in_a_variant_replace_those_below_as_a_whole() -> None:
    criteria = _up(_variant('[grens."1-2".omhoog]\ncriteria = { een_van = ["onrust", "vastgelopen"] }\n')).criteria
    assert criteria.all_or_any == "any"
    assert [criterion.code for criterion in criteria.criteria()] == ["onrust", "vastgelopen"]


def test_a_variant_may_replace_a_value_by_a_table_only_where_one_belongs() -> None:
    with pytest.raises(ModelError, match=r"tijdelijk\]\n  Hier hoort een tabel"):
        _variant("tijdelijk = 3\n")


def test_a_variant_may_extend_a_variant(tmp_path: Path) -> None:
    (tmp_path / "een.toml").write_text(HEAD.replace("heel.toml", str(WHOLE)) + "[overdracht]\nwerkdagen = 4\n")
    (tmp_path / "twee.toml").write_text(HEAD.replace("heel.toml", "een.toml") + "[tijdelijk]\nkeer = 1\n")
    model = load_file(tmp_path / "twee.toml")
    assert model.hand_over.accept_within_working_days == 4
    assert (model.temporary.max_working_days, model.temporary.max_times) == (30, 1)


def test_a_finding_names_the_file_of_the_chain_in_which_it_stands(tmp_path: Path) -> None:
    base = tmp_path / "basis.toml"
    base.write_text(WHOLE.read_text(encoding="utf-8").replace("fasen = [2]", "fasen = [9]"), encoding="utf-8")
    variant = tmp_path / "variant.toml"
    variant.write_text(HEAD.replace("heel.toml", "basis.toml"), encoding="utf-8")
    with pytest.raises(ModelError) as refused:
        load_file(variant)
    (finding,) = refused.value.findings
    assert finding.file == str(base)
    assert finding.line is not None
    assert base.read_text(encoding="utf-8").splitlines()[finding.line - 1] == "fasen = [9]"


def test_a_model_that_extends_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "slang.toml"
    path.write_text('breidt_uit = "slang.toml"\n', encoding="utf-8")
    assert _refused(path).what == "Dit model bouwt op zichzelf."


def test_a_model_that_extends_itself_by_a_detour_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    path = tmp_path / "map" / "slang.toml"
    path.write_text('breidt_uit = "../map/slang.toml"\n', encoding="utf-8")
    with pytest.raises(ModelError, match="Dit model bouwt op zichzelf"):
        load_file(path)


@pytest.mark.parametrize("key", ["code", "titel", "versie", "bron"])
def test_a_variant_does_not_inherit_how_the_other_model_calls_itself(tmp_path: Path, key: str) -> None:
    path = tmp_path / "naamloos.toml"
    head = HEAD.replace("heel.toml", str(WHOLE))
    path.write_text("".join(line for line in head.splitlines(keepends=True) if not line.startswith(key)))
    finding = _refused(path)
    assert (finding.place, finding.line, finding.what) == (key, None, f"De sleutel {key} ontbreekt.")


@pytest.mark.parametrize("name", ["\\u0000.toml", "x" * 5000 + ".toml"])
def test_the_name_of_the_other_model_may_be_nonsense(tmp_path: Path, name: str) -> None:
    path = tmp_path / "onzin.toml"
    path.write_text(f'breidt_uit = "{name}"\n', encoding="utf-8")
    with pytest.raises(ModelError, match="Dit bestand is niet te lezen"):
        load_file(path)


def test_a_variant_of_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wees.toml"
    path.write_text('breidt_uit = "atlantis"\n', encoding="utf-8")
    with pytest.raises(ModelError) as refused:
        load_file(path)
    (finding,) = refused.value.findings
    assert (Path(finding.file).name, finding.what) == ("atlantis.toml", "Dit bestand is niet te lezen.")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path / "weg.toml").what == "Dit bestand is niet te lezen."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path).what == "Dit bestand is niet te lezen."


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "oud.toml"
    path.write_bytes('titel = "coördinator"\n'.encode("cp1252"))
    assert _refused(path).what == "Dit bestand is geen UTF-8."


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kladblok.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.read_bytes())
    assert load_file(path).code == "heel"


def test_a_file_with_windows_line_ends_is_read(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(WHOLE.read_bytes().replace(b"\n", b"\r\n"))
    assert load_file(path).code == "heel"


def test_bad_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kapot.toml"
    path.write_text('code = "heel"\ntitel = "half\n', encoding="utf-8")
    finding = _refused(path)
    assert (finding.line, finding.what) == (2, "Dit is geen geldige TOML.")


def test_bad_toml_in_a_text_is_refused_under_its_name() -> None:
    with pytest.raises(ModelError) as refused:
        load_text("kapot", "invoerveld")
    assert [finding.file for finding in refused.value.findings] == ["invoerveld"]


def test_toml_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diep.toml"
    path.write_text("x = " + "[" * 100_000, encoding="utf-8")
    finding = _refused(path)
    assert (finding.line, finding.what) == (None, "Dit is geen geldige TOML.")


@pytest.mark.parametrize("twice", ["[criterium.onrust]\n", 'code = "nog eens"\n'])
def test_the_same_code_twice_is_refused(tmp_path: Path, twice: str) -> None:
    path = tmp_path / "dubbel.toml"
    text = WHOLE.read_text(encoding="utf-8")
    path.write_text(text + twice if twice.startswith("[") else twice + text, encoding="utf-8")
    finding = _refused(path)
    assert finding.what == "Dezelfde sleutel of tabel staat er twee keer."
    assert finding.line is not None


def test_a_model_with_only_things_to_look_at_loads() -> None:
    text = WHOLE.read_text(encoding="utf-8").replace(', wijkagent = "nee"', "")
    assert load_text(text, "tekst").code == "heel"


def test_a_theme_is_not_a_model_and_a_model_is_not_a_theme() -> None:
    with pytest.raises(ModelError, match="Dit is een thema, geen model"):
        load_file(THEME)
    with pytest.raises(ModelError, match="Dit is een model, geen thema"):
        load_theme(WHOLE)


def test_a_broken_theme_does_not_load(tmp_path: Path) -> None:
    path = tmp_path / "thema.toml"
    path.write_text('soort = "thema"\n', encoding="utf-8")
    with pytest.raises(ModelError, match="De sleutel code ontbreekt"):
        load_theme(path)


def test_a_theme_adds_criteria_tables_and_protocols() -> None:
    model = with_theme(load_file(WHOLE), load_theme(THEME))
    up, down = _up(model), model.boundary(2, 1)
    assert down is not None
    assert model.themes == ("water",)
    assert up.criteria.met({"nat"}), "joined with or: another way up"
    assert up.criteria.met({"onrust", "vastgelopen"}), "the own way up stays"
    assert not down.criteria.met({"rust"}), "joined with and: a further demand"
    assert down.criteria.met({"rust", "droog"})
    assert [table.code for table in model.tables] == ["overleg", "wateroverleg"]
    assert [protocol.code for protocol in model.protocols] == ["afspraak", "dweilen"]


def test_a_theme_leaves_phases_and_responsibilities_as_they_were() -> None:
    before = load_file(WHOLE)
    after = with_theme(before, load_theme(THEME))
    assert (after.phases, after.seats, after.responsibilities) == (before.phases, before.seats, before.responsibilities)
    assert _up(after).decides == _up(before).decides


def test_a_boundary_that_the_theme_does_not_mention_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "alleen-omhoog.toml"
    text = THEME.read_text(encoding="utf-8")
    start, end = text.index('[grens."1-2".omlaag]'), text.index("[tafel.wateroverleg]")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    before = load_file(WHOLE)
    assert with_theme(before, load_theme(path)).boundary(2, 1) == before.boundary(2, 1)


def test_a_theme_cannot_be_added_twice() -> None:
    theme = load_theme(THEME)
    once = with_theme(load_file(WHOLE), theme)
    with pytest.raises(ModelError) as refused:
        with_theme(once, theme)
    assert [finding.what for finding in refused.value.findings] == [
        "De code criterium.droog bestaat al in het model.",
        "De code criterium.nat bestaat al in het model.",
        "De code protocol.dweilen bestaat al in het model.",
        "De code tafel.wateroverleg bestaat al in het model.",
    ]


def test_a_theme_for_phases_that_the_model_does_not_have_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hoog.toml"
    text = (
        THEME.read_text(encoding="utf-8").replace('"1-2".omhoog', '"2-3".omhoog').replace("fasen = [2]", "fasen = [3]")
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError) as refused:
        with_theme(load_file(WHOLE), load_theme(path))
    assert [finding.what for finding in refused.value.findings] == [
        "Het model heeft geen grens 2-3 in deze richting.",
        "Wateroverleg noemt een fase die het model niet heeft.",
    ]


def test_a_shipped_model_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        shipped_model("atlantis")
