"""The table of words, the code and the glossary say the same."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum

import pytest
from django.apps import apps
from django.db.models import Model, TextChoices

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Seat
from houvast.kernel.field_terms import FIELDS
from houvast.kernel.model_terms import MODELS
from houvast.kernel.terms import TERMS, word_for
from houvast.kernel.value_terms import VALUES
from tests.architecture.project import ROOT, floors, told

GLOSSARY = (ROOT / "docs" / "begrippen.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<words>[^|]+) \| `(?P<identifier>[A-Za-z0-9_.]+)` \|", re.MULTILINE)
SECTION = re.compile(r"^### [^\n]+\n\nIn de code: (?P<kinds>[^\n]+)\n\n(?P<table>(?:\|[^\n]*\n)+)", re.MULTILINE)
NEVER_SHOWN = {
    "id",
    "activity",
    "actor_kind",
    "bsn_index",
    "chain",
    "chains",
    "checkpoint",
    "created_at",
    "digest",
    "digests",
    "file_key",
    "fingerprint",
    "hash",
    "head_hash",
    "head_number",
    "identity",
    "incident_index",
    "key",
    "last",
    "last_login",
    "lost_key",
    "next_key",
    "previous",
    "previous_hash",
    "root",
    "search_name",
    "session_round",
    "signature",
    "source_id",
    "subject_id",
    "version",
    "wrapped",
}
ALSO_SHOWN = {
    "AgendaCause",
    "Agreement",
    "Allowed",
    "Answer",
    "AnswerWay",
    "Asked",
    "Asker",
    "Capacity",
    "Certainty",
    "CodeOutcome",
    "CodeStep",
    "ConflictStep",
    "Direction",
    "DisclosureState",
    "DocumentKind",
    "Domain",
    "EffectKind",
    "ErasureRefusal",
    "FileFormat",
    "Giver",
    "HeldKind",
    "Holding",
    "IdentityWay",
    "ItemAnswer",
    "LeftOutReason",
    "LetterKind",
    "Meaning",
    "Measure",
    "NetworkStep",
    "Outcome",
    "OutcomeState",
    "OwnPart",
    "Part",
    "ParticipantKind",
    "PieceKind",
    "QuestionState",
    "Reach",
    "ReceiverKind",
    "ReferralOutcome",
    "ReferralStanding",
    "Relation",
    "RequestChannel",
    "RequestKind",
    "RequestOutcome",
    "RequestStep",
    "Responsibility",
    "SeatState",
    "SecrecyRoute",
    "Side",
    "SignInWay",
    "Standing",
    "Step",
    "Stratum",
    "TellingGround",
    "TurnState",
    "ViewState",
    "Way",
    "WishKind",
    "WordsAbout",
}


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("houvast.")]


def enumerations(kind: type[Enum] = Enum) -> Iterator[type[Enum]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("houvast."):
            yield each
        yield from enumerations(each)


def every_enumeration() -> dict[str, type[Enum]]:
    rooms = [package for package, floor in floors().items() if floor < floors()["web"]]
    for room in rooms:
        package = importlib.import_module(f"houvast.{room}")
        for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"houvast.{room}."):
            importlib.import_module(module.name)
    return {each.__qualname__: each for each in enumerations()}


def glossary_rows(table: str) -> dict[str, list[str]]:
    return {found["identifier"]: found["words"].split(", ") for found in ROW.finditer(table)}


def glossary_values() -> dict[str, dict[str, list[str]]]:
    return {
        kind: glossary_rows(section["table"])
        for section in SECTION.finditer(GLOSSARY)
        for kind in re.findall(r"`([^`]+)`", section["kinds"])
    }


def test_every_model_has_a_word_and_every_word_a_model() -> None:
    assert {model.__name__ for model in our_models()} == MODELS.keys(), (
        "Keep MODELS in kernel/model_terms.py with the models."
    )


def test_every_field_that_is_shown_has_a_word() -> None:
    fields = {field.name.removesuffix("_sealed") for model in our_models() for field in model._meta.fields}
    assert fields - NEVER_SHOWN == FIELDS.keys(), "Keep FIELDS in kernel/field_terms.py with the fields."


def test_every_value_has_a_word() -> None:
    known = every_enumeration()
    shown = {name for name, kind in known.items() if issubclass(kind, TextChoices)} | ALSO_SHOWN
    assert shown == VALUES.keys(), "Keep VALUES in kernel/value_terms.py with the choices of the models."
    found = [
        f"{name}: {sorted(set(known[name].__members__) ^ set(values))}"
        for name, values in VALUES.items()
        if set(known[name].__members__) != set(values)
    ]
    assert not found, told("Give each value one word in kernel/value_terms.py:", found)


def test_one_word_means_one_model_and_one_value() -> None:
    tables = {"MODELS": MODELS, **VALUES}
    found = [name for name, words in tables.items() if len(set(words.values())) < len(words)]
    assert not found, told("Two identifiers share a Dutch word; choose another for one of them:", found)


def test_the_glossary_has_every_model_under_its_word() -> None:
    rows = glossary_rows(GLOSSARY)
    found = [
        f"{identifier}: {word}, docs/begrippen.md: {rows.get(identifier)}"
        for identifier, word in MODELS.items()
        if word not in rows.get(identifier, [])
    ]
    assert not found, told("Put model and word into docs/begrippen.md:", found)


def test_the_glossary_has_every_value_under_its_word() -> None:
    written = glossary_values()
    expected = {kind: {name: [word] for name, word in values.items()} for kind, values in VALUES.items()}
    found = [
        f"{kind}: {expected[kind]}, docs/begrippen.md: {written.get(kind)}"
        for kind in VALUES
        if written.get(kind) != expected[kind]
    ]
    assert not found, told("Put these lists into docs/begrippen.md, under `In de code`:", found)


def test_the_glossary_lists_no_values_that_the_table_lacks() -> None:
    forgotten = sorted((glossary_values().keys() & every_enumeration().keys()) - VALUES.keys())
    assert not forgotten, told("These stand in docs/begrippen.md and in the code; add them to value_terms:", forgotten)


def test_a_value_gives_its_word() -> None:
    assert word_for(Seat.State.VACANT) == "leeg"
    assert word_for(Responsibility.CASE_DIRECTION) == "casusregie"
    assert TERMS["Case"] == "casus"
    assert TERMS["reason"] == "reden"


def test_a_value_without_a_word_is_told() -> None:
    class Unknown(Enum):
        THING = 1

    with pytest.raises(KeyError):
        word_for(Unknown.THING)
