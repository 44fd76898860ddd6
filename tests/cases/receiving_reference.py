"""What somebody sees of handing on, said once more in the plainest way; `test_scopes.py` compares."""

from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

from django.db.models import Model, QuerySet

from houvast.cases import scopes
from houvast.cases.models import Access, AftercarePlan, MomentItem, PulseCheck, ReceiverRequest

Scope: TypeAlias = "Callable[..., QuerySet[Model]]"
HANDED_ON: tuple[type[Model], ...] = (ReceiverRequest, AftercarePlan, PulseCheck)


def handed_on(world: dict[type[Model], list[Model]], reasons: list[Access]) -> dict[Scope, set[object]]:
    """Work out what somebody sees of handing on: all of a case that they watch; as a receiver only what was asked."""
    requests, plans, checks = (
        [vars(row) for row in world[table]] for table in (ReceiverRequest, AftercarePlan, PulseCheck)
    )
    aftercare = [reason for reason in reasons if reason.part == "aftercare"]
    watched = {reason.case_id for reason in aftercare if reason.relation != "receiver"}
    asked = {reason.source_id for reason in aftercare if reason.relation == "receiver"}
    seen = watched | {row["period_id"] for row in requests if row["id"] in asked}
    return {
        scopes.receiver_requests: {row["id"] for row in requests if row["case_id"] in watched or row["id"] in asked},
        scopes.aftercare_plans: {row["id"] for row in plans if {row["case_id"], row["period_id"]} & seen},
        scopes.pulse_checks: {row["id"] for row in checks if row["case_id"] in watched},
    }


def what_is_held_or_asked() -> list[UUID]:
    """Give the rows because of which somebody sees something: items of moments, and what receivers are asked."""
    held = MomentItem.objects.order_by("id").values_list("id", flat=True)
    return [*held, *ReceiverRequest.objects.order_by("id").values_list("id", flat=True)]
