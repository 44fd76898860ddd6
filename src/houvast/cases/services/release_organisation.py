"""Let an organisation leave the people of a case; that it was there stays on record."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible


def release_organisation(*, actor: Actor, now: datetime, case_id: UUID, row_id: UUID) -> None:
    """End an organisation's part in a case. Raises `NotVisible` or `Refused`."""
    with acting_on_case(events.ORGANISATION_LEFT, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        around = scopes.organisations(loaded.viewer, now=now).filter(case_id=case_id, until__isnull=True)
        row = around.filter(pk=row_id).first()
        if row is None:
            raise NotVisible
        row.until = now
        row.save(update_fields=["until"])
        loaded.about("case_organisation", row.id)
