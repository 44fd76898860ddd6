"""Add a version to a document: the versions before it stay as they were, and can be read."""

from datetime import datetime
from uuid import UUID

from houvast.documents import events
from houvast.documents.incoming import IncomingFile
from houvast.documents.services.steps.load_document import acting_on_document
from houvast.documents.services.steps.write_version import examine, write_version
from houvast.documents.store import shelf
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id


def add_version(*, actor: Actor, now: datetime, document_id: UUID, file: IncomingFile, seen_version: UUID) -> UUID:
    """Add a version; gives its id. From then on it is the current one.

    `seen_version` is the version that the person began from. Raises `NotVisible`, `Refused`, `Invalid` when the file
    does not come in, or `Conflict` when somebody else added a version meanwhile.
    """
    event = events.DOCUMENT_VERSION_ADDED
    with shelf(now) as putting, acting_on_document(event, document_id, actor=actor, now=now) as (loaded, document):
        if document.current_id != seen_version:
            raise Conflict("Intussen is er al een nieuwe versie van dit document. Kijk opnieuw.")
        file_format, problems = examine(file)
        if file_format is None:
            raise Invalid(problems)
        version_id, number = new_id(), document.current.number + 1
        write_version(loaded, document, file, file_format, putting, version_id=version_id, number=number, now=now)
        loaded.about("document", document_id, number=number, format=file_format.value)
        return version_id
