"""Add a document to a case: a file as it came in, in one part of the case."""

from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.contents import parts_seen
from houvast.cases.services.act_in_case import act_in_case
from houvast.documents import events, policy
from houvast.documents.incoming import IncomingFile
from houvast.documents.models import Document
from houvast.documents.rules.adding import NewDocument, problems_of
from houvast.documents.services.steps.write_version import examine, write_document, write_version
from houvast.documents.store import shelf
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id


def add_document(
    *, actor: Actor, now: datetime, case_id: UUID, new: NewDocument, file: IncomingFile, document_id: UUID
) -> UUID:
    """Add a document with its first version; gives its id. The retention clock starts today.

    `document_id` is made before the act, so that pressing twice adds one. Raises `NotVisible`, `Refused`, `Invalid`
    with a message at each field (`file` when the file does not come in), or `Conflict` when it is there already.
    """
    with shelf(now) as putting, act_in_case(events.DOCUMENT_ADDED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_add(loaded.viewer, loaded.facts, parts_seen(loaded.viewer, case_id, now=now)))
        if Document.objects.filter(pk=document_id).exists():
            raise Conflict("Dit document staat er al. Het staat één keer bij de casus.")
        file_format, problems = examine(file)
        problems |= problems_of(new, loaded.viewer.domains, is_partner=loaded.viewer.municipality_id is None)
        if problems or file_format is None:
            raise Invalid(problems)
        version_id = new_id()
        document = write_document(loaded, new, document_id, version_id, now=now)
        write_version(loaded, document, file, file_format, putting, version_id=version_id, number=1, now=now)
        loaded.about("document", document_id, part=new.part.value, shared=new.shared, format=file_format.value)
        return document_id
