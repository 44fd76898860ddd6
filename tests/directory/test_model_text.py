"""What is adopted is whole: nothing that changes elsewhere afterwards changes it."""

from dataclasses import replace
from pathlib import Path

import pytest

from houvast.ave import document
from houvast.ave.load import load_file, shipped, shipped_theme, shipped_themes, with_theme
from houvast.directory.model_text import read_model, whole_text


@pytest.mark.parametrize("code", sorted(shipped()))
def test_the_whole_text_says_what_the_file_and_its_base_said(code: str) -> None:
    path = shipped()[code]
    assert read_model(whole_text(path.read_text("utf-8"))) == replace(load_file(path), extends="")


@pytest.mark.parametrize("theme", sorted(shipped_themes()))
def test_a_theme_goes_with_it(theme: str) -> None:
    path = shipped()["groningen"]
    adopted = read_model(whole_text(path.read_text("utf-8"), shipped_themes()[theme]))
    assert adopted == replace(with_theme(load_file(path), shipped_theme(theme)), extends="")


def test_a_later_base_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = shipped()["groningen"]
    whole, before = whole_text(path.read_text("utf-8")), load_file(path)
    monkeypatch.setattr(document, "SHIPPED", tmp_path)
    read_model.cache_clear()
    assert read_model(whole).phases == before.phases


def test_odd_signs_survive() -> None:
    text = shipped()["groningen"].read_text("utf-8").replace('"AVE, Groninger model"', '"é \\" \\\\ \\u007f 😀 \\n"')
    assert read_model(whole_text(text)).title == 'é " \\ \x7f 😀 \n'
