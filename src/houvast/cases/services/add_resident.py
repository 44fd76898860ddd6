"""Add a resident to a case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from houvast.cases import events, policy
from houvast.cases.models import Case, CaseResident
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.residents.selectors import hold_still

IN_ANOTHER_CASE = (
    "Deze inwoner staat al in deze casus, of in een andere open casus. "
    "Koppel de twee casussen met een reden, of voeg het signaal bij de andere casus."
)

NOT_IN_REGISTER = "Deze inwoner staat niet in het register van uw gemeente. Leg de inwoner daar eerst vast."


@dataclass(frozen=True, slots=True)
class NewCaseResident:
    """A resident whom a case is about. `role` is how people call it: "moeder", "zoon"."""

    resident_id: UUID
    is_child: bool = False
    role: str = ""


def lock_residents(resident_ids: Collection[UUID], case: Case) -> None:
    """Lock residents, always in the same order. Raises `Invalid` when one is not known in the case's municipality."""
    if hold_still(resident_ids, municipality_id=case.municipality_id) != len(set(resident_ids)):
        raise Invalid({"residents": NOT_IN_REGISTER})


def put_in_case(case: Case, new: NewCaseResident, *, now: datetime) -> CaseResident:
    """Write the row. Raises `Invalid` for an unknown resident, and for one who is in another, unlinked open case.

    The resident stays locked until the act is over: two cases about one person cannot come to be at once.
    """
    lock_residents([new.resident_id], case)
    row = CaseResident(
        case=case,
        municipality_id=case.municipality_id,
        resident_id=new.resident_id,
        is_child=new.is_child,
        role=new.role,
        since=now,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as refused:
        raise Invalid({"residents": IN_ANOTHER_CASE}) from refused
    return row


def add_resident(*, actor: Actor, now: datetime, case_id: UUID, new: NewCaseResident) -> None:
    """Add a resident to a case. Raises `NotVisible`, `Refused`, or `Invalid` when in another unlinked open case."""
    with acting_on_case(events.RESIDENT_ADDED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        put_in_case(loaded.case, new, now=now)
        loaded.about("resident", new.resident_id)
