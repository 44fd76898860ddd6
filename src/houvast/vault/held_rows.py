"""Read sealed rows for who asks what is held about them: each room says how its tables are told (AVG art. 15)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from houvast.kernel.dutch_dates import exact
from houvast.kernel.euros import euros
from houvast.kernel.findable import Findable
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.models import Key
from houvast.vault.sealing import unseal

Row = TypeVar("Row", bound=Model)
_BETWEEN = "__"


@dataclass(frozen=True, slots=True)
class Told:
    """How a row is told. Places are named as in a filter: "by__organisation__name".

    `at` is when it was written, `source` the organisation that did, `case` its case ("" when it has none), and `key`
    what it is sealed under.
    `texts` are sealed fields, without `_sealed`, each with its Dutch word; `forms` are sealed fields that hold JSON,
    with the words for what is told of it; `plain` are fields in the open, `coded` those with a value of a kind,
    `money` those in cents and `listed` those with a list of words. `finds` says what of somebody it would lead to.
    """

    kind: HeldKind
    title: str
    at: str
    source: str
    texts: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    plain: Mapping[str, str] = field(default_factory=dict)
    coded: Mapping[str, tuple[str, type[Enum]]] = field(default_factory=dict)
    money: Mapping[str, str] = field(default_factory=dict)
    listed: Mapping[str, str] = field(default_factory=dict)
    case: str = "case"
    key: str = "case__key"
    finds: Findable | None = None


def held_rows(rows: QuerySet[Row], told: Told) -> tuple[Held, ...]:
    """Tell rows in the order in which they were written, in one query; not what says nothing, or whose key went."""
    places = (told.source, told.case, told.key, *told.plain)
    joined = {place.rpartition(_BETWEEN)[0] for place in places} - {""} | {told.key}
    found = rows.filter(**{f"{told.key}__destroyed_at": None}).select_related(*sorted(joined)).order_by(told.at, "pk")
    return tuple(held for row in found if (held := _held(row, told)).lines)


def _held(row: Model, told: Told) -> Held:
    key, case_id, at = _follow(row, told.key), _follow(row, f"{told.case}_id"), _follow(row, told.at)
    lines = [(word, _coded(kind, _follow(row, place))) for place, (word, kind) in told.coded.items()]
    lines += [(word, _said(_follow(row, place))) for place, word in told.plain.items()]
    lines += [(word, _amount(_follow(row, place))) for place, word in told.money.items()]
    lines += [(word, _joined(_follow(row, place))) for place, word in told.listed.items()]
    if isinstance(key, Key):
        lines += [(word, _open(row, key, name)) for name, word in told.texts.items()]
        lines += [line for name, words in told.forms.items() for line in _form(_open(row, key, name), words)]
    return Held(
        told.kind,
        told.title,
        tuple(line for line in lines if line[1]),
        _day(at),
        _said(_follow(row, told.source)),
        case_id if isinstance(case_id, UUID) else None,
        key.id if isinstance(key, Key) else None,
        told.finds,
    )


def _follow(row: Model, place: str) -> object:
    found: object = row
    for name in place.split(_BETWEEN):
        found = getattr(found, name, None)
    return found


def _open(row: Model, key: Key, name: str) -> str:
    sealed = getattr(row, f"{name}_sealed")
    return unseal(key, sealed, place=f"{row._meta.db_table}.{name}:{row.pk}")


def _form(text: str, words: Mapping[str, str]) -> list[tuple[str, str]]:
    said: Mapping[str, object] = json.loads(text) if text else {}
    return [(word, _said(said.get(name))) for name, word in words.items()]


def _coded(kind: type[Enum], value: object) -> str:
    return word_for(kind(value)) if value else ""


def _amount(cents: object) -> str:
    return euros(cents) if isinstance(cents, int) and cents else ""


def _joined(words: object) -> str:
    return ", ".join(str(each) for each in words) if isinstance(words, list) else ""


def _day(at: object) -> date | None:
    if isinstance(at, datetime):
        return in_amsterdam(at).date()
    return at if isinstance(at, date) else None


def _said(value: object) -> str:
    if isinstance(value, date):
        return exact(_day(value) or value)
    return "" if value is None else str(value)
