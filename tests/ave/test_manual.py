"""The manual for the administrator names every key of a model file, and no key that does not exist."""

import re
from pathlib import Path

import pytest

from houvast.ave import schema
from houvast.ave.load import load_text
from houvast.ave.vocabulary import Holding, Responsibility

MANUAL = (Path(__file__).parents[2] / "docs" / "ave-model.md").read_text(encoding="utf-8")
MODEL_PART, THEME_PART = MANUAL.split("## Alle sleutels van een thema")


def _keys(part: str) -> list[str]:
    """The keys in the first column of the tables."""
    return re.findall(r"^\| `([^`]+)` \|", part, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("part", "node"), [(MODEL_PART, schema.MODEL), (THEME_PART, schema.THEME)], ids=["model", "theme"]
)
def test_every_key_is_in_the_manual_and_the_reverse(part: str, node: schema.Node) -> None:
    assert sorted(_keys(part)) == sorted(schema.paths(node))


def test_the_example_in_the_manual_is_a_model_that_loads() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", MANUAL, flags=re.DOTALL)
    model = load_text(example, "voorbeeld")
    assert model.seat(3, Responsibility.CASE_DIRECTION).holding("behandelaar-ggz") is Holding.TEMPORARY


def test_every_word_of_a_fixed_list_is_in_the_manual() -> None:
    lists = re.findall(r'"([^"]+)"', " ".join(_kinds(schema.MODEL) | _kinds(schema.THEME)))
    assert lists
    assert [word for word in lists if f'`"{word}"`' not in MANUAL] == []


def _kinds(node: schema.Node) -> set[str]:
    match node:
        case schema.Key(kind=kind):
            return {kind.name}
        case schema.Section(keys=keys):
            return set().union(*(_kinds(inner) for inner in keys.values()))
        case schema.Named(node=inner):
            return _kinds(inner)
