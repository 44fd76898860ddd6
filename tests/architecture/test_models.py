"""What every table keeps to: links point downward, secrets are bytes, personal records say why they exist."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import BinaryField, Field, ForeignKey, ManyToManyField, Model, OneToOneField

from houvast.cases.models import Case, Note
from houvast.directory.models import Municipality, Organisation
from houvast.intake.models import Concern
from houvast.residents.models import FormerData, NetworkMember, Resident
from tests.architecture.project import floors, told

PERSONAL_RECORDS: tuple[type[Model], ...] = (Resident, FormerData, NetworkMember, Note, Concern)
WHY_IT_EXISTS = ("ground", "organisation", "retention_from")


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("houvast.")]


def room_of(model: type[Model]) -> str:
    return model.__module__.split(".")[1]


def links() -> Iterator[tuple[type[Model], "ForeignKey[Model, Model]"]]:
    for model in our_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey):
                yield model, field


def column(model: type[Model], field_name: str) -> "Field[object, object] | None":
    return next((field for field in model._meta.fields if field.name == field_name), None)


def test_there_are_tables_and_links() -> None:
    assert {"Case", "Seat", "Access", "Concern", "Resident"} <= {model.__name__ for model in our_models()}
    assert len(list(links())) > 50


def test_links_point_downward() -> None:
    found = [
        f"{model.__name__}.{field.name} -> {room_of(target)}"
        for model, field in links()
        for target in [field.remote_field.model]
        if target.__module__.startswith("houvast.")
        and room_of(target) != room_of(model)
        and floors()[room_of(target)] >= floors()[room_of(model)]
    ]
    assert not found, told("Put the link in the higher room (docs/architecture.md, Floors):", found)


def test_nothing_can_be_walked_backwards_into_a_higher_room() -> None:
    found = [
        f"{model.__name__}.{field.name} ({field.remote_field.related_name})"
        for model, field in links()
        if field.remote_field.related_name != "+"
        and not (isinstance(field, OneToOneField) and room_of(field.remote_field.model) == room_of(model))
    ]
    assert not found, told('Write related_name="+"; only a one-to-one answer in the same room has a name:', found)


def test_many_to_many_is_a_table_of_its_own() -> None:
    found = [
        f"{model.__name__}.{field.name}"
        for model in our_models()
        for field in model._meta.get_fields()
        if isinstance(field, ManyToManyField)
    ]
    assert not found, told("Make it a table with a name, a since and an until:", found)


def test_what_is_sealed_is_bytes() -> None:
    sealed = [
        (model, field) for model in our_models() for field in model._meta.fields if field.name.endswith("_sealed")
    ]
    found = [f"{model.__name__}.{field.name}" for model, field in sealed if not isinstance(field, BinaryField)]
    assert sealed
    assert not found, told("A field that ends in _sealed holds ciphertext: make it a BinaryField:", found)


def test_bytes_are_sealed_or_a_wrapped_key() -> None:
    found = [
        f"{model.__name__}.{field.name}"
        for model in our_models()
        for field in model._meta.fields
        if isinstance(field, BinaryField) and not field.name.endswith("_sealed") and field.name != "wrapped"
    ]
    assert not found, told("Seal it and let its name end in _sealed:", found)


def test_rows_of_a_case_carry_its_municipality() -> None:
    of_a_case = {model for model, field in links() if field.name == "case" and field.remote_field.model is Case}
    assert len(of_a_case) > 10
    found: list[str] = []
    every: set[type[Model]] = {Case, *of_a_case}
    for model in every:
        field = column(model, "municipality")
        if field is None or field.null or field.related_model is not Municipality:
            found.append(model.__name__)
    assert not found, told("Add municipality, NOT NULL, kept equal by same_as_parent in database.py:", found)


def test_personal_records_say_why_and_for_whom_they_exist_and_when_the_clock_started() -> None:
    found = []
    for model in PERSONAL_RECORDS:
        for wanted in WHY_IT_EXISTS:
            field = column(model, wanted)
            if field is None or field.null or (wanted == "organisation" and field.related_model is not Organisation):
                found.append(f"{model.__name__}.{wanted}")
    assert not found, told("Add these columns, NOT NULL: ground, organisation and retention_from:", found)
