"""Office documents are archives: which one it is, and whether anything in it can run. Nothing is ever unpacked."""

import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from houvast.documents.rules.formats import ENDINGS, FORMATS, FileFormat
from houvast.documents.rules.refusing import NotAccepted

MOST_PARTS = 4000
MOST_LISTED = 1024 * 1024
"""How many parts an office document may have, and how many bytes its list of them. *Verzonnen*: far above any."""
_END, _END_LENGTH = b"PK\x05\x06", 22
_FIELDS_OF_END = ((10, 12), (12, 16), (16, 20), (20, 22))
_LONGEST_COMMENT = 65_535
_CONTENT_TYPES, _TYPE_OF_ODF = "[Content_Types].xml", "mimetype"
_MOST_READ = 256 * 1024
_FOLDERS = {"word/": FileFormat.WORD, "xl/": FileFormat.EXCEL, "ppt/": FileFormat.POWERPOINT}
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How the parts of an office document are packed; other ways have readers with faults of their own."""
_NOT_WHOLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError)
"""What reading an archive raises when it lies about itself: its parts, their lengths, where they stand, their names."""
_ODF = (FileFormat.ODF_TEXT, FileFormat.ODF_SHEET, FileFormat.ODF_SLIDES)
_RUNS = ("vbaproject", "vbadata", "/macrosheets/", "/activex/", "/basic/", "/scripts/")
_RUNNABLE = (".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".scr", ".jar", ".com", ".hta", ".lnk", ".msi")
_WITH_MACROS = (".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".ppsm", ".potm", ".ppam")

NOT_OFFICE = "Dit is een ingepakt bestand (zip). Pak het uit en kies de documenten één voor één."
BROKEN = "Dit bestand is niet heel. Bewaar het opnieuw, of als PDF."
CAN_RUN = "In dit bestand zit een macro of een programma. Bewaar het als PDF, of zonder macro's, en kies dat."
LOCKED = "Op dit bestand zit een wachtwoord. Haal het eraf, of bewaar het als PDF. Houvast versleutelt zelf."


def office_format(file: BinaryIO, size: int) -> FileFormat:
    """Say which office document an archive is. Raises `NotAccepted` for any other, and for what could run something."""
    _be_one_archive(file, size)
    try:
        with zipfile.ZipFile(file) as archive:
            found = _which(archive)
            _cannot_run(archive, found)
    except _NOT_WHOLE as wrong:
        raise NotAccepted(BROKEN) from wrong
    return found


@dataclass(frozen=True, slots=True)
class ArchiveEnd:
    """What the last bytes of an archive say: how many parts, how long their list is, and whether it fills the file."""

    parts: int
    listed: int
    fills_file: bool


def archive_end(file: BinaryIO, size: int) -> ArchiveEnd | None:
    """Give the end of an archive when a file ends as one, whatever it begins as."""
    file.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_LENGTH:
        return None
    parts, listed, starts, comment = (
        int.from_bytes(tail[at + first : at + last], "little") for first, last in _FIELDS_OF_END
    )
    if comment != len(tail) - at - _END_LENGTH:
        return None
    return ArchiveEnd(parts, listed, starts + listed + _END_LENGTH + comment == size)


def _be_one_archive(file: BinaryIO, size: int) -> None:
    """Be sure that the archive is the whole file, from its first byte to its last, and its list no burden."""
    end = archive_end(file, size)
    if end is None or not end.fills_file:
        raise NotAccepted(BROKEN)
    if end.parts > MOST_PARTS or end.listed > MOST_LISTED:
        raise NotAccepted(NOT_OFFICE)


def _which(archive: zipfile.ZipFile) -> FileFormat:
    names = archive.namelist()
    if any(each.flag_bits & 1 for each in archive.infolist()):
        raise NotAccepted(LOCKED)
    if any(each.compress_type not in _PACKED for each in archive.infolist()):
        raise NotAccepted(BROKEN)
    if _CONTENT_TYPES in names:
        found = {file_format for folder, file_format in _FOLDERS.items() if any(n.startswith(folder) for n in names)}
        if len(found) == 1:
            return found.pop()
    elif names[:1] == [_TYPE_OF_ODF]:
        said = _read(archive, _TYPE_OF_ODF).decode("ascii", "replace").strip()
        for each in _ODF:
            if said == FORMATS[each].media_type:
                return each
    raise NotAccepted(NOT_OFFICE)


def _cannot_run(archive: zipfile.ZipFile, found: FileFormat) -> None:
    names = [f"/{each.lower()}" for each in archive.namelist()]
    if any(mark in each for each in names for mark in _RUNS):
        raise NotAccepted(CAN_RUN)
    if any(each.endswith((*_RUNNABLE, *_WITH_MACROS)) for each in names):
        raise NotAccepted(CAN_RUN)
    if found in _ODF:
        return
    # Objects of other programs sit in a part of their own; those of the office itself are documents, and are listed.
    if any("/embeddings/" in each and each.rpartition(".")[2] not in ENDINGS for each in names):
        raise NotAccepted(CAN_RUN)
    if b"macroenabled" in _read(archive, _CONTENT_TYPES).lower():
        raise NotAccepted(CAN_RUN)


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read a part; what is larger than any such part is, is not read on."""
    with archive.open(name) as part:
        read = part.read(_MOST_READ + 1)
    if len(read) > _MOST_READ:
        raise NotAccepted(BROKEN)
    return read
