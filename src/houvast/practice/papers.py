"""Documents of the practice region: small PDFs that are made here. Everything in them is *verzonnen*."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.directory.selectors import viewer_of
from houvast.documents.incoming import IncomingFile
from houvast.documents.rules.adding import DocumentKind, NewDocument, Redaction
from houvast.documents.selectors.reading import page
from houvast.documents.services.add_document import add_document
from houvast.documents.services.add_version import add_version
from houvast.documents.services.redact_document import redact_document
from houvast.kernel.ids import new_id
from houvast.practice.casework import Casework
from houvast.practice.region import Person

_MADE_UP = "Dit stuk is verzonnen. Het hoort bij de oefenregio van Houvast."


@dataclass(frozen=True, slots=True)
class Paper:
    """A document on paper: what it is called, what it is, and its lines."""

    name: str
    kind: DocumentKind
    lines: tuple[str, ...]
    part: Part = Part.GENERAL_NOTES
    shared: bool = False

    @property
    def new(self) -> NewDocument:
        """Give it as somebody records it."""
        return NewDocument(self.name, self.kind, self.part, self.shared)


def add(case: Casework, by: Person, now: datetime, paper: Paper) -> UUID:
    """Add a document to a case; gives its id."""
    file = _scanned(paper)
    return add_document(actor=by.actor, now=now, case_id=case.id, new=paper.new, file=file, document_id=new_id())


def write_on(by: Person, now: datetime, document_id: UUID, paper: Paper) -> None:
    """Add the next version of a document."""
    seen = page(viewer_of(by.actor, now=now), document_id, now=now).line.current_id
    add_version(actor=by.actor, now=now, document_id=document_id, file=_scanned(paper), seen_version=seen)


def redact(by: Person, now: datetime, original_id: UUID, paper: Paper, redaction: Redaction) -> None:
    """Add a redacted copy of a document."""
    file, copy_id = _scanned(paper), new_id()
    redact_document(
        actor=by.actor,
        now=now,
        original_id=original_id,
        new=paper.new,
        redaction=redaction,
        file=file,
        document_id=copy_id,
    )


def _scanned(paper: Paper) -> IncomingFile:
    file = IncomingFile(f"{paper.name}.pdf")
    file.add(pdf((paper.name, "", *paper.lines, "", _MADE_UP)))
    file.finish()
    return file


def pdf(lines: tuple[str, ...]) -> bytes:
    """Make a PDF of one page (ISO 32000-1, 7.5): a catalogue, a page with lines in Helvetica, where each part is."""
    shown = "\n".join(f"({_escaped(line)}) '" for line in lines).encode("cp1252", "replace")
    text = b"BT /F1 11 Tf 60 780 Td 16 TL\n" + shown + b"\nET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(made))
    return made + head + table + end


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
