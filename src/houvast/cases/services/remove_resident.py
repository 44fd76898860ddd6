"""Let a resident go from a case; that they were in it stays on record."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import CaseResident
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.residents.scopes import network_of


def remove_resident(*, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID) -> None:
    """End a resident's part in a case. Raises `NotVisible`, `Refused`, or `Invalid` for the last one or who leads."""
    with acting_on_case(events.RESIDENT_REMOVED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        present = CaseResident.objects.filter(case_id=case_id, until__isnull=True)
        row = present.filter(resident_id=resident_id).first()
        if row is None:
            raise NotVisible
        if present.count() == 1:
            raise Invalid({"residents": "Een casus gaat over minstens één inwoner. Sluit de casus als zij klaar is."})
        if _leads(loaded, resident_id):
            raise Invalid(
                {"residents": "Deze inwoner of een naaste heeft zelf de casusregie. Wijs die eerst aan een ander toe."}
            )
        row.until = now
        row.save(update_fields=["until"])
        loaded.about("resident", resident_id)


def _leads(loaded: LoadedCase, resident_id: UUID) -> bool:
    """Say whether the resident, or somebody of their network, holds a seat: it would stay with who is gone."""
    seats = loaded.facts.seats.values()
    network = [seat.network_member_id for seat in seats if seat.network_member_id is not None]
    if any(seat.resident_id == resident_id for seat in seats):
        return True
    return network_of([resident_id]).filter(pk__in=network).exists()
