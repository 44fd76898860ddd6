"""Empty the open words of the consents of a case that was erased."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.sharing import events
from houvast.sharing.models import Consent


def erase_consents(*, actor: Actor, now: datetime, case_id: UUID) -> None:
    """Empty what stands in the open; the rest was sealed under the key of the case, which is gone. Safe to repeat."""
    with act(events.CONSENTS_ERASED, actor=actor, now=now, case=case_id) as acting:
        rows = Consent.objects.filter(case_id=case_id)
        acting.municipality = rows.values_list("municipality_id", flat=True).first()
        acting.details["rows"] = rows.update(channel="-")
