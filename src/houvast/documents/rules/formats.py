"""Which kinds of file come in, and what they are called on the way out: what is not in this list is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class FileFormat(StrEnum):
    """What a file is by its bytes."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    HEIC = "heic"
    WORD = "word"
    EXCEL = "excel"
    POWERPOINT = "powerpoint"
    ODF_TEXT = "odf_text"
    ODF_SHEET = "odf_sheet"
    ODF_SLIDES = "odf_slides"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Known:
    """How files of a format end, and what a browser is told that they are."""

    endings: tuple[str, ...]
    media_type: str


_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
FORMATS: Mapping[FileFormat, Known] = MappingProxyType(
    {
        FileFormat.PDF: Known(("pdf",), "application/pdf"),
        FileFormat.JPEG: Known(("jpg", "jpeg"), "image/jpeg"),
        FileFormat.PNG: Known(("png",), "image/png"),
        FileFormat.TIFF: Known(("tif", "tiff"), "image/tiff"),
        FileFormat.HEIC: Known(("heic", "heif"), "image/heic"),
        FileFormat.WORD: Known(("docx",), f"{_OOXML}wordprocessingml.document"),
        FileFormat.EXCEL: Known(("xlsx",), f"{_OOXML}spreadsheetml.sheet"),
        FileFormat.POWERPOINT: Known(("pptx",), f"{_OOXML}presentationml.presentation"),
        FileFormat.ODF_TEXT: Known(("odt",), f"{_ODF}text"),
        FileFormat.ODF_SHEET: Known(("ods",), f"{_ODF}spreadsheet"),
        FileFormat.ODF_SLIDES: Known(("odp",), f"{_ODF}presentation"),
        FileFormat.TEXT: Known(("txt",), "text/plain; charset=utf-8"),
    }
)
ENDINGS: Mapping[str, FileFormat] = MappingProxyType(
    {ending: file_format for file_format, known in FORMATS.items() for ending in known.endings}
)
ACCEPTED = "PDF, foto (JPG, PNG, TIFF, HEIC), Word, Excel, PowerPoint, OpenDocument of tekst (TXT)"
