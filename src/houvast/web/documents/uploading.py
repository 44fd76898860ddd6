"""Sending a document, a next version of one, or a redacted copy."""

from typing import TypeVar
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_protect

from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.documents import policy
from houvast.documents.incoming import IncomingFile
from houvast.documents.selectors.reading import DocumentPage
from houvast.documents.services.add_document import add_document
from houvast.documents.services.add_version import add_version
from houvast.documents.services.redact_document import redact_document
from houvast.kernel.errors import Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.documents.forms import CopyForm, DocumentForm, FileForm, VersionForm
from houvast.web.documents.reading import find, parts
from houvast.web.documents.receiving import UploadRequest, uploading

Form = TypeVar("Form", bound=FileForm)
_KEPT = "Wat u invulde, is bewaard. Een bestand kan een browser niet bewaren: kies het opnieuw."
_NOT_DONE = "Er is nog niets toegevoegd."
_SEALED = "Houvast versleutelt het bestand terwijl het binnenkomt. Wie het ophaalt, staat in het logboek."
_STAYS = "Een document verandert niet meer. Een verbetering is een nieuwe versie; de oude blijft te lezen."
_READERS = (
    "Een algemeen document leest wie deze casus of het proces leidt, en wie het toevoegde.",
    "Een document over zorg of politie leest alleen wie daar een grond voor heeft, en pas als u het deelt.",
)


def _permit(request: UploadRequest, verdict: Verdict) -> None:
    """Begin to take the file when the policy allows it, before anything of it is read."""
    if not verdict.allowed:
        raise Refused(verdict)
    request.receiver.open()


def _permit_change(request: UploadRequest, found: FoundCase, page: DocumentPage) -> None:
    seen, reads = parts(request, found), page.line.name is not None
    _permit(request, policy.may_change(request.viewer, found.facts, seen, reads=reads))


def _sent(request: UploadRequest) -> IncomingFile:
    """Give the file that came; a form that is right has one."""
    return request.receiver.incoming or IncomingFile("")


def _form(which: type[Form], request: UploadRequest, /, **initial: object) -> Form:
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return which(*sent, receiver=request.receiver, initial=initial)


@uploading
def add(request: UploadRequest, code: str) -> HttpResponse:
    """Add a document to a case."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    _permit(request, policy.may_add(request.viewer, found.facts, parts(request, found)))
    return _add(request, found)


@csrf_protect
def _add(request: UploadRequest, found: FoundCase) -> HttpResponse:
    form = _form(DocumentForm, request, once=new_id(), part=Part.GENERAL_NOTES.value)
    back = addresses.case_act(found.band.code, "documenten")
    page = ActPage(
        title="Document toevoegen",
        button="Document toevoegen",
        done="Het document staat bij de casus.",
        not_done=_NOT_DONE,
        back=back,
        back_text=f"Documenten van {found.band.name}",
        consequences=(*_READERS, _STAYS, _SEALED),
        template="documenten/uploaden.html",
        kept=_KEPT,
    )

    def do(data: dict[str, object]) -> str:
        document_id = add_document(
            actor=request.actor,
            now=request.receiver.arrived(request.now),
            case_id=found.band.case_id,
            new=form.new(),
            file=_sent(request),
            document_id=UUID(str(data["once"])),
        )
        return addresses.document(document_id)

    return act_page(request, page, form, do, about=found)


@uploading
def change(request: UploadRequest, document_id: UUID) -> HttpResponse:
    """Add the next version of a document."""
    found, page = find(request, document_id)
    _permit_change(request, found, page)
    return _change(request, found, page)


@csrf_protect
def _change(request: UploadRequest, found: FoundCase, page: DocumentPage) -> HttpResponse:
    line = page.line
    form = _form(VersionForm, request, shown=line.current_id)
    shown = ActPage(
        title="Nieuwe versie toevoegen",
        button="Versie toevoegen",
        done="De nieuwe versie staat bij het document.",
        not_done=_NOT_DONE,
        back=addresses.document(line.id),
        back_text=line.name or "",
        facts=(("Document", line.name or ""), ("Nu", f"versie {line.version}")),
        consequences=(
            f"Versie {line.version} blijft staan en te lezen. De nieuwe versie is daarna de geldende.",
            "Wie het document leest, leest ook de nieuwe versie.",
            _SEALED,
        ),
        template="documenten/uploaden.html",
        kept=_KEPT,
    )

    def do(data: dict[str, object]) -> str:
        add_version(
            actor=request.actor,
            now=request.receiver.arrived(request.now),
            document_id=line.id,
            file=_sent(request),
            seen_version=UUID(str(data["shown"])),
        )
        return shown.back

    return act_page(request, shown, form, do, about=found)


@uploading
def redact(request: UploadRequest, document_id: UUID) -> HttpResponse:
    """Add a redacted copy of a document."""
    found, page = find(request, document_id)
    _permit_change(request, found, page)
    return _redact(request, found, page)


@csrf_protect
def _redact(request: UploadRequest, found: FoundCase, page: DocumentPage) -> HttpResponse:
    line = page.line
    form = _form(CopyForm, request, once=new_id(), part=line.part.value, kind=line.kind.value)
    shown = ActPage(
        title="Gelakte kopie maken",
        button="Kopie toevoegen",
        done="De gelakte kopie staat bij de casus.",
        not_done=_NOT_DONE,
        back=addresses.document(line.id),
        back_text=line.name or "",
        intro="U maakt zelf de kopie waarin iets is weggelaten. Houvast lakt niet voor u.",
        facts=(("Origineel", line.name or ""),),
        consequences=(
            "De kopie is een eigen document, met een eigen naam en een eigen plek.",
            "Wie de kopie leest en het origineel niet, ziet niet dat er een origineel is, en niet wat is weggelaten.",
            "Een zwart blok over tekst in een PDF laat de tekst staan. Kijk of u haar nog kunt kopiëren.",
            *_READERS,
            _SEALED,
        ),
        template="documenten/uploaden.html",
        kept=_KEPT,
    )

    def do(data: dict[str, object]) -> str:
        copy_id = redact_document(
            actor=request.actor,
            now=request.receiver.arrived(request.now),
            original_id=line.id,
            new=form.new(),
            redaction=form.redaction(),
            file=_sent(request),
            document_id=UUID(str(data["once"])),
        )
        return addresses.document(copy_id)

    return act_page(request, shown, form, do, about=found)
