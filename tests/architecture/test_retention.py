"""Every table with personal data goes with a unit of destruction, and every record that starts a clock has one."""

import ast
from collections.abc import Mapping
from types import MappingProxyType

from django.db.models import CharField, Model, TextField

from tests.accountability.canary import CODES, OF_THE_HOUSE
from tests.architecture.project import SOURCE, nodes, told
from tests.architecture.test_models import links, our_models, room_of

BEGINS = {
    "Case",
    "Resident",
    "Household",
    "HouseFile",
    "Concern",
    "AgendaItem",
    "RepairRow",
    "ColleagueQuestion",
    "RightsRequest",
}
"""What a unit of destruction begins with. A table goes with what it names; a resident with the last case or concern."""
NOT_DESTROYED: Mapping[str, str] = MappingProxyType(
    {
        "directory": "people at work, who stay as who did something, as the log does",
        "audit": "ids and codes; the log is kept whole, and names of people at work only",
        "short_lines": "people at work and their numbers; a question goes by itself",
        "accountability": "periods, holds and certificates: ids, codes and days",
    }
)
"""What goes with no unit: a table or a whole room, each with its reason."""


def is_personal(model: type[Model]) -> bool:
    table = model._meta.db_table
    if table in OF_THE_HOUSE:
        return False
    codes = CODES.get(table, "").split()
    return any(
        field.name.endswith("_sealed")
        or (isinstance(field, CharField | TextField) and not field.choices and field.name not in codes)
        for field in model._meta.fields
    )


def going_along() -> set[str]:
    """Give the tables that a unit takes along: those that name it, and those that name one of these."""
    going = set(BEGINS)
    while more := {model.__name__ for model, field in links() if field.remote_field.model.__name__ in going} - going:
        going |= more
    return going


def test_what_holds_personal_data_goes_with_a_unit_of_destruction() -> None:
    going = going_along()
    found = [
        model.__name__
        for model in our_models()
        if is_personal(model)
        and model.__name__ not in going | NOT_DESTROYED.keys()
        and room_of(model) not in NOT_DESTROYED
    ]
    assert not found, told(
        "Let it name what it goes with, make it a unit, or say in NOT_DESTROYED why it stays:", found
    )


def test_every_record_that_says_when_its_clock_started_has_one() -> None:
    files = [*SOURCE.glob("*/selectors/retention.py"), *SOURCE.glob("*/selectors_retention.py")]
    read = {
        node.value.id
        for file in files
        for node in nodes(file)
        if isinstance(node, ast.Attribute) and node.attr == "objects" and isinstance(node.value, ast.Name)
    }
    wanted = {
        model.__name__
        for model in our_models()
        if any(field.name in ("retention_from", "keep_until") for field in model._meta.fields)
    }
    assert len(wanted) > 15
    found = sorted(wanted - read)
    assert not found, told("Let selectors/retention.py of its room give where its clock starts:", found)
