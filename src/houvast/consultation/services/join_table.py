"""Give an organisation a place at a table, with or without the person who comes."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.consultation import events
from houvast.consultation.models import ConsultationTable, TableMember
from houvast.consultation.services.steps.managing import permit_manager
from houvast.directory.selectors import organisation_exists
from houvast.directory.selectors import viewer as member_viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible


def join_table(
    *, actor: Actor, now: datetime, table_id: UUID, organisation_id: UUID | None = None, member_id: UUID | None = None
) -> UUID:
    """Let a member, or an organisation without a fixed person, sit at a table from now on; gives the id of the place.

    Who comes later sees nothing of before. Raises `Refused`, `NotVisible` or `Invalid`.
    """
    with act(events.TABLE_JOINED, actor=actor, now=now) as acting:
        table = ConsultationTable.objects.select_for_update().filter(pk=table_id).first()
        if table is None:
            acting.subject, acting.subject_id = "table", table_id
            raise NotVisible
        permit_manager(acting, table.municipality_id, actor=actor, now=now)
        row = TableMember(table=table, since=now)
        if member_id is not None:
            person = member_viewer(member_id, now=now)
            if person is None:
                raise Invalid({"member": "Kies iemand die nu werkt."})
            row.member_id, row.organisation_id = member_id, person.organisation_id
        elif organisation_id is not None and organisation_exists(organisation_id):
            row.organisation_id = organisation_id
        else:
            raise Invalid({"member": "Kies wie er aan tafel komt."})
        sits = TableMember.objects.filter(table=table, until__isnull=True, organisation_id=row.organisation_id)
        if row.member_id in sits.values_list("member_id", flat=True):
            raise Invalid({"member": "Deze zit al aan tafel."})
        row.save(force_insert=True)
        acting.subject, acting.subject_id = "table", table.id
        acting.details = {
            "place": str(row.id),
            "member": str(member_id or ""),
            "organisation": str(row.organisation_id),
        }
        return row.id
