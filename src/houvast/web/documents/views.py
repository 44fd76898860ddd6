"""The documents of a case, one of them with its versions, and the file of a version."""

from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.selectors.bands import case_by_code
from houvast.documents import policy
from houvast.documents.events import (
    DOCUMENT_DOWNLOADED,
    DOCUMENT_READ,
    DOCUMENT_UNREADABLE,
    DOCUMENTS_LISTED,
)
from houvast.documents.selectors.downloading import Download
from houvast.documents.selectors.downloading import download as read_download
from houvast.documents.selectors.reading import of_case, sees_some
from houvast.kernel.errors import NotVisible
from houvast.web import addresses
from houvast.web.document_look import document_mark
from houvast.web.documents.looks import document_look
from houvast.web.documents.reading import find, on_record, parts
from houvast.web.door import DoorRequest, signed_in

GONE = 410
_NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'"


@require_safe
@signed_in
def documents(request: DoorRequest, code: str) -> HttpResponse:
    """Show the documents of a case, to who may see any of them or add one."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    case_id = found.band.case_id
    may_add = policy.may_add(request.viewer, found.facts, parts(request, found)).allowed
    if not may_add and not sees_some(request.viewer, case_id, now=request.now):
        raise NotVisible
    lines = of_case(request.viewer, case_id, now=request.now)
    on_record(request, DOCUMENTS_LISTED, found)
    context = {
        "nav": "casussen",
        "case_name": found.band.name,
        "case_url": addresses.case(found.band.code),
        "add_url": addresses.case_act(found.band.code, "documenten/nieuw") if may_add else "",
        "documents": [document_mark(line, request.now) for line in lines],
    }
    return render(request, "documenten/lijst.html", context)


@require_safe
@signed_in
def document(request: DoorRequest, document_id: UUID) -> HttpResponse:
    """Show a document with its versions and its redacted copies."""
    found, page = find(request, document_id)
    on_record(request, DOCUMENT_READ, found, document_id)
    verdict = policy.may_change(request.viewer, found.facts, parts(request, found), reads=page.line.name is not None)
    look = document_look(page, found.band, may_change=verdict.allowed, now=request.now)
    return render(request, "documenten/document.html", {"nav": "casussen", "look": look})


@require_safe
@signed_in
def download(request: DoorRequest, version_id: UUID) -> HttpResponseBase:
    """Send the file of a version, once it was checked to its end and stands in the log."""
    sent = read_download(request.viewer, version_id, now=request.now)
    record_read(
        DOCUMENT_DOWNLOADED if sent.file else DOCUMENT_UNREADABLE,
        actor=request.actor,
        now=request.now,
        municipality=sent.municipality_id,
        case=sent.case_id,
        subject="document",
        subject_id=sent.document_id,
        details={"number": sent.number},
    )
    if sent.file is None:
        context = {"nav": "casussen", "back": addresses.document(sent.document_id), "frame": "base.html"}
        return render(request, "documenten/onleesbaar.html", context, status=GONE)
    return _attachment(sent)


def _attachment(sent: Download) -> StreamingHttpResponse:
    """Send it to be kept, never to be shown by the browser: no type is guessed, nothing runs, nothing stays behind."""
    response = StreamingHttpResponse(sent.pieces(), content_type=sent.media_type)
    response.headers["Content-Length"] = str(sent.size)
    response.headers["Content-Disposition"] = content_disposition_header(True, sent.file_name) or "attachment"
    response.headers["Content-Security-Policy"] = _NOTHING_RUNS
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
