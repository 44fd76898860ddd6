"""What a file is by its bytes, and whether that comes in.

Signatures are those of puremagic. What it cannot say is judged here: whether an archive is a clean office document,
whether text is text, and whether a second file hides behind the first.
"""

import codecs
from typing import BinaryIO

import puremagic

from houvast.documents.rules.archives import archive_end, office_format
from houvast.documents.rules.formats import ACCEPTED, ENDINGS, FORMATS, FileFormat
from houvast.documents.rules.naming import ending
from houvast.documents.rules.refusing import NotAccepted

HEAD, TAIL = 4096, 1024
_PIECE = 64 * 1024
_ZIP, _PDF, _PDF_END, _OLE = b"PK\x03\x04", b"%PDF-", b"%%EOF", b"\xd0\xcf\x11\xe0"
_MACROS = ("docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "ppsm", "potm", "ppam")
_PICTURES = {
    ".jpg": FileFormat.JPEG,
    ".png": FileFormat.PNG,
    ".tiff": FileFormat.TIFF,
    ".heif": FileFormat.HEIC,
    ".heic": FileFormat.HEIC,
}
_MARKUP = (b"<", b"#!")
_CONTROLS = bytes(each for each in range(32) if each not in b"\t\n\r\f")

NOT_IN_LIST = f"Dit soort bestand komt er niet in. Kies een {ACCEPTED}."
EMPTY = "Het bestand is leeg."
WITH_MACROS = "In dit bestand kunnen macro's staan. Bewaar het als PDF, of zonder macro's, en kies dat."
OLD_OFFICE = "Dit is een oude vorm van Word, Excel of PowerPoint, of er zit een wachtwoord op. Bewaar het als PDF."
BROKEN_PDF = "Deze PDF is niet heel. Bewaar hem opnieuw en kies dat bestand."
TWO_IN_ONE = "Achter dit bestand zit een tweede bestand verstopt. Bewaar het opnieuw als PDF."
OLD_TEXT = "Deze tekst heeft een oude tekenset. Bewaar haar als UTF-8, of als PDF, en kies dat bestand."
MARKUP = "Dit is een webpagina of een programma, geen gewone tekst. Bewaar het als PDF."


def sniff(file: BinaryIO, size: int, name: str) -> FileFormat:
    """Say what a file is. Raises `NotAccepted` when it does not come in, or is something else than its name says."""
    if size == 0:
        raise NotAccepted(EMPTY)
    named = ending(name)
    if named in _MACROS:
        raise NotAccepted(WITH_MACROS)
    found = _by_bytes(file, size)
    if ENDINGS.get(named) is not found:
        wanted = " of ".join(f".{each}" for each in FORMATS[found].endings)
        said = f"eindigt op .{named[:20]}" if named else "heeft geen einde"
        raise NotAccepted(
            f"De naam van het bestand {said}, maar de inhoud hoort bij {wanted}. Kies het juiste bestand."
        )
    return found


def _by_bytes(file: BinaryIO, size: int) -> FileFormat:
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(_ZIP):
        return office_format(file, size)
    if archive_end(file, size) is not None:
        raise NotAccepted(TWO_IN_ONE)
    if head.startswith(_OLE):
        raise NotAccepted(OLD_OFFICE)
    if not head.startswith(_PDF):
        return _picture(head) or _text(file, head)
    file.seek(max(0, size - TAIL))
    if _PDF_END not in file.read(TAIL):
        raise NotAccepted(BROKEN_PDF)
    return FileFormat.PDF


def _picture(head: bytes) -> FileFormat | None:
    """Give which picture it is; None for what may be text. What is known and no picture does not come in."""
    try:
        endings = {each.extension for each in puremagic.magic_string(head)}
    except puremagic.PureError:
        return None
    return next((found for each, found in _PICTURES.items() if each in endings), None)


def _text(file: BinaryIO, head: bytes) -> FileFormat:
    """Be sure that a file is text to its end, in UTF-8, and no page or program."""
    if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(_MARKUP):
        raise NotAccepted(MARKUP)
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while piece := file.read(_PIECE):
            if piece.translate(None, _CONTROLS) != piece:
                raise NotAccepted(NOT_IN_LIST)
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as wrong:
        raise NotAccepted(OLD_TEXT) from wrong
    return FileFormat.TEXT
