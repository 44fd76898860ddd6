"""An entry in the form of the standard Logboek Dataverwerkingen (Logius).

The names of the fields are those of "Component: Logboek" in the repository Logius-standaarden/logboek-dataverwerkingen.
What we could not verify stands in docs/beheer/logboek.md.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

OK, UNSET = "Ok", "Unset"
SUBJECT_TYPE = "pseudoniem van een casus in Houvast"


@dataclass(frozen=True, slots=True)
class Processing:
    """What of an entry goes into the form."""

    id: UUID
    at: datetime
    event: str
    refused: bool
    activity: UUID
    case: UUID | None


def pseudonym(key: bytes, case: UUID) -> str:
    """Give the code of a case that nobody without the key can lead back to it (HMAC-SHA256, hexadecimal)."""
    return hmac.new(key, b"data subject " + case.bytes, hashlib.sha256).hexdigest()


def data_processing(entry: Processing, *, key: bytes, version: str) -> dict[str, object]:
    """Write an entry in the form of the standard. A refusal is `Unset`: nothing failed, and nothing was given."""
    moment = entry.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "trace_id": entry.id.hex,
        "span_id": hashlib.sha256(entry.id.bytes).hexdigest()[:16],
        "parent_span_id": "",
        "status": UNSET if entry.refused else OK,
        "name": entry.event,
        "start_time": moment,
        "end_time": moment,
        "resource": {"attributes": {"name": "Houvast", "version": version}},
        "attributes": {
            "dpl.core.processing_activity_id": f"urn:uuid:{entry.activity}",
            "dpl.core.data_subject_id": pseudonym(key, entry.case) if entry.case else "",
            "dpl.core.data_subject_id_type": SUBJECT_TYPE if entry.case else "",
        },
    }
