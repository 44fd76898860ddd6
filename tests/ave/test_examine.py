"""Whatever someone types in a model file, it is examined without a crash, and what passes can be used."""

import copy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.ave.document import Document
from houvast.ave.examine import examine_document
from houvast.ave.model import Model
from houvast.ave.show import show

WHOLE = tomllib.loads((Path(__file__).parent / "files" / "heel.toml").read_text(encoding="utf-8"))


def _paths(table: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from _paths(value, (*above, key))


names = st.sampled_from(["regisseur", "ja", "onrust", "1", "alle", "een_van", "naam", "", "é"])
junk = st.recursive(
    st.booleans() | st.integers(-1, 30) | st.floats() | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(list(_paths(WHOLE))), junk)
@settings(deadline=None)
def test_any_value_anywhere_is_examined_and_what_passes_can_be_shown(path: tuple[str, ...], value: object) -> None:
    # tomllib gives Any; the test writes any value at any place on purpose.
    raw: dict[str, Any] = copy.deepcopy(WHOLE)
    table = raw
    for key in path[:-1]:
        table = table[key]
    table[path[-1]] = value
    examined = examine_document(Document("invoer", raw, {}, None))
    if all(finding.severity != "fout" for finding in examined.findings):
        assert isinstance(examined.content, Model)
        assert show(examined.content)


@given(st.sampled_from(list(_paths(WHOLE))))
@settings(deadline=None)
def test_leaving_out_anything_is_either_noticed_or_harmless(path: tuple[str, ...]) -> None:
    raw: dict[str, Any] = copy.deepcopy(WHOLE)
    table = raw
    for key in path[:-1]:
        table = table[key]
    del table[path[-1]]
    examined = examine_document(Document("invoer", raw, {}, None))
    if not examined.findings:
        assert isinstance(examined.content, Model)
        assert show(examined.content)
