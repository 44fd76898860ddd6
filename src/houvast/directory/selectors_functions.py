"""Which functions there are to give."""

from collections.abc import Mapping
from uuid import UUID

from houvast.directory.models import AdoptedModel
from houvast.directory.selectors import ADMINISTRATOR, PRIVACY_OFFICER, parsed_model

HOUSE_FUNCTIONS: Mapping[str, tuple[str, str]] = {
    # What people are in Houvast itself, beside the functions of a model: title and domain.
    ADMINISTRATOR: ("functioneel beheerder", ""),
    PRIVACY_OFFICER: ("privacy officer", ""),
    "medewerker-kcc": ("medewerker klantcontactcentrum", ""),
}


def known_functions(municipality_id: UUID | None) -> Mapping[str, tuple[str, str]]:
    """Give the functions that can be held, each with its title and domain ("" for none).

    In a municipality those of its own model; at a partner, which works for several, those of every adopted model.
    """
    rows = AdoptedModel.objects.order_by("number")
    if municipality_id is not None:
        rows = rows.filter(municipality_id=municipality_id)
    newest = {row.municipality_id: row for row in rows}
    functions = dict(HOUSE_FUNCTIONS)
    for row in newest.values():
        for code, function in parsed_model(row).functions.items():
            functions.setdefault(code, (function.name, function.domain or ""))
    return functions
