"""The Dutch words for what the code names in English: the one table from which screens, lists and documents take them.

`docs/begrippen.md` explains the words. A test keeps this table, the models and that list together, so that a new model,
field or value has no screen before it has a word.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from houvast.kernel.field_terms import FIELDS
from houvast.kernel.model_terms import MODELS
from houvast.kernel.value_terms import VALUES

TERMS: Mapping[str, str] = MappingProxyType(
    {
        **MODELS,
        **FIELDS,
        **{f"{kind}.{name}": word for kind, values in VALUES.items() for name, word in values.items()},
    }
)
"""Every identifier (`Case`, `reason`, `Seat.State.VACANT`) with its Dutch word. Model names begin with a capital."""


def word_for(value: Enum) -> str:
    """Give the Dutch word for a value. Raises `KeyError` for a value without a word: add it to `value_terms`."""
    return TERMS[f"{type(value).__qualname__}.{value.name}"]
