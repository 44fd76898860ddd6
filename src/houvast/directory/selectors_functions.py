"""Which functions there are to give, and when one that somebody has comes to its end."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from houvast.directory.models import AdoptedModel, MemberFunction
from houvast.directory.selectors import ADMINISTRATOR, PRIVACY_OFFICER, parsed_model
from houvast.directory.viewer import ARCHIVIST

HOUSE_FUNCTIONS: Mapping[str, tuple[str, str]] = {
    # What people are in Houvast itself, beside the functions of a model: title and domain.
    ADMINISTRATOR: ("functioneel beheerder", ""),
    PRIVACY_OFFICER: ("privacy officer", ""),
    ARCHIVIST: ("archiefmedewerker", ""),
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


def function_names(municipality_id: UUID) -> dict[str, str]:
    """Give how each function that can be held in a municipality is called."""
    return {code: title for code, (title, _) in known_functions(municipality_id).items()}


def end_of_function(member: str, function: str) -> Subquery:
    """Give for each row of another table when a function ends or ended; None for one without an end.

    `member` and `function` are the columns that say whose it is and which. Of one held twice the longest counts.
    """
    rows = MemberFunction.objects.filter(member_id=OuterRef(member), function=OuterRef(function))
    last = rows.order_by(F("until_at").desc(nulls_first=True), "pk")
    return Subquery(last.values("until_at")[:1])
