"""Load a document to act on: visible to the actor, its case locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import act, together
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.directory.selectors import viewer_of
from houvast.documents import policy, scopes
from houvast.documents.models import Document
from houvast.documents.selectors.asked import case_of_document
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible


@contextmanager
def acting_on_document(
    event: Event, document_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, Document]]:
    """Act on a document that one reads, as who may add to its case. Raises `NotVisible` or `Refused`, on record."""
    with together():
        seen_by = viewer_of(actor, now=now)
        read = scopes.documents(seen_by, now=now).filter(pk=document_id).first()
        found = read or scopes.headings(seen_by, now=now).filter(pk=document_id).first()
        if found is None:
            with act(event, actor=actor, now=now, municipality=seen_by.municipality_id) as acting:
                acting.subject, acting.subject_id, acting.case = "document", document_id, case_of_document(document_id)
                raise NotVisible
        with act_in_case(event, actor=actor, now=now, case_id=found.case_id) as loaded:
            parts = parts_seen(loaded.viewer, found.case_id, now=now)
            loaded.permit(policy.may_change(loaded.viewer, loaded.facts, parts, reads=read is not None))
            # Read once more, behind the lock: somebody may have added a version while this one waited.
            yield loaded, Document.objects.select_related("current").get(pk=document_id)
