"""Add a redacted copy of a document: a document of its own, with what was left out and why."""

from datetime import datetime
from uuid import UUID

from houvast.documents import events
from houvast.documents.incoming import IncomingFile
from houvast.documents.models import Document, RedactedCopy
from houvast.documents.rules.adding import NewDocument, Redaction, problems_of, problems_of_redaction
from houvast.documents.services.steps.load_document import acting_on_document
from houvast.documents.services.steps.write_version import examine, write_document, write_version
from houvast.documents.store import shelf
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

LEFT_OUT_PLACE = "documents_redactedcopy.left_out"
WHY_PLACE = "documents_redactedcopy.why"
GROUND_WORDS_PLACE = "documents_redactedcopy.ground_words"


def redact_document(
    *,
    actor: Actor,
    now: datetime,
    original_id: UUID,
    new: NewDocument,
    redaction: Redaction,
    file: IncomingFile,
    document_id: UUID,
) -> UUID:
    """Add a redacted copy; gives its id. Who reads the copy and not the original does not see that there is one.

    Raises `NotVisible`, `Refused`, `Invalid` with a message at each field, or `Conflict` when it is there already.
    """
    event = events.DOCUMENT_REDACTED
    with shelf(now) as putting, acting_on_document(event, original_id, actor=actor, now=now) as (loaded, original):
        if Document.objects.filter(pk=document_id).exists():
            raise Conflict("Deze kopie staat er al. Zij staat één keer bij de casus.")
        file_format, problems = examine(file)
        problems |= problems_of(new, loaded.viewer.domains, is_partner=loaded.viewer.municipality_id is None)
        problems |= problems_of_redaction(redaction)
        if problems or file_format is None:
            raise Invalid(problems)
        version_id = new_id()
        document = write_document(loaded, new, document_id, version_id, now=now)
        write_version(loaded, document, file, file_format, putting, version_id=version_id, number=1, now=now)
        copy_id, key = new_id(), loaded.case.key
        RedactedCopy(
            id=copy_id,
            document=document,
            original=original,
            case=loaded.case,
            municipality_id=document.municipality_id,
            left_out_sealed=seal(key, redaction.left_out.strip(), place=f"{LEFT_OUT_PLACE}:{copy_id}"),
            why_sealed=seal(key, redaction.why.strip(), place=f"{WHY_PLACE}:{copy_id}"),
            ground_words_sealed=seal(key, redaction.ground_words.strip(), place=f"{GROUND_WORDS_PLACE}:{copy_id}"),
            made_at=now,
            made_by_id=document.added_by_id,
            ground=document.ground,
            organisation_id=document.organisation_id,
            retention_from=document.retention_from,
        ).save(force_insert=True)
        loaded.about("document", document_id, part=new.part.value, shared=new.shared, original=str(original_id))
        return document_id
