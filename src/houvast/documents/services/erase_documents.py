"""Erase the files of a case whose key was destroyed: nobody can read them any more, and now they are gone too."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.documents import events, store
from houvast.documents.models import DocumentVersion
from houvast.kernel.actor import Actor


def erase_documents(*, actor: Actor, now: datetime, case_id: UUID) -> None:
    """Remove every file of a case from the store; the rows stay, with what was sealed in them. Safe to repeat.

    Whether it is time, and who approved it, is for `accountability` to say.
    """
    with act(events.DOCUMENTS_ERASED, actor=actor, now=now, case=case_id) as acting:
        versions = DocumentVersion.objects.filter(case_id=case_id)
        acting.municipality = versions.values_list("municipality_id", flat=True).first()
        acting.details["files"] = versions.count()
        for version_id in versions.values_list("pk", flat=True):
            store.remove(version_id)
