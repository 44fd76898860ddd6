"""Hide where a resident lives and how they are reached (domestic violence), or show it again."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.residents import events
from houvast.residents.models import Resident


def hide_address(*, actor: Actor, now: datetime, resident_id: UUID, hidden: bool) -> None:
    """Hide or show place and phone of a resident everywhere at once. Raises `NotVisible`.

    Who may do this for whom follows from the case: `cases.services.hide_resident_address` asks first.
    """
    with act(events.ADDRESS_HIDDEN, actor=actor, now=now) as acting:
        resident = Resident.objects.select_for_update().filter(pk=resident_id).first()
        if resident is None:
            raise NotVisible
        resident.hidden_address = hidden
        resident.save(update_fields=["hidden_address"])
        acting.municipality = resident.municipality_id
        acting.subject, acting.subject_id = "resident", resident_id
        acting.details = {"hidden": hidden}
