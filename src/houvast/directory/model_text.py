"""The text of an adopted AVE model: whole, so that a later change of what it was built on changes no old case.

A model file may extend another and have a theme laid over it. What is adopted is one text in which all of that has been
filled in: the model, and after a line of its own the theme.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from houvast.ave.document import Document, parse_document, read_document
from houvast.ave.examine import examine_text
from houvast.ave.load import load_text, with_theme
from houvast.ave.model import Model, Theme

_EXTENDS = "breidt_uit"
_THEME_FOLLOWS = "\n# --- thema ---\n"


def whole_text(text: str, theme: Path | None = None) -> str:
    """Fill in what a model extends, and add a theme. Raises ModelError when a file cannot be read."""
    model = _filled_in(parse_document(text, "model"))
    return model if theme is None else model + _THEME_FOLLOWS + _filled_in(read_document(theme))


@lru_cache(maxsize=64)
def read_model(text: str) -> Model:
    """Read an adopted text, once for each text. Raises ModelError when it has an error."""
    model_text, _, theme_text = text.partition(_THEME_FOLLOWS)
    model = load_text(model_text, "vastgesteld model")
    if not theme_text:
        return model
    theme = examine_text(theme_text, "vastgesteld thema")
    theme.refuse_errors()
    return with_theme(model, theme.content) if isinstance(theme.content, Theme) else model


def _filled_in(document: Document) -> str:
    merged = {key: value for key, value in document.merged().items() if key != _EXTENDS}
    return "".join(f"{_toml(key)} = {_toml(value)}\n" for key, value in merged.items())


def _toml(value: object) -> str:
    """Write a value as TOML on one line. A JSON string or number is one in TOML too, but for the delete sign."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_toml(key)} = {_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(inner) for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
