"""The slow reference of crucial moments: whose rows somebody sees."""

from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

from django.db.models import Model, QuerySet

from houvast.cases import scopes
from houvast.cases.models import CrucialMoment, MomentContact, MomentItem, MomentReport, MomentTurn

Scope: TypeAlias = "Callable[..., QuerySet[Model]]"
MOMENT_TABLES = (CrucialMoment, MomentTurn, MomentContact, MomentItem, MomentReport)
ILL = {"clinic_in", "clinic_out", "assessed_admitted", "assessed_not_admitted", "psycholance"}
"""Kinds of moments that say that somebody is ill, by hand after docs/wie-ziet-wat.md."""


def moments_shown(
    world: dict[type[Model], list[Model]], parts: set[tuple[UUID, str]], held: set[UUID]
) -> dict[Scope, set[object]]:
    """Work out which rows of crucial moments somebody sees; `held` are the items that they hold."""
    rows = {table: [vars(row) for row in world[table]] for table in MOMENT_TABLES}

    def part(moment: dict[str, object]) -> str:
        return "care_moments" if moment["kind"] in ILL else "moments"

    seen = {each["id"] for each in rows[CrucialMoment] if (each["case_id"], part(each)) in parts}
    items = {each["id"] for each in rows[MomentItem] if each["moment_id"] in seen or each["id"] in held}
    return {
        scopes.moments: seen,
        scopes.moment_turns: {each["id"] for each in rows[MomentTurn] if each["moment_id"] in seen},
        scopes.moment_contacts: {each["id"] for each in rows[MomentContact] if each["moment_id"] in seen},
        scopes.moment_items: items,
        scopes.moment_reports: {each["id"] for each in rows[MomentReport] if each["moment_item_id"] in items},
    }
